import Foundation
import TestSupport
import Testing

/// Rows of a dump that cannot be stored: each is named with file, line, table, column and value, the tool exits with 1,
/// and the rows around it are stored.
@Suite struct BadDumpRowTests {
  /// A row that no table takes, and what its sentence must hold.
  struct BadRow: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var table = "chats"
    var columns: String
    var values: String
    var mentions: [String]
  }

  private static func chat(_ what: String, _ column: String, _ value: String, _ mention: String? = nil) -> BadRow {
    BadRow(
      testDescription: what, columns: "id, uuid, workspace_id, contact_id, metadata, \(column)",
      values: "2, 'u2', 1, 1, '{}', \(value)", mentions: ["chats.\(column)", mention ?? value])
  }

  private static func audit(_ what: String, _ column: String, _ value: String, _ mention: String) -> BadRow {
    BadRow(
      testDescription: what, table: "audit_logs",
      columns: "id, event_type, method, url, ip_address, \(column)", values: "'a', 'e', 'GET', '/', '::1', \(value)",
      mentions: ["audit_logs.\(column)", mention])
  }

  static let rows: [BadRow] = [
    chat("int above its range", "media_id", "2147483648"), chat("int below its range", "media_id", "-2147483649"),
    chat("no int", "media_id", "'12x'", "12x"), chat("tinyint(1) beyond 1", "is_read", "2"),
    chat("timestamp after 2038", "created_at", "'2038-01-19 03:14:08'", "2038-01-19 03:14:08"),
    chat("timestamp before 1970", "created_at", "'1969-12-31 23:59:59'", "1969-12-31 23:59:59"),
    chat("no day of the calendar", "created_at", "'2025-02-29 00:00:00'", "2025-02-29 00:00:00"),
    chat("a value of several lines", "media_id", "'side\\nways'", "ways"),
    chat("NULL in NOT NULL", "is_read", "NULL", "NULL"),
    chat("varchar too long", "status", "'\(String(repeating: "é", count: 256))'", "256"),
    chat("unsigned below 0", "user_id", "-1"), chat("a word", "media_id", "CURRENT_TIMESTAMP"),
    audit("decimal out of range", "execution_time", "10000000.000", "10000000.000"),
    audit("no decimal", "execution_time", "'1.2.3'", "1.2.3"),
    audit("malformed JSON", "request_data", "'{\"a\": }'", "{\"a\": }"),
    audit("bigint out of range", "memory_usage", "9223372036854775808", "9223372036854775808"),
    BadRow(
      testDescription: "tinyint out of range", table: "contacts",
      columns: "id, uuid, workspace_id, created_by, is_favorite", values: "1, 'c', 1, 1, 128",
      mentions: ["contacts.is_favorite", "128"]),
    BadRow(
      testDescription: "NULL in the primary key", columns: "id, uuid, workspace_id, contact_id, metadata",
      values: "NULL, 'u2', 1, 1, '{}'", mentions: ["chats.id"]),
    BadRow(
      testDescription: "no primary key that is text", table: "audit_logs",
      columns: "event_type, method, url, ip_address", values: "'e', 'GET', '/', '::1'",
      mentions: ["audit_logs.id", "NULL"]),
    BadRow(
      testDescription: "a value too few", columns: "id, uuid, workspace_id", values: "2, 'u2'",
      mentions: ["chats", "2 values", "3 columns"]),
    BadRow(
      testDescription: "a value too many", columns: "id, uuid", values: "2, 'u2', 1",
      mentions: ["chats", "3 values", "2 columns"]),
    BadRow(
      testDescription: "the primary key of another row", columns: "id, uuid, workspace_id, contact_id, metadata",
      values: "1, 'u2', 1, 1, '{}'", mentions: ["chats.id", "'1'"]),
    BadRow(
      testDescription: "a unique value in other letters", columns: "id, uuid, workspace_id, contact_id, metadata",
      values: "2, 'ÜNO', 1, 1, '{}'", mentions: ["chats.uuid", "ÜNO", "chats_uuid_unique"]),
    BadRow(
      testDescription: "a parent that is not there", table: "campaign_logs", columns: "id, campaign_id, contact_id",
      values: "1, 77, 1", mentions: ["campaign_logs.campaign_id", "77", "campaigns"]),
  ]

  private static let before = """
    INSERT INTO users (id, first_name, email) VALUES (1, 'Ana', 'ana@mail.test');
    INSERT INTO workspaces (id, uuid, identifier, created_by) VALUES (1, 'w', 'ws', 1);
    INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES (1, 'uno', 1, 1, '{}');

    """
  private static let after = """
    INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES (9, 'nueve', 1, 1, '{}');

    """

  @Test(arguments: rows)
  func isRefusedAndNamed(_ row: BadRow) throws {
    let text = Self.before + "INSERT INTO \(row.table) (\(row.columns)) VALUES\n(\(row.values));\n" + Self.after
    try expectRefused(Array(text.utf8), line: 5, row.mentions)
  }

  @Test func invalidUTF8IsRefusedAndNamed() throws {
    let head =
      "INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, status) VALUES\n(2, 'u2', 1, 1, '{}', 'ok"
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0x80]] {
      let text = Array((Self.before + head).utf8) + bytes + Array(("');\n" + Self.after).utf8)
      try expectRefused(text, line: 5, ["chats.status", "UTF-8", "ok"])
    }
    let key = "INSERT INTO audit_logs (id, event_type, method, url, ip_address) VALUES\n('k"
    let text = Array((Self.before + key).utf8) + [0xFF] + Array(("', 'e', 'GET', '/', '::1');\n" + Self.after).utf8)
    try expectRefused(text, line: 5, ["audit_logs.id", "UTF-8"])
  }

  private func expectRefused(_ dump: [UInt8], line: Int, _ mentions: [String]) throws {
    try withScratchFolder { folder in
      let (file, store) = (folder.appending(path: "bad.sql"), folder.appending(path: "s.blazz").path)
      try Data(dump).write(to: file)
      let run = try blazz("import", file.path, "--into", store)
      #expect(run.status == 1)
      #expect(run.errorLines.count == 1, "\(run.errors)")
      for mention in ["bad.sql:\(line):"] + mentions {
        #expect(run.errors.contains(mention), "\(mention) is not in \(run.errors)")
      }
      #expect(try blazz("dump", store, "chats", "--columns", "id", "--format", "csv").text == "id\r\n1\r\n9\r\n")
    }
  }

  @Test func aRowThatRefersToNothingIsTakenOutAndNamed() throws {
    try withScratchFolder { folder in
      let (file, store) = (folder.appending(path: "bad.sql"), folder.appending(path: "s.blazz").path)
      let dangling =
        "INSERT INTO teams (id, uuid, workspace_id, user_id, created_by) VALUES (1, 't', 1, 1, 1), (2, 'v', 1, 8, 1);\n"
      // Before its parents: only what is missing at the end is missing.
      try (dangling + Self.before + Self.after).write(to: file, atomically: false, encoding: .utf8)
      for _ in 1...2 {
        let run = try blazz("import", file.path, "--into", store)
        #expect(run.status == 1)
        #expect(run.errorLines.count == 1)
        for mention in ["bad.sql", "teams.user_id", "'8'", "teams_user_id_foreign", "row 2"] {
          #expect(run.errors.contains(mention), "\(mention) is not in \(run.errors)")
        }
        #expect(try blazz("dump", store, "teams", "--columns", "id", "--format", "csv").text == "id\r\n1\r\n")
      }
    }
  }
}

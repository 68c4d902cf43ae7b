import Foundation
import TableStore
import Testing

@testable import BlazzDB

/// What becomes of values, columns and tables that differ from the schema's.
@Suite struct ImportValueTests {
  static let parents = """
    INSERT INTO users (id, first_name, email) VALUES (1, 'Ana', 'ana@mail.test');
    INSERT INTO workspaces (id, uuid, identifier, created_by) VALUES (1, 'w', 'ws', 1);

    """

  private func importing(_ text: String, _ body: (ImportFolder, ImportReport) throws -> Void) throws {
    try withImportFolder { folder in try body(folder, try folder.importing(Self.parents + text)) }
  }

  @Test func namesOffTheListAreKeptAside() throws {
    let text = """
      INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, type) VALUES (1, 'a', 1, 1, '{}', 'sideways'),
        (2, 'b', 1, 1, '{}', 'inbound'), (3, 'c', 1, 1, '{}', '');
      INSERT INTO teams (id, uuid, workspace_id, user_id, created_by, role) VALUES (7, 't', 1, 1, 1, 'agent');

      """
    try importing(text) { folder, report throws in
      #expect(report.rowsRefused == 0 && report.refusedFile == nil)
      #expect(report.rowsAside == 3 && report.asideFile?.hasSuffix("/crm.blazz.aside.jsonl") == true)
      #expect(report.tables.first { $0.name == "chats" }?.alteredValues == ["type": 2])
      #expect(report.tables.first { $0.name == "teams" }?.alteredValues == ["role": 1])
      #expect(try folder.column("type", of: "chats") == [nil, "inbound", nil])
      #expect(try folder.column("role", of: "teams") == ["manager"])
      let aside = try folder.aside
      #expect(aside.map(\.table) == ["chats", "chats", "teams"] && aside.map(\.key) == ["1", "3", "7"])
      #expect(aside.map(\.line) == [3, 4, 5] && aside.allSatisfy { $0.dump.hasPrefix("d.sql#") })
      #expect(aside.map(\.values.count) == [1, 1, 1])
      #expect(aside.map { $0["type"] ?? $0["role"] } == ["sideways", "", "agent"])
    }
  }

  @Test func unknownColumnsAndTablesAreKeptAside() throws {
    let text = """
      INSERT INTO users (ID, Shoe_Size, First_Name, email, note) VALUES (2, 43, 'Bob', 'b@mail.test', NULL);
      INSERT INTO wp_posts VALUES (1, 'x"\\n', NULL, b'101', 0xFF00, TRUE);
      INSERT INTO wp_terms (id, `na\\me`) VALUES (1, '😀');

      """
    try importing(text) { folder, report throws in
      #expect(report.rowsRefused == 0 && report.rowsAside == 3)
      #expect(report.tables.first { $0.name == "users" }?.unknownColumns == ["Shoe_Size", "note"])
      #expect(report.tables.filter { !$0.isKnown }.map(\.name) == ["wp_posts", "wp_terms"])
      let aside = try folder.aside
      #expect(aside.map(\.table) == ["users", "wp_posts", "wp_terms"] && aside.map(\.key) == ["2", nil, nil])
      #expect(aside[0].values == ["Shoe_Size": Array("43".utf8), "note": nil])
      let posts: [String: [UInt8]?] = [
        "1": [0x31], "2": Array("x\"\n".utf8), "3": nil, "4": [0x35], "5": [0xFF, 0], "6": Array("TRUE".utf8),
      ]
      #expect(aside[1].values == posts)
      #expect(aside[2]["na\\me"] == "😀")
    }
  }

  @Test func refusedRowsAreKeptWhole() throws {
    let long = String(repeating: "é", count: 256)
    let text = """
      INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, status, extra) VALUES
      (1, 'a', 1, 1, '{}', '\(long)', 'x');
      INSERT INTO users VALUES (9, 'nobody');

      """
    try importing(text) { folder, report throws in
      #expect(report.rowsRefused == 2 && report.rowsAside == 0 && report.asideFile == nil)
      #expect(report.refusedFile?.hasSuffix("/crm.blazz.refused.jsonl") == true)
      let refused = try folder.refused
      #expect(refused.map(\.line) == [4, 5] && refused.map(\.table) == ["chats", "users"])
      #expect(refused[0].reason?.contains("chats.status") == true && refused[0]["status"] == long)
      #expect(refused[0]["extra"] == "x" && refused[0].values.count == 7)
      #expect(refused[1].reason?.contains("CREATE TABLE") == true && refused[1]["2"] == "nobody")
    }
  }

  @Test func textThatIsNoUTF8IsKeptAsHex() throws {
    let head = "INSERT INTO users (id, first_name, email) VALUES (2, 'ok', 'e"
    try withImportFolder { folder throws in
      let text = Array((Self.parents + head).utf8) + [0xE9] + Array("');".utf8)
      let report = try folder.importing("SET NAMES latin1;\n".utf8 + text)
      #expect(report.rowsRefused == 1)
      let row = try #require(try folder.refused.first)
      #expect(row.values == ["id": [0x32], "first_name": Array("ok".utf8), "email": [0x65, 0xE9]])
    }
  }

  @Test func nobodysRowsAreTaken() throws {
    let text = """
      INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES (1, 'a', NULL, 1, '{}'),
        (2, 'b', 0, 1, '{}'), (3, 'c', 1, 1, '{}');
      INSERT INTO contacts (id, uuid, created_by) VALUES (1, 'a', 1);
      INSERT INTO audit_logs (id, event_type, method, url, ip_address, workspace_id) VALUES
        ('a', 'e', 'GET', '/', '::1', 0);

      """
    try importing(text) { folder, report throws in
      #expect(report.rowsRefused == 0 && report.rowsAside == 0)
      #expect(try folder.column("workspace_id", of: "chats") == ["0", "0", "1"])
      #expect(try folder.column("workspace_id", of: "contacts") == ["0"])
      #expect(try folder.column("workspace_id", of: "audit_logs") == [nil])
      #expect(try folder.blazz.workspace(1).read { db in try db.chats.all().map(\.id) } == [3])
      #expect(report.tables.first { $0.name == "contacts" }?.emptyColumns == ["workspace_id"])
    }
  }

  @Test func missingColumnsAreFilledAndNamed() throws {
    let text = "INSERT INTO campaigns (id, workspace_id, created_at) VALUES (1, 1, '2024-01-01 00:00:00');\n"
    try importing(text) { folder, report throws in
      #expect(report.rowsRefused == 0)
      let table = try #require(report.tables.first { $0.name == "campaigns" })
      #expect(table.emptyColumns == ["name", "template_id", "contact_group_id", "metadata", "created_by"])
      #expect(table.missingColumns == ["uuid", "status", "scheduled_at", "deleted_by", "deleted_at"])
      let row = try #require(try folder.rows("campaigns").first).mapValues {
        $0.map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(row["name"] == "" && row["template_id"] == "0" && row["status"] == "pending")
      #expect(row["uuid"]??.count == 36 && row["deleted_at"] == .some(nil))
      let again = try folder.importing(Self.parents + text)
      #expect(again.tables.map(\.rowsAlreadyThere) == [1, 1, 1] && again.rowsRefused == 0)
    }
  }

  @Test func rowsWithoutKeyAreCounted() throws {
    let text = """
      INSERT INTO chats (uuid, workspace_id, contact_id, metadata, extra) VALUES ('a', 1, 1, '{}', 'x'),
        ('b', 1, 2, '{}', 'y');

      """
    try importing(text) { folder, report throws in
      for rerun in 0...1 {
        let report = rerun == 0 ? report : try folder.importing(Self.parents + text)
        let chats = try #require(report.tables.last)
        #expect(chats.rowsStored == (rerun == 0 ? 2 : 0) && chats.rowsRefused == 0)
        #expect(chats.rowsAlreadyThere == (rerun == 0 ? 0 : 2))
        #expect(try folder.column("id", of: "chats") == ["1", "2"])
        let aside = try folder.aside
        #expect(aside.map(\.key) == ["1", "2"] && aside.map { $0["extra"] } == ["x", "y"])
      }
    }
  }
}

import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// The check of foreign keys at the end of an import.
@Suite struct DanglingImportTests {
  /// Workspace 2 was made by a user who is not there; what refers to it goes in its turn, row by row.
  private static let dump =
    ImportValueTests.parents + """
      INSERT INTO workspaces (id, uuid, identifier, created_by) VALUES (2, 'v', 'v', 99);
      INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, type, extra) VALUES
        (1, 'a', 1, 1, '{}', 'inbound', 'kept'), (2, 'b', 2, 1, '{"a":1}', 'sideways', 'too');
      INSERT INTO campaigns (id, uuid, workspace_id, name, template_id, contact_group_id, metadata, created_by)
        VALUES (5, 'c', 2, 'x', 1, 0, '{}', 1);
      INSERT INTO campaign_logs (id, campaign_id, contact_id) VALUES (1, 5, 1);
      INSERT INTO contacts (id, uuid, workspace_id, created_by) VALUES (1, 'k', 2, 1);
      INSERT INTO audit_logs (id, event_type, method, url, ip_address, workspace_id) VALUES
        ('a', 'e', 'GET', '/', '::1', 2), ('b', 'e', 'GET', '/', '::1', NULL);

      """

  @Test func everyRowThatGoesIsNamedAndKept() throws {
    try withImportFolder { folder throws in
      var previous: [KeptRecord]?
      for _ in 1...2 {
        let report = try folder.importing(Self.dump)
        #expect(report.rowsRefused == 4)
        for (table, key) in [("workspaces", "1"), ("chats", "1"), ("audit_logs", "b")] {
          #expect(try folder.column("id", of: table) == [key], "\(table)")
        }
        #expect(try folder.column("id", of: "campaigns").isEmpty)
        // No declared foreign key of theirs refers to nothing.
        #expect(try folder.column("id", of: "contacts") == ["1"])
        #expect(try folder.column("id", of: "campaign_logs") == ["1"])
        let refused = try folder.refused
        #expect(refused.allSatisfy { $0.line == nil && $0.dump.hasPrefix("d.sql#") })
        let names = refused.map { "\($0.table) \($0["id"] ?? "")" }
        #expect(names.first == "workspaces 2")
        #expect(Set(names) == ["workspaces 2", "chats 2", "campaigns 5", "audit_logs a"] && names.count == 4)
        let chat = try #require(refused.first { $0.table == "chats" })
        #expect(chat["metadata"] == "{\"a\":1}" && chat.values["type"] == .some(nil) && chat["workspace_id"] == "2")
        #expect(chat.reason?.contains("workspace_id") == true)
        let aside = try folder.aside.map { [$0.key, $0["extra"], $0["type"]] }
        #expect(aside == [["1", "kept", nil], ["2", "too", "sideways"]])
        #expect(previous == nil || previous == refused)
        previous = refused
      }
    }
  }

  /// A row that gets a UUID and a key anew in every import is kept once, as it was the last time.
  @Test func rowsWithNewValuesAreKeptOnce() throws {
    let dump =
      ImportValueTests.parents
      + "INSERT INTO teams (workspace_id, user_id, created_by, role) VALUES (1, 9, 1, 'agent'), (1, 8, 1, 'agent');\n"
    try withImportFolder { folder throws in
      for _ in 1...3 {
        let report = try folder.importing(dump)
        #expect(report.rowsRefused == 2 && report.rowsAside == 2)
        #expect(try folder.refused.map { $0["user_id"] }.sorted { $0 ?? "" > $1 ?? "" } == ["9", "8"])
        #expect(try folder.refused.allSatisfy { $0["uuid"]?.count == 36 } && folder.aside.count == 2)
      }
    }
  }

  @Test func theReportCountsRowsThatGo() throws {
    try withImportFolder { folder throws in
      for _ in 1...2 {
        let report = try folder.importing(Self.dump)
        let chats = try #require(report.tables.first { $0.name == "chats" })
        #expect(chats.rowsRead == 2 && chats.rowsRefused == 1)
        #expect(chats.rowsStored + chats.rowsAlreadyThere == 1)
      }
    }
  }
}

import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// Dumps that break off: all that came before the break is stored, in every pass, and nothing behind it.
@Suite struct BreakingOffTests {
  private static let parents =
    ImportValueTests.parents + """
      INSERT INTO campaign_logs (id, campaign_id, contact_id) VALUES (1, 5, 1), (2, 6, 1);
      INSERT INTO campaigns (id, uuid, workspace_id, name, template_id, contact_group_id, metadata, created_by)
        VALUES (5, 'c', 1, 'x', 1, 0, '{}', 1);

      """
  private static let behind = "INSERT INTO campaign_logs (id, campaign_id, contact_id) VALUES (3, 5, 1);\n"
  private static let chat = "INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES "

  @Test(arguments: [
    chat + "(1, 'a', 1, 1, '{}'), (2, 'b", chat + "(1, 'a', 1, 1, '{}'), (2, oh no);\n" + behind,
    chat + "(1, 'a', 1, 1, '{}');\nLOAD DATA;\n" + behind,
    chat + "(1, 'a', 1, 1, '{}');\nINSERT INTO campaign_logs (id, campaign_id) VALUES (9, ?);\n" + behind,
  ])
  func inheritedRowsBeforeTheBreakAreStored(_ end: String) throws {
    try withImportFolder { folder throws in
      #expect(code { try folder.importing(Self.parents + end) } == .malformedInput)
      #expect(try folder.column("id", of: "campaign_logs") == ["1"])
      #expect(try folder.column("id", of: "chats") == ["1"])
      #expect(try folder.refused.map { [$0["id"], $0["campaign_id"]] } == [["2", "6"]])
    }
  }

  /// Rows whose parents lie behind the break stay: the whole dump may still come.
  @Test func nothingIsTakenOutForWhatDidNotCome() throws {
    let team = "INSERT INTO teams (id, uuid, workspace_id, user_id, created_by) VALUES (1, 't', 1, 8, 1);\n"
    try withImportFolder { folder throws in
      #expect(code { try folder.importing(ImportValueTests.parents + team + "INSERT INTO users (") } == .malformedInput)
      #expect(try folder.column("id", of: "teams") == ["1"])
      let user = "INSERT INTO users (id, first_name, email) VALUES (8, 'B', 'b@mail.test');\n"
      let report = try folder.importing(ImportValueTests.parents + team + user)
      #expect(report.rowsRefused == 0 && report.tables.map(\.rowsAlreadyThere) == [1, 1, 1])
    }
  }
}

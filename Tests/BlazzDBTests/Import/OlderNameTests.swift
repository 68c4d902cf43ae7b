import Testing

@testable import BlazzDB

/// Names of older versions, and names in other letters.
@Suite struct OlderNameTests {
  private static let user = "INSERT INTO users (id, first_name, email) VALUES (1, 'Ana', 'ana@mail.test');\n"
  private static let organization =
    "INSERT INTO organizations (id, uuid, identifier, created_by) VALUES (1, 'old', 'o', 1);\n"
  private static let workspace =
    "INSERT INTO workspaces (id, uuid, identifier, created_by) VALUES (1, 'new', 'w', 1);\n"

  @Test func olderNamesAreRead() throws {
    let chat = """
      INSERT INTO `Chats` (id, uuid, organization_id, contact_id, metadata) VALUES (5, 'c', 1, 1, '{}');

      """
    try withImportFolder { folder throws in
      let report = try folder.importing(chat + Self.organization + Self.user)
      #expect(report.rowsRefused == 0 && report.rowsAside == 0)
      #expect(report.tables.map(\.name) == ["Chats", "users", "organizations"])
      #expect(report.tables.map(\.target) == ["chats", "users", "workspaces"])
      #expect(try folder.column("uuid", of: "workspaces") == ["old"])
      #expect(try folder.column("workspace_id", of: "chats") == ["1"])
    }
  }

  /// Wherever the present name comes in the dump.
  @Test(arguments: [[organization, workspace], [workspace, organization]])
  func anOlderTableBesideThePresentOneIsAnother(_ tables: [String]) throws {
    try withImportFolder { folder throws in
      let report = try folder.importing(Self.user + tables.joined())
      #expect(report.rowsRefused == 0 && report.rowsAside == 1)
      #expect(try folder.column("uuid", of: "workspaces") == ["new"])
      let aside = try folder.aside
      #expect(aside.map(\.table) == ["organizations"] && aside.first?["uuid"] == "old")
    }
  }

  @Test func anOlderColumnBesideThePresentOneIsAnother() throws {
    let chat = """
      INSERT INTO chats (id, uuid, organization_id, WORKSPACE_ID, contact_id, metadata) VALUES (5, 'c', 7, 1, 1, '{}');

      """
    try withImportFolder { folder throws in
      let report = try folder.importing(Self.user + Self.workspace + chat)
      #expect(report.rowsRefused == 0)
      #expect(try folder.column("workspace_id", of: "chats") == ["1"])
      #expect(try folder.aside.map { $0["organization_id"] } == ["7"])
    }
  }

  @Test func columnsHaveOlderNamesInTheirTableOnly() {
    #expect(OlderNames.column("code", of: "team_invites") == "token")
    #expect(OlderNames.column("expire_at", of: "team_invites") == "expires_at")
    #expect(OlderNames.column("code", of: "coupons") == nil)
    #expect(OlderNames.column("organization_id", of: "teams") == "workspace_id")
  }
}

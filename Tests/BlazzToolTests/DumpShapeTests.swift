import Foundation
import TestSupport
import Testing

/// Dumps whose tables, columns or order differ from the schema's.
@Suite struct DumpShapeTests {
  private static let parents = """
    INSERT INTO users (id, first_name, email) VALUES (1, 'Ana', 'ana@mail.test');
    INSERT INTO workspaces (id, uuid, identifier, created_by) VALUES (1, 'w', 'ws', 1);

    """

  private func importing(_ text: String, _ body: (ToolRun, _ store: String) throws -> Void) throws {
    try withScratchFolder { folder in
      let (dump, store) = (folder.appending(path: "d.sql"), folder.appending(path: "s.blazz").path)
      try (Self.parents + text).write(to: dump, atomically: false, encoding: .utf8)
      try body(try blazz("import", dump.path, "--into", store), store)
    }
  }

  private func object(_ store: String, _ table: String, _ key: String) throws -> JSONLine {
    let line = try #require(try blazz("get", store, table, key, "--format", "jsonl").lines.first)
    return try #require(JSONLine(line))
  }

  @Test func theFilesBesideTheStoreAreNamed() throws {
    let text = """
      INSERT INTO wp_posts VALUES (1, 'x'), (2, 'y');
      INSERT INTO users (id, first_name, email, extra) VALUES (2, 'Bob', 'b@mail.test', 'x'), (3, 'B', NULL, 'y');

      """
    try importing(text) { run, store in
      #expect(run.status == 1 && run.errorLines.count == 1)
      #expect(run.lines.contains { $0.hasPrefix("rows refused: 1, in ") && $0.hasSuffix("s.blazz.refused.jsonl") })
      #expect(run.lines.contains { $0.hasPrefix("rows kept aside, ") && $0.hasSuffix("s.blazz.aside.jsonl") })
      #expect(run.lines.contains { $0.contains(": 3, in ") })
      for suffix in ["refused", "aside"] {
        #expect(FileManager.default.fileExists(atPath: "\(store).\(suffix).jsonl"))
      }
    }
  }

  @Test func olderNamesAreNamed() throws {
    let text = """
      INSERT INTO organizations (id, uuid, identifier, created_by) VALUES (7, 'o', 'o', 1);
      INSERT INTO teams (id, uuid, organization_id, user_id, created_by, role) VALUES (1, 't', 1, 1, 1, 'agent');

      """
    try importing(text.replacing("organizations", with: "ORGANIZATIONS")) { run, store in
      #expect(run.status == 0 && run.errors.isEmpty)
      // The dump has a table workspaces too: the older name means nothing then.
      #expect(run.lines.contains { $0.contains("ORGANIZATIONS (1)") })
      #expect(run.lines.contains { $0.hasPrefix("teams: ") && $0.hasSuffix("kept aside: role (1)") })
    }
  }

  @Test func unknownTablesAreSkippedAndNamed() throws {
    try importing("INSERT INTO `wp_posts` VALUES (1, 'x'), (2, 'y');\n") { run, store in
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.text.contains("wp_posts (2)"))
      let users = try blazz("dump", store, "users")
      #expect(users.lines.count == 1)
    }
  }

  @Test func unknownColumnsAreSkippedAndNamed() throws {
    try importing("INSERT INTO users (id, shoe_size, first_name, email) VALUES (2, 43, 'Bob', 'b@mail.test');\n") {
      run, store in
      #expect(run.status == 0)
      #expect(run.lines.contains { $0.contains("users") && $0.contains("shoe_size") })
      let user = try object(store, "users", "2")
      #expect(user["first_name"] == .string("Bob"))
    }
  }

  @Test func missingColumnsTakeTheirDefaults() throws {
    try importing("INSERT INTO contacts (id, uuid, workspace_id, created_by) VALUES (1, 'c', 1, 1);\n") { run, store in
      #expect(run.status == 0)
      #expect(run.lines.contains { $0.contains("contacts") && $0.contains("is_favorite") })
      let contact = try object(store, "contacts", "1")
      #expect(contact["is_favorite"] == .number("0"))
      #expect(contact["first_name"] == .null)
      #expect(contact["created_at"] == .null, "an import fills in nothing but defaults")
      #expect(try object(store, "users", "1")["role"] == .string("user"))
      #expect(try object(store, "users", "1")["status"] == .number("1"))
      #expect(try object(store, "workspaces", "1")["status"] == .string("active"))
    }
  }

  @Test func theDumpsOwnCreateTableOrdersTheValues() throws {
    let text = """
      CREATE TABLE `users` (
        `email` varchar(191) NOT NULL,
        `extra` int(11) DEFAULT NULL,
        `first_name` varchar(128) NOT NULL,
        `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
        PRIMARY KEY (`id`)
      ) ENGINE=InnoDB;
      INSERT INTO `users` VALUES ('bob@mail.test',5,'Bob',2);

      """
    try importing(text) { run, store in
      #expect(run.status == 0)
      let user = try object(store, "users", "2")
      #expect(user["email"] == .string("bob@mail.test"))
      #expect(user["first_name"] == .string("Bob"))
    }
  }

  @Test func withoutCreateTableTheColumnsMustBeNamed() throws {
    try importing("INSERT INTO users VALUES (2, 'Bob', NULL, 'b@mail.test');\n") { run, store in
      #expect(run.status == 1)
      #expect(run.errorLines.count == 1)
      for mention in ["d.sql:3", "users", "CREATE TABLE"] {
        #expect(run.errors.contains(mention), "\(mention) is not in \(run.errors)")
      }
      let users = try blazz("dump", store, "users")
      #expect(users.lines.count == 1, "what came before is stored")
    }
  }

  @Test func childrenMayComeBeforeTheirParents() throws {
    let text = """
      INSERT INTO campaign_logs (id, campaign_id, contact_id) VALUES (1, 5, 1);
      INSERT INTO campaigns (id, uuid, workspace_id, name, template_id, contact_group_id, metadata, created_by)
        VALUES (5, 'c', 1, 'x', 1, 0, '{}', 1);

      """
    try importing(text) { run, store in
      #expect(run.status == 0, "\(run.errors)")
      let logs = try blazz("dump", store, "campaign_logs", "--workspace", "1")
      #expect(logs.lines.count == 1)
    }
  }

  @Test func importingTwiceStoresNothingTwice() throws {
    try withSampleStore { store, dump in
      let before = try SampleCRM().tables.map { try blazz("dump", store, $0.name).output }
      let run = try blazz("import", dump, "--into", store)
      #expect(run.status == 0 && run.errors.isEmpty)
      for table in SampleCRM().tables {
        let counts = run.lines.first { $0.hasPrefix(table.name + " ") }?.split(separator: " ").dropFirst().map(
          String.init)
        #expect(
          counts == ["\(table.rows.count)", "0", "\(table.rows.count)", "0"],
          "\(table.name): read, stored, there, refused")
      }
      #expect(try SampleCRM().tables.map { try blazz("dump", store, $0.name).output } == before)
    }
  }
}

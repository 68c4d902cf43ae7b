import Foundation
import TestSupport
import Testing

/// `blazz schema`: the contract's shape, the document's names and types.
@Suite struct SchemaCommandTests {
  /// The document's tables as the tool shows them, an object a line.
  private static let document: [String: String] = {
    let file = Bundle.module.url(forResource: "Resources/schema", withExtension: "jsonl")!
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
    return Dictionary(uniqueKeysWithValues: lines.map { (name($0), $0) })
  }()

  /// The name in a line that begins with it.
  private static func name(_ line: String) -> String { String(line.split(separator: "\"").dropFirst(3).first ?? "") }

  /// A line without our own indexes, which the document does not have.
  private static func withoutOwnIndexes(_ line: String) -> String {
    line.replacing(
      /,?{"name":"[^"]*","kind":"(plain|fulltext)","columns":\[[^\]]*\],"own":true(,"across":true)?(,"where":"(\\.|[^"\\])*")?}/,
      with: ""
    )
    .replacing("\"indexes\":[,", with: "\"indexes\":[")
  }

  private static func objects(_ data: Data) throws -> [String: [String: Any]] {
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tables = try #require(object["tables"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: tables.map { ($0["name"] as? String ?? "", $0) })
  }

  @Test func tablesAreTheDocuments() throws {
    let run = try blazz("schema", "--format", "jsonl")
    #expect(run.status == 0 && run.errors.isEmpty && !run.lines.isEmpty)
    for line in run.lines { #expect(Self.document[Self.name(line)] == Self.withoutOwnIndexes(line)) }
  }

  @Test func jsonIsOneObject() throws {
    let run = try blazz("schema", "--format", "json")
    let tables = try Self.objects(run.output)
    let lines = try blazz("schema").lines
    #expect(run.text == "{\"tables\":[\(lines.joined(separator: ","))]}\n")
    #expect(tables.count == lines.count)
    let chats = try blazz("schema", "chats", "--format", "json")
    let document = "{\"tables\":[\(try #require(Self.document["chats"]))]}"
    #expect(chats.lines.map(Self.withoutOwnIndexes) == [document])
  }

  /// The copy in Resources against the document itself, and the tool with it.
  @Test func everyFieldIsTheDocuments() throws {
    guard let file = sharedFile("schema/schema.json") else { return }
    let expected = try Self.objects(Data(contentsOf: file))
    for (name, table) in try Self.objects(try blazz("schema", "--format", "json").output) {
      let other = try #require(expected[name])
      #expect(Set(table.keys) == Self.keys, "\(name)")
      for key in ["domain", "primaryKey", "foreignKeys"] {
        #expect(Self.isEqual(table[key], other[key]), "\(name) \(key)")
      }
      #expect(Self.isEqual(table["scope"], (other["scope"] as? [String: Any])?["kind"]), "\(name)")
      let own = (table["indexes"] as? [[String: Any]])?.filter { $0["own"] != nil } ?? []
      #expect(own.allSatisfy { $0["own"] as? Bool == true && ($0["name"] as? String)?.hasPrefix("own_") == true })
      let indexes = (table["indexes"] as? [[String: Any]])?.filter { $0["own"] == nil }
      for (key, members) in [
        ("columns", ["name", "type", "nullable", "default"]), ("indexes", ["name", "kind", "columns"]),
      ] {
        let objects = (other[key] as? [[String: Any]])?.map { $0.filter { members.contains($0.key) } }
        #expect(Self.isEqual(key == "indexes" ? indexes : table[key], objects), "\(name) \(key)")
      }
    }
    #expect(Set(expected.keys) == Set(Self.document.keys))
  }

  private static let keys: Set = ["name", "domain", "scope", "columns", "primaryKey", "indexes", "foreignKeys"]

  private static func isEqual(_ left: Any?, _ right: Any?) -> Bool {
    guard let left, let right else { return false }
    return NSArray(array: [left]).isEqual(NSArray(array: [right]))
  }

  @Test func sqlIsAStatementATable() throws {
    let run = try blazz("schema", "--format", "sql")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0;\n"))
    #expect(run.text.hasSuffix("SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS;\n"))
    #expect(run.lines.filter { $0.hasPrefix("CREATE TABLE `") }.count == (try blazz("schema").lines.count))
    #expect(!run.text.contains("DROP") && !run.text.contains("own_"))
    #expect(run.lines.contains("  KEY `idx_chat_timeline_performance` (`created_at`, `type`),"))
  }

  @Test func textIsAligned() throws {
    let run = try blazz("schema", "campaigns", "--format", "table")
    let lines = [
      "campaigns (messaging, workspace)", "",
      "column            type             null  default",
      "────────────────  ───────────────  ────  ─────────────────────────────────────────────",
      "id                bigint unsigned        AUTO_INCREMENT",
    ]
    #expect(Array(run.lines.prefix(5)) == lines)
    #expect(run.lines.contains("scheduled_at      datetime         NULL"))
    #expect(
      run.lines.contains("created_at        timestamp              CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"))
    #expect(run.lines.contains("campaigns_uuid_unique          unique              uuid"))
    #expect(run.lines.last == "campaigns_workspace_id_foreign  workspace_id  workspaces(id)  cascade")
    // A long type is not cut.
    #expect(try blazz("schema", "campaign_logs", "--format", "table").text.contains("'failed','ongoing')"))
  }

  @Test func wrongUse() throws {
    for arguments in [["schema", "--format", "csv"], ["schema", "chats", "users"]] {
      let run = try blazz(arguments)
      #expect(run.status == 2 && run.output.isEmpty)
    }
    let run = try blazz("schema", "chat")
    #expect(run.status == 1 && run.errorLines.count == 1 && run.errors.contains("'chat'"))
    #expect(run.errors.contains("campaign_logs"))
  }
}

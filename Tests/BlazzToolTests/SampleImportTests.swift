import Foundation
import TestSupport
import Testing

/// The large dump through the tool and out again: every row and column, and MariaDB's own answers.
@Suite(.serialized) struct SampleImportTests {
  private static let names = [
    "users", "workspaces", "teams", "contacts", "chats", "campaigns", "campaign_logs", "audit_logs",
  ]

  /// A question put to MariaDB, and the primary keys that it answered with.
  private struct Question: Decodable {
    var table: String
    var workspace: Int?
    var `where`: String?
    var match: String?
    var orderBy: String
    var limit: Int?
    var ids: [String]
  }

  @Test func dumpedRowsEqualTheDumps() throws {
    guard let dump = sharedFile("data/sample.sql.gz") else { return }
    let tables = DumpText(try gunzipped(dump)).tables
    try withStore(dump) { store in
      for name in Self.names {
        let table = try #require(tables[name])
        let run = try blazz("dump", store, name, "--format", "jsonl")
        #expect(run.status == 0)
        compare(run.lines, table.rows, table)
        try compareWorkspace(3, store, table, campaigns: tables["campaigns"]!)
      }
    }
  }

  private func compareWorkspace(_ workspace: Int, _ store: String, _ table: DumpedTable, campaigns: DumpedTable) throws
  {
    var rows = table.rows
    if table.name == "campaign_logs" {
      let own = Set(campaigns.rows.filter { $0.number("workspace_id") == workspace }.map { $0["id"] })
      rows = rows.filter { own.contains($0["campaign_id"]) }
    } else if table.columns.contains(where: { $0.name == "workspace_id" }) {
      rows = rows.filter { $0.number("workspace_id") == workspace }
    }
    #expect(!rows.isEmpty)
    let run = try blazz("dump", store, table.name, "--workspace", "\(workspace)", "--format", "jsonl")
    #expect(run.status == 0)
    compare(run.lines, rows, table)
  }

  private func compare(_ lines: [String], _ rows: [DumpedTable.Row], _ table: DumpedTable) {
    #expect(lines.count == rows.count, "\(table.name)")
    let different = zip(lines, rows).first { line, row in
      guard let object = JSONLine(line) else { return true }
      // Equality of Swift strings forgives other spellings of a letter: bytes do not.
      let expected = JSONLine(row, of: table)
      return object.keys != expected.keys || !zip(object.values, expected.values).allSatisfy(Self.haveSameBytes)
    }
    #expect(different == nil, "\(table.name): \(different?.0 ?? "") is not \(different.map { "\($0.1.values)" } ?? "")")
  }

  private static func haveSameBytes(_ left: JSONScalar, _ right: JSONScalar) -> Bool {
    if case (.string(let left), .string(let right)) = (left, right) { return left.utf8.elementsEqual(right.utf8) }
    return left == right
  }

  @Test func ordersAreMariaDBs() throws {
    guard let dump = sharedFile("data/sample.sql.gz"), let answers = sharedFile("data/sample.answers.jsonl.gz")
    else { return }
    let questions = try gunzipped(answers).split(separator: 0x0A)
      .map { try JSONDecoder().decode(Question.self, from: $0) }
      .filter { Self.names.contains($0.table) && $0.where == nil && $0.match == nil }
    #expect(questions.count == 29)
    try withStore(dump) { store in
      for question in questions {
        var arguments = ["dump", store, question.table, "--columns", "id", "--order-by", question.orderBy]
        if let limit = question.limit { arguments += ["--limit", "\(limit)"] }
        if let workspace = question.workspace { arguments += ["--workspace", "\(workspace)"] }
        let run = try blazz(arguments + ["--format", "csv"])
        let ids = run.text.split(separator: "\r\n").dropFirst().map(String.init)
        #expect(ids == question.ids, "\(question.table) \(question.orderBy)")
      }
    }
  }

  private func withStore(_ dump: URL, _ body: (String) throws -> Void) throws {
    try withScratchFolder { folder in
      let store = folder.appending(path: "sample.blazz").path
      let run = try blazz("import", dump.path, "--into", store)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      try body(store)
    }
  }
}

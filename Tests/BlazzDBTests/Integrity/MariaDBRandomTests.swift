import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// The random statements of `RandomStatementsTests` in a real server: it takes and refuses the same ones, for the same
/// reasons, and is left with the same rows. Runs only where `BLAZZ_MARIADB_SOCKET` names a server.
@Suite struct MariaDBRandomTests {
  @Test func storeAndServerAgree() throws {
    guard let client = MariaDBClient() else { return }
    let count = ProcessInfo.processInfo.environment["BLAZZ_TEST_STATEMENTS"].flatMap { Int($0) } ?? 20_000
    try withScratchFolder { folder in
      let store = try Store(
        path: folder.appending(path: "random.blazz").path, tables: Blazz.tables, options: .testing)
      let run = IntegrityRun(store, SeededRandom())
      run.maker.values.isForMySQL = true
      run.journal = MySQLJournal()
      while run.statementCount < count { try run.transaction() }
      try run.requireAll()
      let database = "blazz_random_\(UUID().uuidString.prefix(8))"
      try create(database, client, folder)
      defer { try? drop(database, client, folder) }
      try compareOutcomes(try #require(run.journal), database, client, folder)
      try compareRows(store, database, client, folder)
      try store.close()
    }
  }

  private func create(_ database: String, _ client: MariaDBClient, _ folder: URL) throws {
    let script = folder.appending(path: "create.sql")
    let text =
      "CREATE DATABASE \(database) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;\nUSE \(database);\n"
      + MySQLTables.statements
    try text.write(to: script, atomically: false, encoding: .utf8)
    let (_, errors) = try client.run(script, database: nil)
    try #require(errors.isEmpty, "\(errors)")
  }

  private func drop(_ database: String, _ client: MariaDBClient, _ folder: URL) throws {
    let script = folder.appending(path: "drop.sql")
    try "DROP DATABASE \(database);\n".write(to: script, atomically: false, encoding: .utf8)
    _ = try client.run(script, database: nil)
  }

  private func compareOutcomes(
    _ journal: MySQLJournal, _ database: String, _ client: MariaDBClient, _ folder: URL
  ) throws {
    let script = folder.appending(path: "statements.sql")
    try journal.lines.map { $0.sql + "\n" }.joined().write(to: script, atomically: false, encoding: .utf8)
    let (_, errors) = try client.run(script, database: database)
    var differences = 0
    for (number, line) in journal.lines.enumerated() {
      let error = errors[number + 1]
      let isSame = line.refusals.isEmpty ? error == nil : error.map { isReason($0, among: line.refusals) } ?? false
      guard !isSame, differences < 10 else { continue }
      differences += 1
      Issue.record("server: \(error ?? "done"); store: \(line.refusals); \(line.sql.prefix(600))")
    }
    let refused = journal.lines.count { !$0.refusals.isEmpty }
    print("  \(journal.lines.count) statements in the server, \(refused) of them refused")
  }

  /// Whether the server's error tells one of our reasons.
  private func isReason(_ error: String, among refusals: Set<ModelRefusal>) -> Bool {
    let code: StoreError.Code =
      switch error.firstMatch(of: /ERROR (\d+)/).flatMap({ Int($0.1) }) {
      case 1062: .duplicate
      case 1452: .missingReference
      case 1451: .stillReferenced
      default: .invalidValue
      }
    return refusals.contains { $0.code == code }
  }

  private func compareRows(_ store: Store, _ database: String, _ client: MariaDBClient, _ folder: URL) throws {
    let script = folder.appending(path: "rows.sql")
    let questions = Blazz.tables.map { MySQLTables.question($0.schema) + "\n" }.joined()
    try questions.write(to: script, atomically: false, encoding: .utf8)
    let (output, errors) = try client.run(script, database: database)
    try #require(errors.isEmpty, "\(errors)")
    var theirs = Set(output.map(String.init))
    var count = 0
    try store.read(.everything) { db in
      for schema in Blazz.tables.map({ $0.schema }) {
        for values in try #require(db.table(named: schema.name)).allValues() {
          count += 1
          let answer = MySQLTables.answer(schema, values)
          if theirs.remove(answer) == nil { Issue.record("the server lacks \(answer.prefix(400))") }
        }
      }
    }
    for row in theirs.prefix(10) { Issue.record("only the server has \(row.prefix(400))") }
    print("  \(count) rows left")
  }
}

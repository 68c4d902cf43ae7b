import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// Questions that were put to MariaDB, asked of the planner and of the full-text index: the same primary keys in the same
/// order, whatever way is taken. `BLAZZ_DUMP` and `BLAZZ_ANSWERS` name another dump and other answers.
@Suite(.serialized) struct AnswersTests {
  @Test func planReturnsMariaDBsRowsInItsOrder() throws {
    guard let answers = try MariaDBAnswers.shared() else { return }
    let questions = answers.questions.filter { $0.match == nil }
    try answers.withStore { blazz in
      try answers.expect(questions, "answers", [("the plan", { try rows($0, blazz) })])
    }
  }

  @Test func searchReturnsMariaDBsRowsInItsOrder() throws {
    guard let answers = try MariaDBAnswers.shared() else { return }
    try expectSearches(answers)
  }

  /// 1,445 searches of a dump of 2,000 made-up contacts, both from MariaDB 10.11: see `Resources/README.md`.
  @Test func searchReturnsMariaDBsRowsOfTheCommittedAnswers() throws {
    func resource(_ name: String) -> URL { Bundle.module.url(forResource: "Resources/\(name)", withExtension: nil)! }
    try expectSearches(
      MariaDBAnswers(dump: resource("search.sql.gz"), answers: resource("search.answers.jsonl.gz")))
  }

  private func expectSearches(_ answers: MariaDBAnswers) throws {
    let questions = answers.questions.filter { $0.match != nil }
    try answers.withStore { blazz in
      try answers.expect(
        questions, "searches",
        [
          ("the table by name", { try searchByName($0, blazz) }), ("the typed table", { try search($0, blazz) }),
          ("a condition", { try condition($0, blazz) }),
        ])
    }
  }

  private func rows(_ question: MariaDBAnswers.Question, _ blazz: Blazz) throws -> [String] {
    try question.read(blazz) { db in
      let table = try #require(db.table(named: question.table))
      var ids: [String] = []
      try table.forEach(question.asked(table.schema)) { row in ids.append(try keyText(row, table.schema)) }
      return ids
    }
  }

  private func keyText(_ row: borrowing RowReader, _ schema: TableSchema) throws -> String {
    switch try row.value(schema.primaryKey) {
    case .text(let text): text
    case .integer(let integer): "\(integer)"
    default: ""
    }
  }

  /// As `blazz search` asks.
  private func searchByName(_ question: MariaDBAnswers.Question, _ blazz: Blazz) throws -> [String] {
    try question.read(blazz) { db in
      let table = try #require(db.table(named: question.table))
      var ids: [String] = []
      let text = try #require(question.match)
      let found = try table.search(text, mode: .boolean, question.asked(table.schema)) { row, _, _ in
        ids.append(try keyText(row, table.schema))
      }
      #expect(found.isComplete)
      return ids
    }
  }

  /// As a program asks: `db.contacts.search("…").where { … }`.
  private func search(_ question: MariaDBAnswers.Question, _ blazz: Blazz) throws -> [String] {
    let asked = try question.asked(Contact.schema).selection
    return try question.read(blazz) { db in
      let search = try db.contacts.search(#require(question.match)).withDeleted().refined {
        $0.selection.narrow(asked.filter)
        ($0.selection.order, $0.selection.limit) = (asked.order, asked.limit)
      }
      let ids = try search.ids()
      let hits = try search.hits()
      #expect(try hits.hits.map(\.row.id) == ids && search.all().map(\.id) == ids && hits.isComplete)
      #expect(try search.count() == ids.count)
      #expect(hits.hits.allSatisfy { !$0.highlights.isEmpty }, "something of each row matches")
      return ids.map { "\($0.rawValue)" }
    }
  }

  /// As a condition of a query among others.
  private func condition(_ question: MariaDBAnswers.Question, _ blazz: Blazz) throws -> [String] {
    let asked = try question.asked(Contact.schema).selection
    return try question.read(blazz) { db in
      let text = try #require(question.match)
      let query = db.contacts.withDeleted().where { _ in Contact.words.matches(text) }.refined {
        $0.selection.narrow(asked.filter)
        ($0.selection.order, $0.selection.limit) = (asked.order, asked.limit)
      }
      return try query.all().map { "\($0.id.rawValue)" }
    }
  }
}

extension MariaDBAnswers.Question {
  /// Conditions, order and limit.
  func asked(_ schema: TableSchema) throws -> SQLQuestion {
    try SQLQuestion(schema, where: `where`, orderBy: orderBy, limit: limit)
  }
}

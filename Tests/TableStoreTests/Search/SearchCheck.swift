import TestSupport

@testable import TableStore

/// What went wrong with a question.
struct Disagreement: Error, CustomStringConvertible {
  let description: String

  init(_ question: SearchQuestion, _ what: String) { description = "\(what)\n  \(question)" }
}

/// Asks the engine and the reference the same.
struct SearchCheck {
  /// How often each kind of question was asked with an answer that is not empty.
  private(set) var kinds: [String: Int] = [:]

  private mutating func note(_ kind: String, _ isTelling: Bool = true) {
    if isTelling { kinds[kind, default: 0] += 1 }
  }

  /// Asks in one of several ways; gives the question of the next page, if there is one.
  mutating func ask<Mode>(
    _ question: SearchQuestion, _ db: Tables<Mode>, _ letters: inout ReferenceLetters, _ random: inout SeededRandom
  ) throws -> SearchQuestion? {
    let all = question.answer(&letters)
    let isFirst = question.after == nil
    let expected = Array(all.dropFirst(isFirst ? question.offset : 0).prefix(question.limit))
    noteKinds(question, all, isWriting: Mode.self == Writing.self)
    let search = question.search(db)
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      try require(search.ids().map(\.rawValue) == expected.map(\.row.id), question, "ids", search.ids(), expected)
    case 1: try require(search.all() == expected.map(\.row.letter), question, "rows", search.ids(), expected)
    case 2:
      let count = try search.count()
      guard count == expected.count else { throw Disagreement(question, "count \(count), not \(expected.count)") }
    default:
      let found = try search.hits()
      try compare(found, expected, question, letters.terms)
      let isMore = all.count - (isFirst ? question.offset : 0) > expected.count && question.limit > 0
      guard (found.next != nil) == isMore else { throw Disagreement(question, "next page: \(isMore) expected") }
      guard let next = found.next, let last = expected.last else { return nil }
      var later = question
      later.after = (next, last)
      return later
    }
    return nil
  }

  /// All rows with fewer postings than that may take: rows may be missing, none may be wrong, and the result says so.
  mutating func askShort<Mode>(
    _ question: SearchQuestion, _ db: Tables<Mode>, _ letters: inout ReferenceLetters, _ random: inout SeededRandom
  ) throws {
    var question = question
    (question.limit, question.offset) = (.max, 0)
    let expected = question.answer(&letters).map(\.row.id)
    let limit = random.pick([0, 1, 5, 20, 60, 500])
    let found = try question.search(db).allowPostings(limit: limit).hits()
    let ids = found.hits.map(\.row.id.rawValue)
    let isRight =
      found.isComplete ? ids == expected : Set(ids).isSubset(of: expected) && Set(ids).count == ids.count
    guard isRight else {
      throw Disagreement(question, "\(found.isComplete) with \(limit) postings: \(ids), expected \(expected)")
    }
    note("cut short", !found.isComplete)
  }

  private func require(
    _ isEqual: Bool, _ question: SearchQuestion, _ what: String, _ found: [ID<Letter>], _ expected: [RankedLetter]
  ) throws {
    guard !isEqual else { return }
    throw Disagreement(question, "\(what): \(found.prefix(40)), expected \(expected.prefix(40).map(\.row.id))")
  }

  private func compare(
    _ found: SearchResult<Letter>, _ expected: [RankedLetter], _ question: SearchQuestion, _ terms: ReferenceTerms
  ) throws {
    let ids = found.hits.map(\.row.id)
    if ids.map(\.rawValue) != expected.map(\.row.id) {
      let scores = found.hits.prefix(12).map { "\($0.row.id): \($0.score)" }
      let wanted = expected.prefix(12).map { "\($0.row.id): \($0.score)" }
      throw Disagreement(question, "hits \(scores), expected \(wanted)")
    }
    guard found.isComplete else { throw Disagreement(question, "not complete") }
    let search = ReferenceSearch(question.asked, terms)
    for (hit, row) in zip(found.hits, expected) {
      // The same operations in the same order: the same bits.
      guard hit.score == row.score else {
        throw Disagreement(question, "\(row.row.id): score \(hit.score), expected \(row.score)")
      }
      guard hit.row == row.row.letter else { throw Disagreement(question, "\(hit.row), expected \(row.row.letter)") }
    }
    for (hit, row) in zip(found.hits, expected).prefix(12) {
      let highlights = search.highlights(row.row)
      guard hit.highlights == highlights else {
        throw Disagreement(question, "\(row.row.id): marks \(hit.highlights), expected \(highlights)")
      }
    }
  }

  /// The search as a condition of a query.
  mutating func askCondition<Mode>(
    _ condition: Beside, _ reach: Reach, _ db: Tables<Mode>, _ letters: inout ReferenceLetters
  ) throws {
    let terms = letters.terms
    let expected = letters.letters(reach).filter { row in
      row.letter.deletedAt == nil && condition.isTrue(row, terms) == true
    }.map(\.id).sorted()
    let query = db.letters.where { condition.condition($0) }
    let found = try query.orderedByKey().ids().map(\.rawValue)
    let count = try query.count()
    note("condition in a query", !expected.isEmpty)
    guard found == expected, count == expected.count else {
      throw StoreError(.invalidValue, "\(condition) \(reach): \(found), count \(count), expected \(expected)")
    }
  }

  /// What is proposed for words that no row has.
  mutating func askSuggestions<Mode>(
    _ question: SearchQuestion, _ db: Tables<Mode>, _ letters: ReferenceLetters
  ) throws {
    let search = ReferenceSearch(question.asked, letters.terms)
    let expected = search.leaves.compactMap { letters.suggestion($0, question.asked.index, question.reach) }
    let found = try question.search(db).suggestions()
    note("suggestions", !expected.isEmpty)
    guard found == expected else { throw Disagreement(question, "suggestions \(found), expected \(expected)") }
  }

  private mutating func noteKinds(_ question: SearchQuestion, _ all: [RankedLetter], isWriting: Bool) {
    note("questions")
    guard !all.isEmpty else { return }
    note("rows found")
    note("within a write", isWriting)
    note("system-wide", question.reach == .everything)
    note("by relevance", question.weights != nil)
    note("ties", question.weights != nil && Set(all.map(\.score)).count < all.count)
    if case .rank = question.order { note("by a column") }
    note("with a condition", question.beside != nil)
    note("deleted rows too", question.includesDeleted)
    note("later pages", question.after != nil)
    note("offset", question.offset > 0)
    func visit(_ clauses: [AskedClause]) {
      for clause in clauses {
        note("clause \(clause.sign)")
        switch clause.operand {
        case .word(_, let isPrefix): note(isPrefix ? "prefix" : "word")
        case .suffix: note("suffix")
        case .phrase(_, nil): note("phrase")
        case .phrase: note("near")
        case .group(let clauses):
          note("group")
          visit(clauses)
        }
      }
    }
    visit(question.asked.clauses)
  }
}

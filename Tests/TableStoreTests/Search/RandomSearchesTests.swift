import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Random searches between random changes, held against a scan that applies the definition to every row: what matches,
/// scores to the bit, order, pages, counts, highlights, suggestions, searches as conditions; in reads and within the write
/// that changed the rows, before and after folding, building anew and opening again. Now and then the lists themselves are
/// read. `BLAZZ_TEST_QUESTIONS` says how many questions (20,000), `BLAZZ_TEST_SEED` which.
@Suite struct RandomSearchesTests {
  @Test func searchAndScanAgree() throws {
    let count = ProcessInfo.processInfo.environment["BLAZZ_TEST_QUESTIONS"].flatMap { Int($0) } ?? 20_000
    try withScratchFolder { folder in
      var run = try RandomSearches(path: folder.appending(path: "searches.store").path)
      do { try run.run(questions: count) } catch { Issue.record("seed \(run.random.seed): \(error)") }
      try run.store.close()
      for (kind, count) in run.check.kinds.sorted(by: { $0.key < $1.key }) { print("  \(kind): \(count)") }
      for kind in Self.kinds where count >= 5_000 {
        #expect(run.check.kinds[kind, default: 0] >= count / 200, "\(kind)")
      }
    }
  }

  /// A run in which these were rare proves little.
  private static let kinds = [
    "rows found", "within a write", "system-wide", "by relevance", "ties", "by a column", "with a condition",
    "deleted rows too", "later pages", "offset", "clause required", "clause excluded", "clause optional", "prefix",
    "word", "suffix", "phrase", "near", "group", "condition in a query", "cut short",
  ]
}

/// A run of the test.
private struct RandomSearches {
  private static let tables: [any Table.Type] = [Tenant.self, Letter.self]
  let path: String
  var random = SeededRandom(for: "searchAndScanAgree")
  var store: Store
  var letters: ReferenceLetters
  var check = SearchCheck()
  private let steps: LetterSteps
  private let maker: SearchMaker
  /// Questions for pages that follow earlier ones.
  private var pages: [SearchQuestion] = []

  init(path: String) throws {
    self.path = path
    store = try Store(path: path, tables: Self.tables, options: .testing)
    let words = LetterMaker(&random)
    steps = LetterSteps(maker: words)
    maker = SearchMaker(words: words)
    letters = try ReferenceLetters()
    try steps.load(store, &letters, &random)
  }

  mutating func run(questions count: Int) throws {
    try checkLists()
    var (asked, round) = (0, 0)
    while asked < count {
      round += 1
      if !random.chance(4) { asked += try write() }
      if random.chance(6) { try upkeep() }
      let reach = reach()
      let now = min(count - asked, Int.random(in: 5...60, using: &random))
      try store.read(reach) { db in try ask(now, reach, db) }
      asked += max(now, 0)
      if round.isMultiple(of: 60) { try checkLists() }
    }
    try store.foldSearches()
    try checkLists()
  }

  private mutating func checkLists() throws {
    try store.requireConsistent()
    for index in LetterIndex.allCases { try ListsCheck(store, index, letters).run() }
  }

  private mutating func reach() -> Reach {
    switch Int.random(in: 0..<40, using: &random) {
    case 0..<2: .everything
    case 2: .tenant(1)
    case 3..<6: .tenant(6)
    default: .tenant(random.pick([2, 2, 3, 3, 3, 4, 5]))
    }
  }

  /// Folds, builds anew, or opens again.
  private mutating func upkeep() throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      try store.buildSearches(all: true)
      try checkLists()
    case 1..<4:
      try store.close()
      store = try Store(path: path, tables: Self.tables, options: .testing)
    default:
      try store.foldSearches()
      if random.chance(4) { try checkLists() }
    }
  }

  /// One transaction of changes, with questions between them; kept or abandoned. Gives the number of questions.
  private mutating func write() throws -> Int {
    let (before, erased) = (letters, pages)
    let reach = reach()
    let isKept = !random.chance(6)
    var asked = 0
    do {
      try store.writeSync(reach) { db in
        for _ in 0..<random.pick([1, 1, 1, 2, 5, 12, 100]) {
          try steps.change(db, reach, &letters, &random)
          guard random.chance(4) else { continue }
          let now = random.pick([1, 2, 6])
          try ask(now, reach, db)
          asked += now
        }
        if !isKept { throw Abandoned() }
      }
    } catch is Abandoned {
      (letters, pages) = (before, erased)
    }
    return asked
  }

  private mutating func ask<Mode>(_ count: Int, _ reach: Reach, _ db: Tables<Mode>) throws {
    for _ in 0..<max(0, count) {
      let rows = letters.scopes[letters.tenants(reach).randomElement(using: &random) ?? 6]?.letters() ?? []
      let row = rows.randomElement(using: &random)
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        let condition = Beside.make(2, { maker.search(row, &$0) }, &random)
        try check.askCondition(condition, reach, db, &letters)
      case 1:
        var question = question(reach, row)
        if random.chance(2) { question.asked = maker.mistakes(&random) }
        try check.askSuggestions(question, db, letters)
      case 2: try check.askShort(question(reach, row), db, &letters, &random)
      case 3..<6:
        let place = pages.lastIndex { $0.reach == reach }
        let question = place.map { pages.remove(at: $0) } ?? question(reach, row)
        if let next = try check.ask(question, db, &letters, &random) { pages.append(next) }
      default:
        if let next = try check.ask(question(reach, row), db, &letters, &random) { pages.append(next) }
      }
      if pages.count > 200 { pages.removeFirst(100) }
    }
  }

  private mutating func question(_ reach: Reach, _ row: ReferenceLetter?) -> SearchQuestion {
    var question = SearchQuestion(reach: reach, asked: maker.search(row, &random))
    if random.chance(4) { question.beside = .make(1, { maker.search(row, &$0) }, &random) }
    question.includesDeleted = random.chance(4)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: question.order = .relevance(random.pick([[], [], [2], [1, 0.5, 3, 0], [0, 0, 1]]))
    case 4: question.order = .key(random.chance(2) ? .ascending : .descending)
    case 5..<7: question.order = .rank(random.chance(2) ? .ascending : .descending)
    default: break
    }
    if !random.chance(3) { question.limit = random.pick([0, 1, 1, 2, 3, 5, 10, 20]) }
    if random.chance(8) { question.offset = random.pick([1, 2, 7]) }
    return question
  }
}

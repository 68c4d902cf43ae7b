import TestSupport

@testable import TableStore

/// Conditions beside a search, as the engine has them and as the test has them.
indirect enum Beside {
  case isRead(Bool)
  case rankAtLeast(Int32)
  case rankIsNil
  case matches(AskedSearch)
  case not(Beside)
  case all([Beside])
  case any([Beside])

  func condition(_ columns: Letter.Columns) -> Condition<Letter> {
    switch self {
    case .isRead(let flag): columns.isRead == flag
    case .rankAtLeast(let rank): columns.rank >= rank
    case .rankIsNil: columns.rank == nil
    case .matches(let asked): asked.index.index.matches(asked.text, mode: asked.mode)
    case .not(let other): !other.condition(columns)
    case .all(let parts):
      parts.dropFirst().reduce(parts[0].condition(columns)) { $0 && $1.condition(columns) }
    case .any(let parts):
      parts.dropFirst().reduce(parts[0].condition(columns)) { $0 || $1.condition(columns) }
    }
  }

  /// Whether it is true of a letter; `nil` for unknown.
  func isTrue(_ row: ReferenceLetter, _ terms: ReferenceTerms) -> Bool? {
    switch self {
    case .isRead(let flag): return row.letter.isRead == flag
    case .rankAtLeast(let rank): return row.letter.rank.map { $0 >= rank }
    case .rankIsNil: return row.letter.rank == nil
    case .matches(let asked): return ReferenceSearch(asked, terms).matches(row)
    case .not(let other): return other.isTrue(row, terms).map { !$0 }
    case .all(let parts):
      let truths = parts.map { $0.isTrue(row, terms) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { $0.isTrue(row, terms) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    }
  }

  /// A condition of no more than so many levels.
  static func make(_ depth: Int, _ search: (inout SeededRandom) -> AskedSearch, _ random: inout SeededRandom) -> Beside
  {
    func parts(_ random: inout SeededRandom) -> [Beside] {
      (0..<Int.random(in: 2...3, using: &random)).map { _ in make(depth - 1, search, &random) }
    }
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
    case 0: return .isRead(random.chance(2))
    case 1: return .rankAtLeast(Int32.random(in: 0..<8, using: &random))
    case 2: return .rankIsNil
    case 3..<6: return .matches(search(&random))
    case 6: return .not(make(depth - 1, search, &random))
    case 7: return .all(parts(&random))
    default: return .any(parts(&random))
    }
  }
}

/// A search with what is asked beside it.
struct SearchQuestion {
  enum Order: Equatable {
    /// What the mode says.
    case usual
    case relevance([Double])
    case key(Direction)
    case rank(Direction)
  }

  var reach: Reach
  var asked: AskedSearch
  var beside: Beside?
  var includesDeleted = false
  var order = Order.usual
  var limit = Int.max
  var offset = 0
  /// The place where an earlier page ended, and its last row.
  var after: (cursor: PageCursor, last: RankedLetter)?

  /// Whether the best rows come first, with which weights.
  var weights: [Double]? {
    switch order {
    case .usual: asked.mode == .natural ? [] : nil
    case .relevance(let weights): weights
    case .key, .rank: nil
    }
  }

  /// The search as the engine is asked for it.
  func search<Mode>(_ db: Tables<Mode>) -> BoundSearch<Letter, Mode> {
    var search = db.letters.search(asked.text, in: asked.index.index, mode: asked.mode)
    if let beside { search = search.where { beside.condition($0) } }
    if includesDeleted { search = search.withDeleted() }
    switch order {
    case .usual: break
    case .relevance(let weights): search = search.byRelevance(weights: weights)
    case .key(let direction): search = search.orderedByKey(direction)
    case .rank(let direction): search = search.order(by: \.rank, direction)
    }
    if limit < .max { search = search.page(limit, after: after?.cursor) }
    return offset > 0 ? search.offset(offset) : search
  }

  /// All rows in their order behind the place of `after`, without the engine.
  func answer(_ letters: inout ReferenceLetters) -> [RankedLetter] {
    let search = ReferenceSearch(asked, letters.terms)
    var found: [RankedLetter] = []
    for tenant in letters.tenants(reach) {
      let rows = letters.scopes[tenant, default: ReferenceScope()].letters()
      let scorer = weights.map { search.scorer(&letters.scopes[tenant, default: ReferenceScope()], weights: $0) }
      for row in rows where search.matches(row) {
        guard includesDeleted || row.letter.deletedAt == nil else { continue }
        if let beside, beside.isTrue(row, letters.terms) != true { continue }
        found.append(RankedLetter(row: row, score: scorer?(row) ?? 0))
      }
    }
    found.sort(by: precedes)
    guard let last = after?.last else { return found }
    return found.filter { precedes(last, $0) }
  }

  private func precedes(_ left: RankedLetter, _ right: RankedLetter) -> Bool {
    switch order {
    case .usual, .relevance: left.score != right.score ? left.score > right.score : left.row.id < right.row.id
    case .key(.ascending): left.row.id < right.row.id
    case .key(.descending): left.row.id > right.row.id
    case .rank(let direction):
      direction == .ascending ? left.rankKey < right.rankKey : left.rankKey > right.rankKey
    }
  }
}

/// A letter and what it is worth.
struct RankedLetter {
  let row: ReferenceLetter
  let score: Double

  fileprivate var rankKey: (Int, UInt64) { (row.letter.rank.map { Int($0) } ?? -1, row.id) }
}

extension SearchQuestion: CustomStringConvertible {
  var description: String {
    """
    \(asked.index) \(asked.mode) \(reach) [\(asked.text)] beside \(beside.map { "\($0)" } ?? "nothing"), \
    deleted \(includesDeleted), order \(order), limit \(limit), offset \(offset), \
    after \(after.map { "\($0.last.row.id) \($0.last.score)" } ?? "nothing")
    """
  }
}

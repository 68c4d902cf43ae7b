internal import Foundation
internal import LMDB

/// A search in one scope: the rows that match, and what they are worth.
final class SearchRun {
  let session: Session
  let table: StoredTable
  let index: SearchLayout
  let scope: Scope
  let plan: SearchPlan
  let budget: SearchBudget
  /// The rows that the lists are not up to date about, in order, with what the lists have of them.
  private let waiting: [(row: UInt64, base: SearchTexts)]
  @exclusivity(unchecked) private var seen: [PendingMatch?]
  /// Each leaf's rows in the lists.
  @exclusivity(unchecked) private var streams: [LeafStream?]
  /// Whether scores are wanted.
  private let hasScores: Bool
  /// What scores look at: kept here, and called without counting references.
  @exclusivity(unchecked) private var kept: [ScoredLeaf] = []
  @exclusivity(unchecked) private var scored: [Unmanaged<ScoredLeaf>] = []
  @exclusivity(unchecked) private var terms = SearchTerms()
  @exclusivity(unchecked) private var texts = SearchTexts()

  /// A row whose change is yet to be folded in.
  struct PendingMatch {
    let row: UInt64
    /// What the lists have of it; `nil` for nothing.
    let base: SearchTerms?
    /// The row's terms; `nil` when it is gone.
    let terms: SearchTerms?
    let matches: Bool
  }

  init(
    _ session: Session, _ table: StoredTable, _ index: SearchLayout, _ scope: Scope, _ plan: SearchPlan,
    _ budget: SearchBudget, hasScores: Bool
  ) throws {
    self.hasScores = hasScores
    (self.session, self.table, self.index, self.scope) = (session, table, index, scope)
    (self.plan, self.budget) = (plan, budget)
    streams = Array(repeating: nil, count: plan.leaves.count)
    let isUpToDate = try session.searchState(table, index, scope).pending == 0
    waiting = isUpToDate ? [] : try session.pendingRows(table, index, scope)
    seen = Array(repeating: nil, count: waiting.count)
  }

  /// A row that waits, looked at once it is asked for.
  private func pending(_ place: Int) throws -> PendingMatch {
    if let known = seen[place] { return known }
    let (row, texts) = waiting[place]
    var (base, now) = (SearchTerms(), SearchTerms())
    if !texts.ends.isEmpty { try base.fill(texts) }
    let isThere = try session.fill(&self.texts, table, index, scope, row: row)
    if isThere { try now.fill(self.texts) }
    let match = PendingMatch(
      row: row, base: texts.ends.isEmpty ? nil : base, terms: isThere ? now : nil,
      matches: isThere && plan.matches(plan.root, now))
    seen[place] = match
    return match
  }

  /// All rows that wait, in order.
  func allPending() throws -> [PendingMatch] { try waiting.indices.map(pending) }

  /// Visits the matching rows in ascending order.
  ///
  /// - Parameters:
  ///   - first: the first row that is wanted.
  ///   - includesDeleted: whether rows that are marked as deleted are wanted.
  ///   - visit: says whether it wants more.
  func forEach(
    from first: UInt64 = 0, includesDeleted: Bool, _ visit: (UInt64, PendingMatch?) throws -> Bool
  ) throws {
    let listed = try listed(includesDeleted: includesDeleted)
    if listed.row < first { try listed.advance(to: first) }
    var next = waiting.firstIndex { $0.row >= first } ?? waiting.count
    while true {
      let pendingRow = next < waiting.count ? waiting[next].row : RowStream.end
      // A stream that was cut short may be one of what is excluded: no listed row is certain any more.
      let row = budget.isSpent ? RowStream.end : listed.row
      if pendingRow <= row {
        guard pendingRow != RowStream.end else { return }
        if row == pendingRow { try listed.advance(to: pendingRow + 1) }
        let match = try pending(next)
        next += 1
        let isWanted = includesDeleted || match.terms?.isMarked == false
        if match.matches && isWanted, try !visit(match.row, match) { return }
      } else {
        guard try visit(row, nil) else { return }
        try listed.advance(to: row + 1)
      }
    }
  }

  // MARK: Streams

  private func listed(includesDeleted: Bool) throws -> RowStream {
    let all = try stream(plan.root)
    if includesDeleted || index.softDeleteBit == nil || all.row == RowStream.end { return all }
    return try DifferenceStream(all, without: PostingStream(reader(.marked), [], hasCounts: false))
  }

  private func stream(_ node: SearchNode) throws -> RowStream {
    switch node {
    case .leaf(let place): return try stream(leaf: place).stream
    case .level(let required, let optional, let excluded):
      let base =
        required.isEmpty
        ? UnionStream.of(try optional.map(stream)[...]) : try IntersectionStream.of(required.map(stream)[...])
      if base.row == RowStream.end || excluded.isEmpty { return base }
      return try DifferenceStream(base, without: UnionStream.of(excluded.map(stream)[...]))
    }
  }

  /// The rows of a leaf; made once, as both matching and scoring move it forward.
  private func stream(leaf place: Int) throws -> LeafStream {
    if let stream = streams[place] { return stream }
    let stream = try makeStream(plan.leaves[place])
    streams[place] = stream
    return stream
  }

  private func makeStream(_ leaf: SearchLeaf) throws -> LeafStream {
    var stream = try IntersectionStream.of(leaf.parts.map(stream(part:))[...])
    if let alternative = leaf.alternative { stream = UnionStream(stream, try self.stream(part: alternative)) }
    guard leaf.form != .term else { return LeafStream(stream: stream, check: nil) }
    let check = PhraseCheck()
    stream = try CheckedStream(stream) { [unowned self] row in try self.check(row, leaf, check) }
    return LeafStream(stream: stream, check: check)
  }

  func reader(_ list: SearchLayout.List) -> SearchReader {
    SearchReader(session, table, index, scope, list, budget)
  }

  private func stream(part: SearchPart) throws -> RowStream {
    guard !part.term.isEmpty else { return KnownRows([]) }
    guard part.isPrefix else { return try PostingStream(reader(part.list), part.term, hasCounts: hasScores) }
    if part.list == .words, SearchEdges.lengths(of: part.term).contains(part.term.count) {
      return try PostingStream(reader(.edges), part.term, hasCounts: false)
    }
    return KnownRows(try reader(part.list).rows(beginningWith: part.term))
  }

  private func check(_ row: UInt64, _ leaf: SearchLeaf, _ check: PhraseCheck) throws -> Bool {
    // A row that waits is judged by what it is now.
    guard try session.fill(&texts, table, index, scope, row: row) else { return false }
    try terms.fill(texts)
    guard let counts = leaf.counts(terms) else { return false }
    (check.counts, check.length) = (counts, terms.length)
    return true
  }

  // MARK: Scores

  /// The number of rows that have a part, in the lists and among those that wait.
  private func count(_ part: SearchPart) throws -> Int {
    guard !part.term.isEmpty else { return 0 }
    var count: Int
    if !part.isPrefix {
      count = try reader(part.list).count(part.term)
    } else if part.list == .words, SearchEdges.lengths(of: part.term).contains(part.term.count) {
      count = try reader(.edges).count(part.term)
    } else {
      count = try reader(part.list).rows(beginningWith: part.term).count
    }
    for row in try allPending() {
      if let base = row.base, part.counts(base) != SIMD8(repeating: 0) { count -= 1 }
      if let terms = row.terms, part.counts(terms) != SIMD8(repeating: 0) { count += 1 }
    }
    return max(count, 0)
  }

  /// What scores need to know of the scope and of each leaf.
  func scorer(_ weights: [Double]) throws -> SearchScorer {
    var state = try session.searchState(table, index, scope)
    for row in try allPending() {
      if let base = row.base, !base.isEmpty {
        state.rows -= 1
        state.length -= Int64(base.length)
      }
      if let terms = row.terms, !terms.isEmpty {
        state.rows += 1
        state.length += Int64(terms.length)
      }
    }
    let counts = try plan.leaves.map { leaf -> Int in
      guard leaf.weight != 0 else { return 0 }
      var count = try leaf.parts.map(count).min() ?? 0
      if let alternative = leaf.alternative { count += try self.count(alternative) }
      return count
    }
    kept = try plan.leaves.indices.filter { plan.leaves[$0].weight != 0 }.map { place in
      let leaf = plan.leaves[place]
      // A group passes over rows that have a part of it.
      let made = try plan.isInGroup(place) ? makeStream(leaf) : stream(leaf: place)
      let postings = leaf.countsOccurrences ? made.stream as? PostingStream : nil
      return ScoredLeaf(place: place, stream: made.stream, postings: postings, check: made.check)
    }
    scored = kept.map(Unmanaged.passUnretained)
    return SearchScorer(plan, rows: state.rows, length: state.length, counts: counts, weights: weights)
  }

  /// The score of a row that `forEach` visits now.
  func score(_ row: UInt64, _ match: PendingMatch?, _ scorer: SearchScorer) throws -> Double {
    var score = 0.0
    if let terms = match?.terms {
      for leaf in kept {
        if let counts = plan.leaves[leaf.place].counts(terms) { score += scorer.part(leaf.place, counts, terms.length) }
      }
    } else {
      for leaf in scored { score += try leaf._withUnsafeGuaranteedRef { try $0.part(of: row, scorer) } }
    }
    return score
  }

  /// The rows of a leaf, and of a phrase what the row has of it.
  private struct LeafStream {
    let stream: RowStream
    let check: PhraseCheck?
  }

  /// What the last row that passed a phrase's check has of it.
  private final class PhraseCheck {
    @exclusivity(unchecked) var counts = SIMD8<UInt8>(repeating: 0)
    @exclusivity(unchecked) var length: UInt8 = 0
  }

  /// A leaf that counts in scores.
  private final class ScoredLeaf {
    let place: Int
    private let stream: RowStream
    /// The stream, where scores count how often the term stands in a row.
    private let postings: PostingStream?
    private let check: PhraseCheck?

    init(place: Int, stream: RowStream, postings: PostingStream?, check: PhraseCheck?) {
      (self.place, self.stream, self.postings, self.check) = (place, stream, postings, check)
    }

    /// What the leaf adds to the score of a row in the lists.
    func part(of row: UInt64, _ scorer: SearchScorer) throws -> Double {
      if stream.row < row { try stream.advance(to: row) }
      guard stream.row == row else { return 0 }
      if let postings { return scorer.part(place, postings.posting.counts, postings.posting.length) }
      if let check { return scorer.part(place, check.counts, check.length) }
      return scorer.part(place, SIMD8(repeating: 0), 0)
    }
  }
}

extension SearchPlan {
  /// Whether a row's terms are what a node asks for.
  func matches(_ node: SearchNode, _ terms: SearchTerms) -> Bool {
    switch node {
    case .leaf(let place): return leaves[place].counts(terms) != nil
    case .level(let required, let optional, let excluded):
      let found =
        required.isEmpty
        ? optional.contains { matches($0, terms) } : required.allSatisfy { matches($0, terms) }
      return found && !excluded.contains { matches($0, terms) }
    }
  }
}

/// BM25 with weights of fields (Robertson and Zaragoza, 2009): k1 = 1.2, b = 0.75, idf = ln(1 + (N - n + ½) / (n + ½)).
///
/// A word counts as often as it stands in each field, times the field's weight, against the row's length in words. The
/// beginning of a word and words near each other count once and whatever the length. A phrase is as rare as its rarest
/// word. `>` doubles what a part is worth, `<` halves it, `~` takes half of it away.
struct SearchScorer {
  private static let k1 = 1.2
  private static let b = 0.75

  /// What a leaf is worth, without how often it stands in a row.
  private let factors: [(worth: Double, countsOccurrences: Bool)]
  /// By the length of a row.
  private let norms: [Double]
  private let weights: [Double]

  /// - Parameters:
  ///   - rows: the rows of the scope that have a term.
  ///   - length: the sum of their lengths.
  ///   - counts: the rows that have each leaf.
  ///   - weights: of the fields.
  init(_ plan: SearchPlan, rows: Int64, length: Int64, counts: [Int], weights: [Double]) {
    factors = zip(plan.leaves, counts).map { leaf, count in
      let (all, having) = (Double(max(rows, 1)), Double(min(Int64(count), max(rows, 1))))
      return (leaf.weight * log(1 + (all - having + 0.5) / (having + 0.5)), leaf.countsOccurrences)
    }
    let average = rows > 0 ? max(1, Double(length) / Double(rows)) : 1
    norms = (0...255).map { Self.k1 * (1 - Self.b + Self.b * Double($0) / average) }
    self.weights = weights
  }

  /// What a leaf adds to a row's score.
  func part(_ place: Int, _ counts: SIMD8<UInt8>, _ length: UInt8) -> Double {
    let factor = factors[place]
    guard factor.countsOccurrences else { return factor.worth }
    var frequency = 0.0
    var left = counts.packed
    while left != 0 {
      let field = left.trailingZeroBitCount / 8
      frequency += weights[field] * Double(counts[field])
      left &= ~(0xFF << UInt64(field * 8))
    }
    guard frequency > 0 else { return 0 }
    return factor.worth * frequency * (Self.k1 + 1) / (frequency + norms[Int(length)])
  }
}

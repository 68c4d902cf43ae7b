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
  @exclusivity(unchecked) var streams: [LeafStream?]
  /// For leaves that look for the same phrase, by the first of them, what was found out of a row.
  @exclusivity(unchecked) var checks: [PhraseCheck?]
  /// Whether scores are wanted.
  let hasScores: Bool
  /// Which rows are in question; no other is looked at.
  private let narrowing: SearchNarrowing?
  /// What scores look at: kept here, and called without counting references.
  @exclusivity(unchecked) var kept: [ScoredLeaf] = []
  @exclusivity(unchecked) var scored: [Unmanaged<ScoredLeaf>] = []
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
    _ budget: SearchBudget, hasScores: Bool, narrowing: SearchNarrowing?
  ) throws {
    (self.hasScores, self.narrowing) = (hasScores, narrowing)
    (self.session, self.table, self.index, self.scope) = (session, table, index, scope)
    (self.plan, self.budget) = (plan, budget)
    streams = Array(repeating: nil, count: plan.leaves.count)
    checks = Array(repeating: nil, count: plan.leaves.count)
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

  /// Visits the matching rows in ascending order, until the budget is spent: behind that no row is certain.
  ///
  /// - Parameters:
  ///   - first: the first row that is wanted.
  ///   - includesDeleted: whether rows that are marked as deleted are wanted.
  ///   - visit: gives the first row behind that it wants; `RowStream.end` for none.
  func forEach(
    from first: UInt64 = 0, includesDeleted: Bool, _ visit: (UInt64, PendingMatch?) throws -> UInt64
  ) throws {
    let listed = try listed(includesDeleted: includesDeleted)
    var wanted = first
    var next = 0
    while wanted != RowStream.end {
      if listed.row < wanted { try listed.advance(to: wanted) }
      // A stream that was cut short looks as if it had ended, also one of what is excluded.
      guard !budget.isSpent else { return }
      while next < waiting.count, waiting[next].row < wanted { next += 1 }
      let pendingRow = next < waiting.count ? waiting[next].row : RowStream.end
      let row = listed.row
      guard pendingRow <= row else {
        wanted = try visit(row, nil)
        continue
      }
      guard pendingRow != RowStream.end else { return }
      wanted = pendingRow + 1
      guard narrowing?.contains(pendingRow) ?? true else { continue }
      let match = try pending(next)
      let isWanted = includesDeleted || match.terms?.isMarked == false
      if match.matches && isWanted { wanted = try visit(pendingRow, match) }
    }
  }

  /// How often a phrase stands in a row, and the row's length; `nil` where it does not, or the row is not in question.
  func phrase(_ leaf: SearchLeaf, in row: UInt64) throws -> (counts: SIMD8<UInt8>, length: UInt8)? {
    // A row that waits is judged by what it is now.
    guard narrowing?.contains(row) ?? true, budget.spend(SearchBudget.perText),
      try session.fill(&texts, table, index, scope, row: row)
    else { return nil }
    try terms.fill(texts)
    return leaf.counts(terms).map { ($0, terms.length) }
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

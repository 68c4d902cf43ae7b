/// A search in a read or a write, with conditions, an order and a limit beside it.
///
/// ```swift
/// let found = try db.contacts.search("+john 62812*").where { $0.isFavorite == 1 }.limit(20).hits()
/// ```
///
/// Without an order, rows come by primary key in boolean mode and the best first in natural mode; `byRelevance()` and
/// `order(by:)` say otherwise.
public struct BoundSearch<Row: Table, Mode: AccessMode>: QueryBuilding {
  let session: Session
  let table: StoredTable
  let reach: Reach
  let test: SearchTest
  var query: Query<Row>
  var isRanked: Bool
  var weights: [Double] = []
  var postingLimit = SearchEngine.usualLimit

  /// This search, changed.
  public func refined(_ change: (inout Query<Row>) -> Void) -> BoundSearch {
    var search = self
    change(&search.query)
    if search.query.selection.order != query.selection.order { search.isRanked = false }
    return search
  }

  /// The best rows first; rows of one score by primary key.
  ///
  /// - Parameter weights: how much a word in each column of the index counts, in its order; 1 for those left out.
  public func byRelevance(weights: [Double] = []) -> BoundSearch {
    var search = self
    search.isRanked = true
    search.query.selection.order = []
    search.weights = weights
    return search
  }

  /// Reads at most so many postings, 20,000,000 unless it is said. `SearchResult.isComplete` tells whether that was enough;
  /// what has no place to tell it is an error (`StoreError.Code.searchTooLarge`).
  public func allowPostings(limit: Int) -> BoundSearch {
    var search = self
    search.postingLimit = max(0, limit)
    return search
  }
}

extension TableHandle {
  /// The rows whose words match a text.
  ///
  /// - Parameters:
  ///   - text: words with MySQL's operators, or words alone: see `SearchMode`.
  ///   - index: the full-text index; the table's first one unless it is said.
  ///   - mode: how the text is read.
  public func search(
    _ text: String, in index: TableIndex<Row>? = nil, mode: SearchMode = .boolean
  ) -> BoundSearch<Row, Mode> {
    let id = index?.definition.id ?? table.schema.searches.first?.id ?? 0
    return BoundSearch(
      session: session, table: table, reach: reach, test: SearchTest(index: id, text: text, mode: mode),
      query: bound.query, isRanked: mode == .natural)
  }
}

/// A row that a search found.
public struct SearchHit<Row: Table>: Sendable {
  /// The row.
  public var row: Row
  /// How well it matches; 0 where the rows were not ranked.
  public var score: Double
  /// What of each column of the index the search is about.
  public var highlights: [SearchHighlight]
}

/// What a search found.
public struct SearchResult<Row: Table>: Sendable {
  /// The rows in their order.
  public var hits: [SearchHit<Row>]
  /// The place behind the last row; `nil` when no row follows.
  public var next: PageCursor?
  /// Whether all postings were read that the search needs; otherwise rows may be missing.
  public var isComplete: Bool
}

extension BoundSearch {
  /// The rows, and what of them matches.
  public func hits() throws -> SearchResult<Row> {
    var hits: [SearchHit<Row>] = []
    let selection = selection
    let engine = try selection.engine()
    var marker = SearchMarker(engine)
    let next = try selection.findPage(engine) { row, score in
      let highlights = try marker.highlights(row)
      hits.append(SearchHit(row: try Row(from: &row), score: score, highlights: highlights))
    }
    return SearchResult(hits: hits, next: next, isComplete: !engine.budget.isSpent)
  }

  /// The rows.
  public func all() throws -> [Row] {
    var rows: [Row] = []
    let selection = selection
    try selection.withWholeEngine { engine in try selection.find(engine) { row, _ in rows.append(try Row(from: &row)) }
    }
    return rows
  }

  /// The primary keys.
  @inlinable public func ids() throws -> [Row.Key] { try keyIntegers().map(Row.Key.make(integer:)) }

  @usableFromInline func keyIntegers() throws -> [UInt64] {
    var keys: [UInt64] = []
    let selection = selection
    try selection.withWholeEngine { engine in try selection.findKeys(engine) { keys.append($0) } }
    return keys
  }

  /// The number of rows, within limit and offset and behind the place of a page.
  public func count() throws -> Int {
    var count = 0
    let selection = selection
    // A page's place is one in its order; otherwise no order is needed.
    if selection.cursor == nil { (selection.isRanked, selection.rows.order) = (false, []) }
    try selection.withWholeEngine { engine in try selection.findKeys(engine) { _ in count += 1 } }
    return count
  }

  /// What may have been meant by words of five letters or more that no row has; nothing where each word is found.
  public func suggestions() throws -> [SearchSuggestion] { try SearchSuggester(selection.engine()).suggestions() }

  private var selection: SearchSelection {
    let selection = SearchSelection(session: session, table: table, reach: reach, test: test)
    (selection.rows, selection.cursor, selection.isRanked) = (query.selection, query.cursor, isRanked)
    (selection.weights, selection.postingLimit) = (weights, postingLimit)
    return selection
  }
}

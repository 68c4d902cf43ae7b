internal import HeapModule

/// A search with what is asked of its rows beside it, without the table's type.
final class SearchSelection {
  let session: Session
  let table: StoredTable
  let reach: Reach
  let test: SearchTest
  /// Conditions, order, limit and offset.
  var rows = Selection()
  var cursor: PageCursor?
  /// Whether the best rows come first, whatever the order.
  var isRanked = false
  /// Whether scores are wanted though the rows come in another order.
  var isScored = false
  var weights: [Double] = []
  var postingLimit = SearchEngine.usualLimit

  init(session: Session, table: StoredTable, reach: Reach, test: SearchTest) {
    (self.session, self.table, self.reach, self.test) = (session, table, reach, test)
  }

  func engine() throws -> SearchEngine {
    try SearchEngine(session, table, reach, index: test.index, test.text, test.mode, limit: postingLimit)
  }

  /// Lends an engine whose search must not stop short of its end.
  func withWholeEngine(_ body: (SearchEngine) throws -> Void) throws {
    let engine = try engine()
    try body(engine)
    if engine.budget.isSpent {
      throw StoreError.endlessSearch(table.schema.name, engine.index.definition.name, limit: postingLimit)
    }
  }

  /// Whether the search itself puts the rows in order: by primary key, or the best first.
  var isInOwnOrder: Bool {
    isRanked || rows.order.isEmpty || rows.order.first == OrderTerm(table.schema.primaryKey)
  }

  /// Visits the rows in their order, within limit and offset; gives the place behind the last one when more follow. A
  /// search that stopped short has no place to go on from: rows may be missing in front of it.
  func findPage(_ engine: SearchEngine, _ visit: (inout RowReader, Double) throws -> Void) throws -> PageCursor? {
    let next = try isInOwnOrder ? findRows(engine, visit).map { try seal($0) } : findInOrder(engine, visit)
    return engine.budget.isSpent ? nil : next
  }

  /// Visits the rows in their order, within limit and offset.
  func find(_ engine: SearchEngine, _ visit: (inout RowReader, Double) throws -> Void) throws {
    if isInOwnOrder { _ = try findRows(engine, visit) } else { _ = try findInOrder(engine, visit) }
  }

  /// Visits the primary keys in the same way; no row is read where no condition asks for it.
  func findKeys(_ engine: SearchEngine, _ visit: (UInt64) throws -> Void) throws {
    guard isInOwnOrder else { return try find(engine) { row, _ in try visit(row.keyInteger) } }
    let narrowing = try narrowing()
    _ = try findPlaces(engine, narrowing) { found, window in
      if try accepts(found, narrowing), window.take(found) { try visit(found.row) }
    }
  }

  private func findRows(
    _ engine: SearchEngine, _ visit: (inout RowReader, Double) throws -> Void
  ) throws -> RankedRow? {
    let narrowing = try narrowing()
    return try findPlaces(engine, narrowing) { found, window in
      try lend(found, narrowing) { row in
        if window.take(found) { try visit(&row, found.score) }
      }
    }
  }

  private func findPlaces(
    _ engine: SearchEngine, _ narrowing: SearchNarrowing, _ take: (RankedRow, inout SearchWindow) throws -> Void
  ) throws -> RankedRow? {
    var window = SearchWindow(rows, isFirstPage: cursor == nil)
    if isRanked {
      try findRanked(engine, narrowing, &window, take)
    } else {
      try findByKey(engine, narrowing, &window, take)
    }
    return window.last
  }

  /// By columns of the row: a query about the rows that the search finds.
  private func findInOrder(
    _ engine: SearchEngine, _ visit: (inout RowReader, Double) throws -> Void
  ) throws -> PageCursor? {
    var (asked, read) = (rows, rows)
    (asked.isUnordered, read.isUnordered) = (false, false)
    asked.narrow(.matches(test))
    read.narrow(.number(table.schema.primaryKey, try engine.allKeys()))
    if let cursor { (read.after, read.offset) = (try session.open(cursor, table, asked), 0) }
    let size = asked.limit
    if size < .max { read.limit = size + 1 }
    let plan = try session.plan(table, reach, read)
    var (count, isMore) = (0, false)
    var position: PagePosition?
    try session.run(plan) { row in
      guard count < size else {
        isMore = true
        return false
      }
      count += 1
      if count == size { position = try PagePosition(row, plan.terms) }
      try visit(&row, 0)
      return true
    }
    return isMore ? try position.map { try session.seal($0, table, asked) } : nil
  }

  private func findByKey(
    _ engine: SearchEngine, _ narrowing: SearchNarrowing, _ window: inout SearchWindow,
    _ take: (RankedRow, inout SearchWindow) throws -> Void
  ) throws {
    let first = try position().map { $0.row + 1 } ?? 0
    if engine.scopes.count == 1 {
      return try forEach(engine, narrowing, engine.scopes[0], from: first) { row in
        try take(row, &window)
        return !window.isFull
      }
    }
    var found: [RankedRow] = []
    for scope in engine.scopes {
      try forEach(engine, narrowing, scope, from: first) { row in
        found.append(row)
        return true
      }
    }
    for row in found.sorted(by: { $0.row < $1.row }) where !window.isFull { try take(row, &window) }
  }

  /// Visits the rows of a scope that match, by key, with their scores where those are wanted.
  private func forEach(
    _ engine: SearchEngine, _ narrowing: SearchNarrowing, _ scope: Scope, from first: UInt64,
    _ visit: (RankedRow) throws -> Bool
  ) throws {
    let run = try engine.run(scope, hasScores: isRanked || isScored, narrowing: narrowing)
    let scorer = isRanked || isScored ? try run.scorer(weights(engine)) : nil
    try run.forEach(from: narrowing.first(from: first), includesDeleted: rows.includesDeleted) { row, match in
      if !narrowing.isOpen {
        let next = narrowing.first(from: row)
        guard next == row else { return next }
      }
      let score = try scorer.map { try run.score(row, match, $0) } ?? 0
      // A part of the score may be missing.
      if engine.budget.isSpent { return RowStream.end }
      return try visit(RankedRow(score: score, row: row, scope: scope)) ? row + 1 : RowStream.end
    }
  }

  private func weights(_ engine: SearchEngine) -> [Double] {
    engine.index.columns.indices.map { $0 < weights.count ? weights[$0] : 1 }
  }

  /// The best rows are kept while the others pass by; one is read only where it would be among them.
  private func findRanked(
    _ engine: SearchEngine, _ narrowing: SearchNarrowing, _ window: inout SearchWindow,
    _ take: (RankedRow, inout SearchWindow) throws -> Void
  ) throws {
    let (wanted, isBeyond) = rows.limit.addingReportingOverflow(rows.offset)
    var best = Heap<RankedRow>()
    let position = try position()
    for scope in engine.scopes {
      try forEach(engine, narrowing, scope, from: 0) { found in
        if let position, found >= position { return true }
        // One more than wanted tells whether there are more.
        let isRoom = isBeyond || best.count <= wanted
        guard try (isRoom || found > best.min!) && accepts(found, narrowing) else { return true }
        if isRoom { best.insert(found) } else { best.replaceMin(with: found) }
        return true
      }
    }
    for found in best.unordered.sorted(by: >) where !window.isFull { try take(found, &window) }
  }

  private func accepts(_ found: RankedRow, _ narrowing: SearchNarrowing) throws -> Bool {
    if narrowing.isOpen { return true }
    guard narrowing.judge != nil else { return narrowing.contains(found.row) }
    var isAccepted = false
    try lend(found, narrowing) { _ in isAccepted = true }
    return isAccepted
  }

  /// What rows have to fulfil beside the search.
  private func narrowing() throws -> SearchNarrowing {
    if let misuse = rows.misuse { throw StoreError(.invalidValue, misuse, table: table.schema.name) }
    return SearchNarrowing(session, table, reach, try session.resolved(rows.filter, table, reach))
  }

  private func lend(
    _ found: RankedRow, _ narrowing: SearchNarrowing, _ visit: (inout RowReader) throws -> Void
  ) throws {
    // The row may have been found before conditions were found elsewhere.
    guard narrowing.contains(found.row) else { return }
    session.makeRowKey(found.scope, integer: found.row)
    session.tally.rows &+= 1
    let isAccepted = try session.withRow(table, scope: found.scope, integer: found.row) { reader in
      if let judge = narrowing.judge, try !judge.accepts(reader, session) { return false }
      try visit(&reader)
      return true
    }
    guard let isAccepted else { throw StoreError.missingRow(table.schema) }
    if !isAccepted { try narrowing.reject() }
  }

  // MARK: Pages

  private func position() throws -> RankedRow? {
    guard let cursor else { return nil }
    let elements = try session.open(cursor, table, selectionOfPages, elements: 1).elements
    guard elements[0].count == 16 else { throw StoreError.damagedKey }
    let numbers = elements[0].withUnsafeBytes { bytes in
      (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    return RankedRow(
      score: Double(bitPattern: UInt64(littleEndian: numbers.0)), row: UInt64(littleEndian: numbers.1), scope: .global)
  }

  private func seal(_ last: RankedRow) throws -> PageCursor {
    let place =
      withUnsafeBytes(of: last.score.bitPattern.littleEndian, Array.init)
      + withUnsafeBytes(of: last.row.littleEndian, Array.init)
    return try session.seal(PagePosition(elements: [place]), table, selectionOfPages)
  }

  /// What a page's cursor is bound to: the conditions, the search, and how its rows are ranked.
  private var selectionOfPages: Selection {
    var selection = rows
    selection.narrow(.matches(test))
    selection.misuse = isRanked ? "ranked \(weights)" : "by key"
    return selection
  }
}

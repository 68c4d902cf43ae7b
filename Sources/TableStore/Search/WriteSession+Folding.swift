internal import LMDB

/// Folding brings the lists of a full-text index up to the rows.
extension WriteSession {
  /// What is kept in mind about a scope of an index.
  func searchWork(_ tally: TableTally, _ index: SearchLayout, _ scope: Scope) throws -> SearchWork {
    let key = TableTally.SearchKey(index: index.id, scope: scope)
    if let work = tally.searchWorks[key] { return work }
    let work = SearchWork(index, scope, try storedSearchState(tally.table, index, scope))
    tally.searchWorks[key] = work
    return work
  }

  /// Folds what has become much, and writes down what is known of each scope.
  func finishSearches(_ tally: TableTally) throws {
    for work in tally.searchWorks.values {
      if work.state.pending >= SearchLayout.mostPendingRows(among: work.state.rows) { try foldPending(work, tally) }
      guard work.state != work.stored else { continue }
      let key = work.index.prefix(work.scope, .state)
      let keyspace = try tally.table.requireKeyspace()
      if work.state == SearchState() {
        _ = try change { raw throws(LMDBError) in try raw.delete(key.span.bytes, in: keyspace) }
      } else {
        let buffer = ByteBuffer(capacity: 24)
        work.state.encode(into: buffer)
        _ = try change { raw throws(LMDBError) in try raw.put(buffer.bytes, for: key.span.bytes, in: keyspace) }
      }
      let (was, isNow) = (work.stored != SearchState() ? 1 : 0, work.state != SearchState() ? 1 : 0)
      tally.count(work.index.id, entries: Int64(isNow - was), bytes: (isNow - was) * (key.count + 24))
    }
  }

  /// Folds all pending rows of a scope.
  func foldPending(_ work: SearchWork, _ tally: TableTally) throws {
    let rows = try pendingRows(tally.table, work.index, work.scope)
    let keyspace = try tally.table.requireKeyspace()
    var bytes = 0
    for (row, base) in rows {
      let key = SearchLayout.key(work.pendingPrefix, row: row)
      let record = ByteBuffer(capacity: 256)
      base.encode(into: record)
      bytes += key.count + record.count
      _ = try change { raw throws(LMDBError) in try raw.delete(key.span.bytes, in: keyspace) }
    }
    work.state.pending = 0
    tally.count(work.index.id, entries: Int64(-rows.count), bytes: -bytes)
    try fold(work, tally, rows: rows)
  }

  /// Brings the lists from what they have of some rows to what the rows have now.
  func fold(_ work: SearchWork, _ tally: TableTally, rows: [(row: UInt64, base: SearchTexts)]) throws {
    var changes = SearchChanges()
    var terms = SearchTerms()
    var texts = SearchTexts()
    for (row, base) in rows {
      if !base.ends.isEmpty {
        try terms.fill(base)
        work.count(terms, by: -1)
        changes.append(terms, of: row, comes: false)
      }
      guard try fill(&texts, tally.table, work.index, work.scope, row: row) else { continue }
      try terms.fill(texts)
      work.count(terms, by: 1)
      changes.append(terms, of: row, comes: true)
    }
    changes.settle()
    let folder = try ListFolder(self, work, tally, changes)
    var next = 0
    while next < changes.changes.count {
      let list = changes.changes[next].list
      let end = changes.changes[next...].firstIndex { $0.list != list } ?? changes.changes.count
      try folder.fold(next..<end, list)
      next = end
    }
  }
}

extension SearchWork {
  /// Counts a row that comes to the lists or leaves them.
  func count(_ terms: SearchTerms, by sign: Int64) {
    guard !terms.isEmpty else { return }
    state.rows += sign
    state.length += sign * Int64(terms.length)
  }
}

extension ArraySlice<UInt8> {
  /// Below 0, 0 or above it, as these bytes lie before, at or behind `other`.
  func compare(_ other: ArraySlice<UInt8>) -> Int {
    withUnsafeBytes { left in other.withUnsafeBytes { right in left.bytes.compare(right.bytes) } }
  }
}

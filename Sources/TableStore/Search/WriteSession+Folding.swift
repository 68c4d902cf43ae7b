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
    var next = 0
    while next < changes.changes.count {
      let list = changes.changes[next].list
      let end = changes.changes[next...].firstIndex { $0.list != list } ?? changes.changes.count
      try apply(changes, next..<end, list, work, tally)
      next = end
    }
  }

  /// Applies the changes of one list, block by block.
  private func apply(
    _ changes: SearchChanges, _ range: Range<Int>, _ list: SearchLayout.List, _ work: SearchWork, _ tally: TableTally
  ) throws {
    let lists = KeyRange(prefix: work.index.prefix(work.scope, list))
    let keyspace = try tally.table.requireKeyspace()
    var next = range.lowerBound
    var key: [UInt8] = []
    while next < range.upperBound {
      changes.fill(&key, lists.lower, next)
      let found = try block(for: key, in: lists, keyspace)
      var end = next + 1
      while end < range.upperBound {
        if let behind = found?.next {
          changes.fill(&key, lists.lower, end)
          if key.span.bytes.compare(behind.span.bytes) >= 0 { break }
        }
        end += 1
      }
      try rewrite(found, lists.lower, keyspace, work, tally, BlockMerger(changes, next..<end, found?.bytes ?? [], list))
      next = end
    }
  }

  /// Writes what becomes of a block.
  private func rewrite(
    _ found: FoundBlock?, _ prefix: [UInt8], _ keyspace: Keyspace, _ work: SearchWork, _ tally: TableTally,
    _ merger: BlockMerger
  ) throws {
    if let found { tally.count(work.index.id, entries: -1, bytes: -found.key.count - found.bytes.count) }
    var isKept = false
    let isWhole = try merger.merge { term, row, bytes in
      let key = SearchLayout.key(prefix, term: term, row: row)
      if key == found?.key { isKept = true }
      _ = try change { raw throws(LMDBError) in try raw.put(bytes.span.bytes, for: key.span.bytes, in: keyspace) }
      tally.count(work.index.id, entries: 1, bytes: key.count + bytes.count)
    }
    guard isWhole else { throw StoreError.damagedSearch(tally.table.schema.name, work.index.definition.name) }
    if let found, !isKept {
      _ = try change { raw throws(LMDBError) in try raw.delete(found.key.span.bytes, in: keyspace) }
    }
  }

  private struct FoundBlock {
    let key: [UInt8]
    let bytes: [UInt8]
    /// The key of the block behind it.
    let next: [UInt8]?
  }

  /// The block that a key belongs to: the last one that begins at or before it, or else the first one.
  private func block(for target: [UInt8], in range: KeyRange, _ keyspace: Keyspace) throws -> FoundBlock? {
    try transaction.withCursor(in: keyspace) { cursor in
      var isFound = try cursor.seek(toFirstAtOrAfter: target.span.bytes)
      if !isFound || cursor.key.compare(target.span.bytes) != 0 {
        isFound = isFound ? try cursor.previous() : try cursor.last()
        if !isFound || cursor.key.compare(range.lower.span.bytes) < 0 {
          isFound = try cursor.seek(toFirstAtOrAfter: range.lower.span.bytes)
        }
      }
      guard isFound, cursor.key.compare(range.upper.span.bytes) < 0 else { return nil }
      let key = cursor.key.withUnsafeBytes { Array($0) }
      let bytes = cursor.value.withUnsafeBytes { Array($0) }
      let hasNext = try cursor.next() && cursor.key.compare(range.upper.span.bytes) < 0
      return FoundBlock(key: key, bytes: bytes, next: hasNext ? cursor.key.withUnsafeBytes { Array($0) } : nil)
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

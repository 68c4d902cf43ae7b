internal import LMDB

/// Rows whose change is yet to be folded into the lists. A change leaves one record, in the row's own transaction: a
/// search looks at these rows themselves.
extension WriteSession {
  /// Notes that a row's texts have changed, for every full-text index of its table.
  func noteTexts(_ writer: TableWriter, at place: RowPlace, hasOld: Bool, hasNew: Bool) throws {
    for index in writer.table.searches where try isKept(index, writer.tally) {
      var (old, new) = (SearchTexts(), SearchTexts())
      if hasOld { try fill(&old, writer.old, writer, place, index) }
      if hasNew { try fill(&new, writer.new, writer, place, index) }
      if hasOld && hasNew && old == new { continue }
      try notePending(old, new, hasOld: hasOld, hasNew: hasNew, writer.tally, place, index)
    }
  }

  private func isKept(_ index: SearchLayout, _ tally: TableTally) throws -> Bool {
    if let known = tally.readySearches[index.id] { return known }
    let isReady = try isReady(index, tally.table)
    tally.readySearches[index.id] = isReady
    return isReady
  }

  private func fill(
    _ texts: inout SearchTexts, _ row: ByteBuffer, _ writer: TableWriter, _ place: RowPlace, _ index: SearchLayout
  ) throws {
    try RowReader.lend(row.bytes, schema: writer.table.schema, scope: place.scope, key: place.integer) { row in
      try texts.fill(row, index)
    }
  }

  private func notePending(
    _ old: SearchTexts, _ new: SearchTexts, hasOld: Bool, hasNew: Bool, _ tally: TableTally, _ place: RowPlace,
    _ index: SearchLayout
  ) throws {
    let keyspace = try tally.table.requireKeyspace()
    let work = try searchWork(tally, index, place.scope)
    let key = SearchLayout.key(work.pendingPrefix, row: place.integer)
    let record: [UInt8]? = try transaction.withValue(for: key.span.bytes, in: keyspace) {
      $0.withUnsafeBytes { Array($0) }
    }
    if let record {
      // The lists have what they had: only a row that they never had, and that is gone, leaves nothing to do.
      guard !hasNew && record == [0] else { return }
      _ = try change { raw throws(LMDBError) in try raw.delete(key.span.bytes, in: keyspace) }
      work.state.pending -= 1
      tally.count(index.id, entries: -1, bytes: -key.count - record.count)
      return
    }
    // Without words there is nothing to fold in.
    if !hasOld && new.bytes.isEmpty { return }
    let buffer = ByteBuffer(capacity: 256)
    if hasOld { old.encode(into: buffer) } else { SearchTexts().encode(into: buffer) }
    if buffer.count <= SearchLayout.mostPendingBytes {
      _ = try change { raw throws(LMDBError) in try raw.put(buffer.bytes, for: key.span.bytes, in: keyspace) }
      work.state.pending += 1
      tally.count(index.id, entries: 1, bytes: key.count + buffer.count)
      if work.state.pending >= SearchLayout.mostUnfoldedRows { try foldPending(work, tally) }
    } else {
      // Texts too long for a record are folded in at once.
      try fold(work, tally, rows: [(place.integer, old)])
    }
  }
}

extension SearchLayout {
  /// A record shares a page with others.
  static let mostPendingBytes = KeyLimits.inlineValue
  /// A write holds at most so many pending rows of a scope until it folds them, however long it is.
  static let mostUnfoldedRows: Int64 = 8_192

  /// Folding is worth its while from so many pending rows on; a search looks at fewer than that. A large scope has more:
  /// its searches take longer anyhow, and its rows share more blocks when they are many.
  static func mostPendingRows(among rows: Int64) -> Int64 { min(max(rows / 512, 64), 256) }
}

extension Session {
  /// What the file says of a scope of a full-text index.
  final func storedSearchState(_ table: StoredTable, _ index: SearchLayout, _ scope: Scope) throws -> SearchState {
    let key = index.prefix(scope, .state)
    guard let bytes = try transaction.get(key.span.bytes, in: table.requireKeyspace()) else { return SearchState() }
    guard let state = SearchState(bytes) else {
      throw StoreError.damagedSearch(table.schema.name, index.definition.name)
    }
    return state
  }

  /// The pending rows of a scope, in order, each with the texts that the lists have of it.
  final func pendingRows(
    _ table: StoredTable, _ index: SearchLayout, _ scope: Scope
  ) throws -> [(row: UInt64, base: SearchTexts)] {
    let prefix = index.prefix(scope, .pending)
    var found: [(row: UInt64, base: SearchTexts)] = []
    try walk(table.requireKeyspace(), KeyRange(prefix: prefix)) { key, value in
      var base = SearchTexts()
      guard key.byteCount == prefix.count + 8,
        value.withUnsafeBytes({ base.fill(record: $0, fields: index.columns.count) })
      else { throw StoreError.damagedSearch(table.schema.name, index.definition.name) }
      found.append((UInt64(bigEndian: key.unsafeLoadUnaligned(fromByteOffset: prefix.count, as: UInt64.self)), base))
      return true
    }
    return found
  }

  /// Fills the texts of a row; `false` when there is no such row.
  final func fill(
    _ texts: inout SearchTexts, _ table: StoredTable, _ index: SearchLayout, _ scope: Scope, row: UInt64
  ) throws -> Bool {
    makeRowKey(scope, integer: row)
    return try withRow(table, scope: scope, integer: row) { reader in
      try texts.fill(reader, index)
      return true
    } ?? false
  }
}

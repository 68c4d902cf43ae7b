internal import LMDB

/// Building full-text indexes anew, and folding in what waits.
extension Store {
  /// The full-text indexes that cannot be searched before they are built: those of a store that another version of ICU
  /// or of this library wrote, and those that were switched on for a store with rows.
  public func unbuiltSearches() throws -> [(table: String, index: String)] {
    try read(.everything) { db in
      try db.session.catalog.all.flatMap { table in
        try table.searches.filter { try !db.session.isReady($0, table) }.map { (table.schema.name, $0.definition.name) }
      }
    }
  }

  /// Builds the full-text indexes that cannot be searched; with `all`, every one. What there is of them goes first. It is
  /// one transaction: searches see either the old state or the new one.
  ///
  /// - Parameters:
  ///   - all: whether those that can be searched are built anew too.
  ///   - onProgress: is told how many of how many rows are read; it may throw to stop.
  public func buildSearches(
    all: Bool = false, onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    try writeSync(.everything, isLarge: true) { db in
      let session = db.writeSession
      var work: [(StoredTable, SearchLayout)] = []
      for table in session.catalog.all {
        for index in table.searches where try all || !session.isReady(index, table) { work.append((table, index)) }
      }
      let total = try work.reduce(0) { $0 + Int(try session.sizes(of: $1.0)[KeySpace.rows].entries) }
      var done = 0
      for (table, index) in work {
        try session.build(index, table) {
          done += 1
          if done.isMultiple(of: 4_096) { try onProgress(done, total) }
        }
      }
      try onProgress(done, total)
    }
  }

  /// Folds what waits into the lists of all full-text indexes, so that nothing is left of rows as they were before.
  public func foldSearches() throws {
    try writeSync(.everything, isLarge: true) { db in
      let session = db.writeSession
      for table in session.catalog.all where !table.searches.isEmpty {
        let tally = try session.tally(of: table)
        for index in table.searches where try session.isReady(index, table) {
          for scope in try session.scopes(of: index, table) {
            let work = try session.searchWork(tally, index, scope)
            if work.state.pending > 0 { try session.foldPending(work, tally) }
          }
        }
      }
    }
  }
}

extension Session {
  /// The scopes of which a full-text index has something, in order.
  final func scopes(of index: SearchLayout, _ table: StoredTable) throws -> [Scope] {
    guard table.schema.isScoped else { return [.global] }
    var found: [Scope] = []
    var lower = [index.id]
    while true {
      var last: [UInt8]?
      try walk(table.requireKeyspace(), KeyRange(lower: lower, upper: [index.id + 1])) { key, _ in
        var scanner = KeyScanner(at: 1)
        found.append(try scanner.scope(in: key))
        last = key.extracting(first: scanner.offset).withUnsafeBytes { Array($0) }
        return false
      }
      guard let last else { return found }
      lower = KeyRange.successor(of: last)
    }
  }
}

extension WriteSession {
  /// Removes whatever a full-text index has, of one scope or of all.
  func clear(_ index: SearchLayout, _ table: StoredTable, _ scope: Scope?) throws {
    let tally = try tally(of: table)
    let keyspace = try table.requireKeyspace()
    let range = KeyRange(prefix: scope.map { index.prefix($0) } ?? [index.id])
    var (entries, bytes) = (0, 0)
    try walk(keyspace, range) { key, value in
      entries += 1
      bytes += key.byteCount + value.byteCount
      return true
    }
    _ = try change { raw throws(LMDBError) in
      try raw.deleteRange(from: range.lower.span.bytes, to: range.upper.span.bytes, in: keyspace)
    }
    tally.count(index.id, entries: Int64(-entries), bytes: -bytes)
    for key in tally.searchWorks.keys where key.index == index.id && (scope == nil || key.scope == scope) {
      tally.searchWorks[key] = nil
    }
  }

  /// Builds an index from its table's rows.
  ///
  /// - Parameter mostPlaces: bounds memory; see `SearchGatherer`.
  func build(
    _ index: SearchLayout, _ table: StoredTable, mostPlaces: Int = SearchGatherer.usualPlaces,
    _ onRow: () throws -> Void
  ) throws {
    try clear(index, table, nil)
    let tally = try tally(of: table)
    // LMDB leaves a third of a page free when an entry comes that is the last one of its page, but fills pages where
    // another one follows.
    let (follower, keyspace) = ([index.id, 0xFF], try table.requireKeyspace())
    _ = try change { raw throws(LMDBError) in
      try raw.put([0].span.bytes, for: follower.span.bytes, in: keyspace)
    }
    var gatherer = SearchGatherer(index, mostPlaces: mostPlaces) { key, value in
      _ = try self.change { raw throws(LMDBError) in try raw.put(value.span.bytes, for: key.span.bytes, in: keyspace) }
      tally.count(index.id, entries: 1, bytes: key.count + value.count)
    }
    try scanRows(table, .everything) { row, _ in
      try gatherer.append(row)
      try onRow()
      return true
    }
    try gatherer.finish()
    _ = try change { raw throws(LMDBError) in try raw.delete(follower.span.bytes, in: keyspace) }
    let (record, versions) = (MetaRecords.search(table.schema.name, index.id), Self.searchVersions)
    _ = try change { raw throws(LMDBError) in
      try raw.put(versions.span.bytes, for: record.span.bytes, in: store.meta)
    }
    tally.readySearches[index.id] = true
  }
}

internal import LMDB

extension WriteSession {
  /// Stores what the workers of a load have sorted. Throws when any of it is refused; nothing may be kept then.
  func store(
    _ workers: [LoadWorker], of table: StoredTable, isFirst: Bool, _ options: LoadOptions
  ) throws -> LoadResult {
    var result = LoadResult(rows: workers.reduce(0) { $0 + $1.rows })
    guard result.rows > 0 else { return result }
    guard catalog[table.schema.id] === table else {
      throw StoreError(
        .system, "another process changed the indexes of the table while rows were loaded; load them again",
        table: table.schema.name)
    }
    let tally = try tally(of: table)
    try putWaiting(tally)
    // Looked at before rows lie behind it.
    if table.schema.hasIntegerKey { _ = try nextKey(of: table) }
    // Lists of words are written anew where that costs no more than bringing them up to the rows.
    let present = Int(tally.sizes[KeySpace.rows].entries)
    let rebuilds = isFirst || result.rows >= present / 4
    let claims = workers.map(\.claims).filter { claims in !workers.contains { $0.entries === claims } }
    let contested = try contested(claims, table)
    var sorters = workers.map(\.entries) + claims
    if !rebuilds {
      try notePending(workers.map(\.pending), tally, without: contested)
      sorters += workers.map(\.pending)
    }
    for worker in workers { tally.add(worker.sizes) }
    if !contested.isEmpty { try uncount(workers, tally, contested) }
    try put(sorters, table, without: contested) { stored, entries in
      try options.onProgress?(LoadProgress(rows: result.rows, storedEntries: stored, entries: entries))
    }
    result.withheld = contested.tags
    result.rows -= result.withheld.count
    let lastKey = workers.reduce(0) { max($0, $1.lastKey) }
    if table.schema.hasIntegerKey { try use(lastKey, of: table) }
    if options.checksReferences { try checkReferences(of: table, workers.compactMap(\.references)) }
    if rebuilds { for index in table.searches where try isReady(index, table) { try build(index, table) {} } }
    return result
  }

  private func put(
    _ sorters: [EntrySorter], _ table: StoredTable, without contested: ContestedRows,
    _ onProgress: (_ stored: Int, _ of: Int) throws -> Void
  ) throws {
    let keyspace = try table.requireKeyspace()
    let total = sorters.reduce(0) { $0 + $1.count }
    try change { raw in
      try raw.put(
        sorters, in: keyspace,
        onProgress: { stored in try onProgress(stored, total) },
        onTaken: { key, value, present in throw try duplicate(key, value, present, table) },
        skips: contested.isEmpty ? nil : { contested.contains($0) })
    }
  }

  private func duplicate(
    _ key: RawSpan, _ value: RawSpan, _ present: RawSpan, _ table: StoredTable
  ) throws -> StoreError {
    let schema = table.schema
    let space = key.unsafeLoad(fromByteOffset: 0, as: UInt8.self)
    func holderText(_ value: RawSpan) throws -> String {
      let (_, offset) = try holder(in: value, table)
      return try loadedKeyText(table, value.extracting(droppingFirst: offset))
    }
    guard let index = table.indexes.first(where: { $0.id == space }) else {
      let offset = space == KeySpace.locator ? 1 : try scope(of: key, table).offset
      return StoreError(
        .duplicate, "the primary key is already there", table: schema.name,
        column: schema.columns[schema.primaryKey].name, constraint: "PRIMARY",
        value: try loadedKeyText(table, key.extracting(droppingFirst: offset)))
    }
    return StoreError(
      .duplicate, "two rows have the same value", table: schema.name,
      column: index.parts.map { schema.columns[$0.column].name }.joined(separator: ","), constraint: index.name,
      value: "of row \(try holderText(value))",
      otherKey: try holderText(present))
  }

  /// A primary key as text: a number, or for want of a row to read it from, a text's place.
  private func loadedKeyText(_ table: StoredTable, _ element: RawSpan) throws -> String {
    guard !table.schema.hasIntegerKey else { return try keyText(table, .global, element: element) }
    guard let scope = try locate(table, element: element) else { return "with a text key" }
    return try keyText(table, scope, element: element)
  }

  private func notePending(_ sorters: [EntrySorter], _ tally: TableTally, without contested: ContestedRows) throws {
    try EntryMerge(sorters).forEachTagged { key, value, tag in
      guard !contested.contains(tag) else { return }
      let index = tally.table.searches.first { $0.id == key.unsafeLoad(fromByteOffset: 0, as: UInt8.self) }!
      let scope: Scope
      if tally.table.schema.isScoped {
        var scanner = KeyScanner(at: 1)
        scope = try scanner.scope(in: key)
      } else {
        scope = .global
      }
      let work = try searchWork(tally, index, scope)
      work.state.pending += 1
      tally.count(index.id, entries: 1, bytes: key.byteCount + value.byteCount)
    }
  }
}

extension TableTally {
  /// Counts what a load brought.
  func add(_ loaded: TableSizes) {
    for space in UInt8.min...UInt8.max where loaded[space].entries > 0 {
      count(space, entries: loaded[space].entries, bytes: Int(loaded[space].bytes))
    }
  }
}

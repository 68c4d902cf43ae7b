internal import LMDB

/// One thread's part of a load: encodes rows and sorts all entries that they make.
///
/// It reads one state of the store, for what rows inherit, and changes nothing.
final class LoadWorker<Row: Table> {
  private let session: ReadSession
  private let table: StoredTable
  private let reach: Reach
  /// Counts what the rows take, and has the buffers.
  private let tally: TableTally
  private let writer: TableWriter
  /// The full-text indexes that are brought up to the rows, not built anew.
  private let searches: [SearchLayout]
  private let keys: LoadKeys

  /// The entries of rows, indexes and locators.
  let entries: EntrySorter
  /// What the rows refer to.
  let references: LoadReferences
  /// The records of rows that full-text indexes are yet to take in.
  let pending: EntrySorter
  private(set) var rows = 0
  private(set) var lastKey: UInt64 = 0

  var sizes: TableSizes { tally.sizes }

  init(_ store: Store, _ table: StoredTable, _ reach: Reach, _ keys: LoadKeys, memoryBytes: Int) throws {
    session = try ReadSession(store, reach)
    (self.table, self.reach, self.keys) = (table, reach, keys)
    tally = TableTally(table, sizes: TableSizes())
    writer = tally.writer
    let reader = session
    searches = keys.isFirst ? [] : try table.searches.filter { try reader.isReady($0, table) }
    let folder = store.folder
    entries = EntrySorter(folder: folder, memoryBytes: memoryBytes / 8 * 7)
    references = LoadReferences(table, folder: folder, memoryBytes: memoryBytes / 16)
    pending = EntrySorter(folder: folder, memoryBytes: memoryBytes / 16)
  }

  deinit { session.end() }

  /// Takes one draft, as a row that is inserted.
  ///
  /// - Parameter scope: whose it is, where the caller knows.
  func append(_ draft: Row.Draft, scope: Scope?) throws {
    let own: Scope = if case .tenant(let tenant) = reach { .tenant(tenant) } else { .system }
    // Keys that drafts with one of their own leave unused are given to nobody.
    let key = table.schema.hasIntegerKey ? keys.take() : 0
    try append(draft.row(DraftFill(key: key, scope: scope ?? own, now: keys.now)), scope: scope)
  }

  /// Encodes one row and keeps what has to be stored of it.
  ///
  /// - Parameter scope: whose it is, where the caller knows.
  func append(_ row: Row, scope: Scope?) throws {
    writer.rows.begin()
    try row.write(to: &writer.rows)
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
    writer.setKey(.system, key: row.primaryKey)
    let place = RowPlace(scope: try self.scope(of: row, known: scope), integer: row.primaryKey.keyInteger ?? 0)
    try table.schema.checkKey(place)
    writer.setScope(place.scope)
    writer.setHolder(place.scope)
    let bytes = try writer.withStoredEntries { key, value in try entries.append(key, value) }
    tally.count(KeySpace.rows, entries: 1, bytes: bytes)
    try appendLocator(place.scope)
    try RowReader.lend(writer.new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      try appendIndexes(row, place)
      try references.append(row, place, primaryKey: writer.primaryKey.bytes, session)
      try appendPending(row, place)
    }
    rows += 1
    lastKey = max(lastKey, place.integer)
  }

  /// Sorts what is left.
  func finish() {
    entries.finish()
    references.entries.finish()
    pending.finish()
  }

  private func scope(of row: Row, known: Scope?) throws -> Scope {
    if let known {
      if let own = row.ownScope, own != known { throw StoreError.foreignRow(table.schema) }
      return known
    }
    let scope: Scope =
      switch table.schema.scope {
      case .global: .global
      case .workspace: row.ownScope ?? .system
      case .inherited: try session.inheritedScope(writer)
      case .referred: if case .tenant(let tenant) = reach { .tenant(tenant) } else { try session.loadedScope(writer) }
      }
    guard reach.includes(scope) else { throw StoreError.foreignRow(table.schema) }
    return scope
  }

  private func appendLocator(_ scope: Scope) throws {
    guard table.schema.isScoped else { return }
    let (key, value) = (session.locatorBuffer, session.keyBuffer)
    key.removeAll()
    key.append(KeySpace.locator)
    key.append(writer.primaryKey.bytes)
    value.removeAll()
    value.appendKey(scope)
    try entries.append(key.bytes, value.bytes)
    tally.count(KeySpace.locator, entries: 1, bytes: key.count + value.count)
  }

  private func appendIndexes(_ row: borrowing RowReader, _ place: RowPlace) throws {
    try writer.newKeys.fill(
      table, row: row, scope: place.scope, primaryKey: writer.primaryKey.bytes, session)
    for (position, index) in table.indexes.enumerated() {
      try writer.newKeys.withKey(position) { key in
        guard key.byteCount > 0 else { return }
        let value = writer.holder.bytes.extracting(first: index.isUnique ? writer.holder.count : 0)
        try entries.append(key, value)
        tally.count(index.id, entries: 1, bytes: key.byteCount + value.byteCount)
      }
    }
  }

  private func appendPending(_ row: borrowing RowReader, _ place: RowPlace) throws {
    for index in searches {
      var texts = SearchTexts()
      try texts.fill(row, index)
      guard !texts.bytes.isEmpty else { continue }
      let key = SearchLayout.key(index.prefix(place.scope, .pending), row: place.integer)
      let record = session.keyBuffer
      record.removeAll()
      SearchTexts().encode(into: record)
      try pending.append(key.span.bytes, record.bytes)
    }
  }
}

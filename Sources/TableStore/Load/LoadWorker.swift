internal import LMDB

/// One thread's part of a load: encodes rows and sorts all entries that they make.
///
/// It reads one state of the store, for what rows inherit and for rows that are there, and changes nothing.
package final class LoadWorker {
  /// Its place among the workers of the load.
  package let number: Int

  private let session: ReadSession
  private let table: StoredTable
  private let reach: Reach
  /// Counts what the rows take, and has the buffers.
  private let tally: TableTally
  private let writer: TableWriter
  /// The full-text indexes that are brought up to the rows, not built anew.
  private let searches: [SearchLayout]
  private let keys: LoadKeys

  /// The entries of rows and indexes.
  let entries: EntrySorter
  /// The entries that only one row may have: of primary keys and unique indexes. The same as `entries` where rows that
  /// claim the same are not told apart.
  let claims: EntrySorter
  /// What the rows refer to, where that is checked; of a dump's rows what declared foreign keys do.
  let references: LoadReferences?
  /// The records of rows that full-text indexes are yet to take in.
  let pending: EntrySorter
  private(set) var rows = 0
  private(set) var lastKey: UInt64 = 0

  var sizes: TableSizes { tally.sizes }

  /// - Parameter withholds: whether entries that only one row may have are sorted by themselves.
  init(
    _ store: Store, _ table: StoredTable, _ reach: Reach, _ keys: LoadKeys, number: Int, memoryBytes: Int,
    withholds: Bool
  ) throws {
    self.number = number
    session = try ReadSession(store, reach)
    (self.table, self.reach, self.keys) = (table, reach, keys)
    tally = TableTally(table, sizes: TableSizes())
    writer = tally.writer
    let reader = session
    searches = keys.isFirst ? [] : try table.searches.filter { try reader.isReady($0, table) }
    let folder = store.folder
    entries = EntrySorter(folder: folder, memoryBytes: memoryBytes / 8 * (withholds ? 6 : 7))
    claims = withholds ? EntrySorter(folder: folder, memoryBytes: memoryBytes / 8) : entries
    references =
      withholds || keys.checksReferences
      ? LoadReferences(table, folder: folder, memoryBytes: memoryBytes / 16, isOfDeclared: withholds) : nil
    pending = EntrySorter(folder: folder, memoryBytes: memoryBytes / 16)
  }

  deinit { session.end() }

  /// Takes one draft, as a row that is inserted.
  ///
  /// - Parameter scope: whose it is, where the caller knows.
  func append<Row: Table>(_ draft: Row.Draft, of _: Row.Type, scope: Scope?) throws {
    let own: Scope = if case .tenant(let tenant) = reach { .tenant(tenant) } else { .system }
    // Keys that drafts with one of their own leave unused are given to nobody.
    let key = table.schema.hasIntegerKey ? keys.take() : 0
    let row: Row = draft.row(DraftFill(key: key, scope: scope ?? own, now: keys.now))
    try append(row, scope: scope)
  }

  /// Encodes one row and keeps what has to be stored of it.
  ///
  /// - Parameter scope: whose it is, where the caller knows.
  func append<Row: Table>(_ row: Row, scope: Scope?) throws {
    writer.rows.begin()
    try row.write(to: &writer.rows)
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
    writer.setKey(.system, key: row.primaryKey)
    let place = RowPlace(scope: try self.scope(of: row, known: scope), integer: row.primaryKey.keyInteger ?? 0)
    try table.schema.checkKey(place)
    writer.setScope(place.scope)
    try appendEntries(place, tag: 0)
  }

  /// Encodes one row as a dump has it and keeps what has to be stored of it, unless it is there already.
  ///
  /// - Parameter tag: what the row is known by where it turns out to claim what another row claims.
  /// - Throws: `StoreError` when the row cannot be stored; nothing of it is kept then.
  package func append(_ loader: RowLoader, tag: UInt32, _ row: LoadedRow) throws -> LoadOutcome {
    precondition(!loader.makesKeys, "rows without a primary key are counted one behind the other")
    let place = try session.encode(loader, row, writer, now: keys.now.wholeSeconds) { 0 }
    try table.schema.checkKey(place)
    if keys.mayExist(place) {
      switch try session.storedRow(loader, writer, place) {
      case .none: break
      case .same: return .alreadyThere
      case .other(let holder): throw try session.keyIsTaken(writer, at: place, by: holder)
      }
    }
    try appendEntries(place, tag: tag)
    return .stored
  }

  /// Keeps all entries of the row in `writer.new`, whose keys are set.
  private func appendEntries(_ place: RowPlace, tag: UInt32) throws {
    writer.setHolder(place.scope)
    let isScoped = table.schema.isScoped
    let bytes = try writer.withStoredEntries { key, value in
      let isClaim = !isScoped && key.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == KeySpace.rows
      try (isClaim ? claims : entries).append(key, value, tag: tag)
    }
    tally.count(KeySpace.rows, entries: 1, bytes: bytes)
    if isScoped { try appendLocator(place.scope, tag) }
    try RowReader.lend(writer.new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      try appendIndexes(row, place, tag)
      if let references { try references.append(row, place, primaryKey: writer.primaryKey.bytes, session) }
      try appendPending(row, place, tag)
    }
    rows += 1
    lastKey = max(lastKey, place.integer)
  }

  /// Sorts what is left.
  func finish() {
    entries.finish()
    if claims !== entries { claims.finish() }
    references?.entries.finish()
    pending.finish()
  }

  private func scope<Row: Table>(of row: Row, known: Scope?) throws -> Scope {
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

  private func appendLocator(_ scope: Scope, _ tag: UInt32) throws {
    let (key, value) = (session.locatorBuffer, session.keyBuffer)
    key.removeAll()
    key.append(KeySpace.locator)
    key.append(writer.primaryKey.bytes)
    value.removeAll()
    value.appendKey(scope)
    try claims.append(key.bytes, value.bytes, tag: tag)
    tally.count(KeySpace.locator, entries: 1, bytes: key.count + value.count)
  }

  private func appendIndexes(_ row: borrowing RowReader, _ place: RowPlace, _ tag: UInt32) throws {
    try writer.newKeys.fill(
      table, row: row, scope: place.scope, primaryKey: writer.primaryKey.bytes, session)
    for (position, index) in table.indexes.enumerated() {
      try writer.newKeys.withKey(position) { key in
        guard key.byteCount > 0 else { return }
        let value = writer.holder.bytes.extracting(first: index.hasHolder ? writer.holder.count : 0)
        try (index.isUnique ? claims : entries).append(key, value, tag: tag)
        tally.count(index.id, entries: 1, bytes: key.byteCount + value.byteCount)
      }
    }
  }

  private func appendPending(_ row: borrowing RowReader, _ place: RowPlace, _ tag: UInt32) throws {
    for index in searches {
      var texts = SearchTexts()
      try texts.fill(row, index)
      guard !texts.bytes.isEmpty else { continue }
      let key = SearchLayout.key(index.prefix(place.scope, .pending), row: place.integer)
      let record = session.keyBuffer
      record.removeAll()
      SearchTexts().encode(into: record)
      try pending.append(key.span.bytes, record.bytes, tag: tag)
    }
  }
}

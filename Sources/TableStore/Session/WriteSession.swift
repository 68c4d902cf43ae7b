internal import Foundation
internal import LMDB

/// A session that changes the store: buffers of its own, and what is written once at the end (sequences, sizes). What it
/// changes is kept or undone by whoever lends it the transaction.
final class WriteSession: Session {
  private let shared: SharedTransaction
  /// The statement's time: one for the whole transaction, whole seconds.
  let now = Date().cutToSeconds
  /// Of the tables that were written to: in most transactions one or two.
  @exclusivity(unchecked) private var tallies: [TableTally] = []

  init(_ store: Store, _ reach: Reach, _ shared: SharedTransaction) throws {
    self.shared = shared
    let transaction = OpenTransaction(handle: shared.handle)
    // It follows the state that was committed last: only another process's opening changes the catalog.
    let catalog = try store.catalog(of: transaction.number - 1, transaction)
    super.init(store, reach, catalog, shared.handle)
  }

  override func sizes(of table: StoredTable) throws -> TableSizes {
    try knownTally(of: table)?.sizes ?? storedSizes(table)
  }

  override func searchState(_ table: StoredTable, _ index: SearchLayout, _ scope: Scope) throws -> SearchState {
    let key = TableTally.SearchKey(index: index.id, scope: scope)
    return try knownTally(of: table)?.searchWorks[key]?.state ?? storedSearchState(table, index, scope)
  }

  override func settleIndexes(_ table: StoredTable) throws {
    if let tally = knownTally(of: table) { try putWaiting(tally) }
  }

  /// Runs `body` and writes down what the session kept in mind. Of what was changed before this throws, nothing may be
  /// kept.
  func run<Result>(_ tables: Tables<Writing>, _ body: (Tables<Writing>) throws -> Result) throws -> Result {
    defer { end() }
    // What the engine failed at first ends the write, also where it was caught.
    let result: Result
    do { result = try body(tables) } catch let error as LMDBError { throw shared.failure ?? error }
    if let failure = shared.failure { throw failure }
    try writeRecords()
    return result
  }

  /// Runs `body` and undoes what it changes, and only this, when it throws.
  func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try settle()
    let savepoint = try change { raw throws(LMDBError) in try raw.beginSavepoint() }
    let result: Result
    do {
      result = try body()
      try settle()
    } catch {
      forgetTables()
      try change { raw throws(LMDBError) in raw.undo(savepoint) }
      throw error
    }
    try change { raw throws(LMDBError) in try raw.keep(savepoint) }
    return result
  }

  /// Writes down what was kept in mind; the transaction alone knows all then.
  private func settle() throws {
    try writeRecords()
    forgetTables()
  }

  private func forgetTables() { tallies.removeAll(keepingCapacity: true) }

  /// Changes the library's transaction.
  func change<Result, E: Error>(_ body: (inout WriteTransaction) throws(E) -> Result) throws(E) -> Result {
    try shared.change(body)
  }

  private func writeRecords() throws {
    let record = ByteBuffer(capacity: 256)
    for tally in tallies {
      try finishSearches(tally)
      try putWaiting(tally)
      let name = tally.table.schema.name
      if let next = tally.nextKey {
        record.removeAll()
        record.append(littleEndian: next)
        try putRecord(MetaRecords.sequence(name), record.bytes)
      }
      if tally.isChanged {
        record.removeAll()
        tally.sizes.encode(into: record)
        try putRecord(MetaRecords.sizes(name), record.bytes)
      }
    }
  }

  private func putRecord(_ key: [UInt8], _ value: RawSpan) throws {
    _ = try change { raw throws(LMDBError) in try raw.put(value, for: key.span.bytes, in: store.meta) }
  }
}

extension Session {
  /// The sizes of a table as last committed.
  final func storedSizes(_ table: StoredTable) throws -> TableSizes {
    guard let record = try transaction.record(MetaRecords.sizes(table.schema.name), in: store.meta) else {
      return TableSizes()
    }
    guard let sizes = TableSizes(record: record) else {
      throw StoreError(.damaged, "the record of the table's sizes is malformed", table: table.schema.name)
    }
    return sizes
  }
}

extension WriteSession {
  /// What is kept in mind about a table; `nil` when it was not written to.
  private func knownTally(of table: StoredTable) -> TableTally? {
    for tally in tallies where tally.table === table { return tally }
    return nil
  }

  /// What is kept in mind about a table, from now on if it was not.
  func tally(of table: StoredTable) throws -> TableTally {
    if let tally = knownTally(of: table) { return tally }
    let tally = TableTally(table, sizes: try storedSizes(table))
    tallies.append(tally)
    return tally
  }

  /// The buffers for a table's rows.
  func writer(of table: StoredTable) throws -> TableWriter { try tally(of: table).writer }

  /// Puts the index entries of a table that wait.
  func putWaiting(_ tally: TableTally) throws {
    guard !tally.waiting.isEmpty else { return }
    let keyspace = try tally.table.requireKeyspace()
    try change { raw throws(LMDBError) in try raw.put(tally.waiting, in: keyspace) }
  }
}

internal import Foundation
internal import LMDB

/// A session that changes the store: buffers of its own, and what is written once at the end (sequences, sizes).
final class WriteSession: Session {
  private var raw: WriteTransaction?
  /// Whose rows the transaction can reach; of others nothing is told.
  let reach: Reach
  /// The statement's time: one for the whole transaction, whole seconds.
  let now = Date().cutToSeconds
  /// The next AUTO_INCREMENT values of tables that were inserted into, by table id.
  var sequences: [UInt8: UInt64] = [:]
  /// The sizes of tables that were changed, by table id.
  var sizes: [UInt8: TableSizes] = [:]
  /// Buffers by table id.
  var writers: [UInt8: TableWriter] = [:]

  init(_ store: Store, _ reach: Reach) throws(LMDBError) {
    let raw = try store.environment.beginWrite()
    let handle = raw.handle
    self.reach = reach
    self.raw = consume raw
    super.init(store, handle)
  }

  /// Runs `body` and commits, or abandons everything when it throws.
  func run<Result>(_ tables: Tables<Writing>, _ body: (Tables<Writing>) throws -> Result) throws -> Result {
    do {
      let result = try body(tables)
      try writeRecords()
      end()
      try raw.take()!.commit()
      return result
    } catch {
      end()
      raw = nil
      throw error
    }
  }

  /// Changes the library's transaction.
  func change<Result>(_ body: (inout WriteTransaction) throws(LMDBError) -> Result) throws(LMDBError) -> Result {
    try body(&raw!)
  }

  private func writeRecords() throws {
    let record = ByteBuffer(capacity: 256)
    for (id, next) in sequences {
      record.removeAll()
      record.append(littleEndian: next)
      try putRecord(MetaRecords.sequence(store.catalog[id].schema.name), record.bytes)
    }
    for (id, sizes) in sizes {
      record.removeAll()
      sizes.encode(into: record)
      try putRecord(MetaRecords.sizes(store.catalog[id].schema.name), record.bytes)
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
  /// Lets `body` change the counts of a table.
  func count(_ table: StoredTable, _ body: (inout TableSizes) -> Void) throws {
    let id = table.schema.id
    if sizes[id] == nil { sizes[id] = try storedSizes(table) }
    body(&sizes[id]!)
  }

  /// The next AUTO_INCREMENT value of a table; it is used up only when `use(_:of:)` says so.
  func nextKey(of table: StoredTable) throws -> UInt64 {
    let id = table.schema.id
    if let next = sequences[id] { return next }
    let record = try transaction.record(MetaRecords.sequence(table.schema.name), in: store.meta)
    let next = record?.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } ?? 1
    sequences[id] = next
    return next
  }

  /// Notes that a key was used, so that later ones lie behind it: as InnoDB's counter, it never goes back.
  func use(_ key: UInt64, of table: StoredTable) throws {
    if try key >= nextKey(of: table) { sequences[table.schema.id] = key == .max ? key : key + 1 }
  }

  /// The buffers for a table's rows.
  func writer(of table: StoredTable) -> TableWriter {
    if let writer = writers[table.schema.id] { return writer }
    let writer = TableWriter(table)
    writers[table.schema.id] = writer
    return writer
  }
}

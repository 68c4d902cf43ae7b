import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

typealias Bytes = [UInt8]

extension StoreOptions {
  /// Fast and small, for tests.
  static var testing: StoreOptions {
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 1 << 30
    return options
  }
}

/// Runs `body` on a new store in a folder of its own, and looks through the whole file at the end.
func withStore<Result>(
  _ tables: [any Table.Type] = sampleTables, options: StoreOptions = .testing, _ body: (Store) throws -> Result
) throws -> Result {
  try withScratchFolder { folder in
    let store = try Store(path: folder.path + "/test.store", tables: tables, options: options)
    let result = try body(store)
    try store.requireConsistent()
    try store.requireSound()
    try store.close()
    return result
  }
}

/// A store whose tenants 1, 2 and 3 exist.
func withTenants<Result>(
  _ tables: [any Table.Type] = sampleTables, _ body: (Store) throws -> Result
) throws -> Result {
  try withStore(tables) { store in
    try store.writeSync(.everything) { db in
      for id in 1...3 { try db.tenants.insert(.init(id: ID(UInt64(id)), name: "tenant \(id)")) }
    }
    return try body(store)
  }
}

/// The `StoreError` that `body` throws; any other outcome is an issue.
@discardableResult
func storeError(
  _ sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> StoreError? {
  do { try body() } catch let error as StoreError {
    return error
  } catch {
    Issue.record("not a StoreError: \(error)", sourceLocation: sourceLocation)
    return nil
  }
  Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  return nil
}

/// A failure that only a test throws.
struct Abandoned: Error {}

/// One entry as it lies in the file.
struct RawEntry: Hashable {
  var key: Bytes
  var value: Bytes
}

extension Store {
  /// Everything in a table's named database, in order.
  func rawEntries(_ schema: TableSchema) throws -> [RawEntry] {
    let keyspace = try catalog[schema.id].requireKeyspace()
    let transaction = try environment.beginRead()
    var cursor = try transaction.cursor(in: keyspace)
    var entries: [RawEntry] = []
    var isFound = try cursor.first()
    while isFound {
      entries.append(RawEntry(key: cursor.key.array, value: cursor.value.array))
      isFound = try cursor.next()
    }
    return entries
  }

  /// Overwrites an entry behind the store's back.
  func putRaw(_ value: Bytes, for key: Bytes, _ schema: TableSchema) throws {
    let keyspace = try catalog[schema.id].requireKeyspace()
    var transaction = try environment.beginWrite()
    try transaction.put(value.span.bytes, for: key.span.bytes, in: keyspace)
    try transaction.commit()
  }
}

extension RawSpan {
  var array: Bytes { withUnsafeBytes { Bytes($0) } }
}

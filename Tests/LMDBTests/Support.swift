import Foundation
import LMDB
import Testing

typealias Bytes = [UInt8]

extension RawSpan {
  var array: Bytes { withUnsafeBytes { Bytes($0) } }
}

extension EnvironmentOptions {
  /// Fast and small, for tests.
  static var testing: EnvironmentOptions {
    var options = EnvironmentOptions()
    options.durability = .none
    options.mapSizeBytes = 256 << 20
    return options
  }
}

extension Environment {
  /// Runs `body` in a write transaction that is committed afterwards.
  func write<Result>(_ body: (inout WriteTransaction) throws -> Result) throws -> Result {
    var transaction = try beginWrite()
    let result = try body(&transaction)
    try transaction.commit()
    return result
  }

  func keyspace(_ name: String = "k") throws -> Keyspace {
    try #require(try openKeyspaces([name], create: !isReadOnly)[name])
  }
}

extension Transaction where Self: ~Copyable {
  borrowing func value(_ key: Bytes, in keyspace: Keyspace) throws -> Bytes? {
    try get(key.span.bytes, in: keyspace)?.array
  }

  borrowing func entries(in keyspace: Keyspace) throws -> [Entry] {
    var cursor = try cursor(in: keyspace)
    var entries: [Entry] = []
    var isFound = try cursor.first()
    while isFound {
      entries.append(Entry(key: cursor.key.array, value: cursor.value.array))
      isFound = try cursor.next()
    }
    return entries
  }
}

extension WriteTransaction {
  /// Runs `body` in a savepoint, which is undone when it throws.
  mutating func savepoint<Result>(_ body: (inout WriteTransaction) throws -> Result) throws -> Result {
    let savepoint = try beginSavepoint()
    let result: Result
    do { result = try body(&self) } catch {
      undo(savepoint)
      throw error
    }
    try keep(savepoint)
    return result
  }

  @discardableResult
  mutating func put(_ value: Bytes, _ key: Bytes, in keyspace: Keyspace, mode: PutMode = .upsert) throws -> Bool {
    try put(value.span.bytes, for: key.span.bytes, in: keyspace, mode: mode)
  }
}

/// The reason of the `LMDBError` that `body` throws; `nil` when it throws nothing or another error.
func reason(_ body: () throws -> Void) -> LMDBError.Reason? {
  do { try body() } catch { return (error as? LMDBError)?.reason }
  return nil
}

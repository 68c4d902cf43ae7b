public import CLMDB

extension WriteTransaction {
  /// What `put` does about a key that is there already.
  @usableFromInline package enum PutMode: Hashable, Sendable {
    /// Replaces the value.
    case upsert
    /// Leaves the entry as it is.
    case insertOnly
    /// Is an error, as is any key that does not lie behind the last one; fills pages to the end and skips the search.
    case append
  }

  /// Puts an entry, and says whether it did: `false` only in `.insertOnly` mode when the key is there.
  ///
  /// A key has 1…511 bytes and a value at most 4,080; anything else traps. Neither may lie in this transaction's own
  /// entries, which the compiler ensures. When it throws, the transaction is poisoned.
  @inlinable @discardableResult
  package mutating func put(
    _ value: RawSpan, for key: RawSpan, in keyspace: Keyspace, mode: PutMode = .upsert
  ) throws(LMDBError) -> Bool {
    requireKey(key)
    precondition(key.byteCount <= Limits.keyBytes, "a key has at most 511 bytes")
    precondition(value.byteCount <= Limits.valueBytes, "a value has at most 4,080 bytes")
    var rawKey = MDB_val(borrowing: key)
    var rawValue = MDB_val(borrowing: value)
    let flags: Int32 =
      switch mode {
      case .upsert: 0
      case .insertOnly: MDB_NOOVERWRITE
      case .append: MDB_APPEND
      }
    if isLogging, mode == .upsert {
      undoLog?.note(rawKey, was: try presentValue(rawKey, in: keyspace), in: keyspace)
    }
    let code = mdb_put(handle, keyspace.index, &rawKey, &rawValue, UInt32(bitPattern: flags))
    guard code == MDB_SUCCESS else {
      if code == MDB_KEYEXIST, mode == .insertOnly { return false }
      throw poison(code, "put")
    }
    if isLogging, mode != .upsert { undoLog?.note(rawKey, was: nil, in: keyspace) }
    storedBytesWritten &+= key.byteCount &+ value.byteCount
    return true
  }

  /// Deletes the entry under `key`; `false` when there is none. When it throws, the transaction is poisoned.
  @inlinable @discardableResult
  package mutating func delete(_ key: RawSpan, in keyspace: Keyspace) throws(LMDBError) -> Bool {
    requireKey(key)
    var rawKey = MDB_val(borrowing: key)
    if isLogging {
      guard let value = try presentValue(rawKey, in: keyspace) else { return false }
      undoLog?.note(rawKey, was: value, in: keyspace)
    }
    let code = mdb_del(handle, keyspace.index, &rawKey, nil)
    guard code == MDB_SUCCESS else {
      if code == MDB_NOTFOUND { return false }
      throw poison(code, "delete")
    }
    return true
  }

  /// Deletes the entries from `lower` up to and without `upper`, or to the end when that is `nil`; in key order, at
  /// most `limit` of them. Returns how many there were. When it throws, the transaction is poisoned.
  @discardableResult
  package mutating func deleteRange(
    from lower: RawSpan, to upper: RawSpan?, in keyspace: Keyspace, limit: Int = .max
  ) throws(LMDBError) -> Int {
    requireKey(lower)
    var opened: OpaquePointer?
    let openCode = mdb_cursor_open(handle, keyspace.index, &opened)
    guard openCode == MDB_SUCCESS, let cursor = opened else { throw poison(openCode, "delete a range") }
    defer { mdb_cursor_close(cursor) }
    var rawUpper = MDB_val()
    if let upper { rawUpper = MDB_val(borrowing: upper) }
    var deletedCount = 0
    while deletedCount < limit {
      // Sought anew for each entry: moving on from a deleted one is where cursors of 0.9.24 go wrong.
      var rawKey = MDB_val(borrowing: lower)
      var rawValue = MDB_val()
      var code = mdb_cursor_get(cursor, &rawKey, &rawValue, MDB_SET_RANGE)
      if code == MDB_NOTFOUND { break }
      if code == MDB_SUCCESS {
        if upper != nil, mdb_cmp(handle, keyspace.index, &rawKey, &rawUpper) >= 0 { break }
        if isLogging { undoLog?.note(rawKey, was: rawValue, in: keyspace) }
        code = mdb_cursor_del(cursor, 0)
      }
      guard code == MDB_SUCCESS else { throw poison(code, "delete a range") }
      deletedCount += 1
    }
    return deletedCount
  }

  /// Marks the transaction as failed and gives the error to throw.
  @usableFromInline @inline(never)
  mutating func poison(_ code: Int32, _ operation: StaticString) -> LMDBError {
    storedIsPoisoned = true
    let error =
      code == MDB_KEYEXIST
      ? LMDBError(.keysOutOfOrder, operation: operation.description) : LMDBError.failure(code, operation)
    failure = failure ?? error
    return error
  }
}

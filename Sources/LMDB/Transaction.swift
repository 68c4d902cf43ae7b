public import CLMDB

/// What read and write transactions have in common: looking up and walking entries of one consistent state.
///
/// Bytes and cursors that a transaction gives out borrow it: they end before it does, and before it is changed.
@usableFromInline package protocol Transaction: ~Copyable {
  /// The library's transaction, valid while this value lives.
  var handle: OpaquePointer { get }
}

extension Transaction where Self: ~Copyable {
  /// The value under `key`, or `nil`. A key of more than 511 bytes is never there; an empty one traps.
  @inlinable @_lifetime(borrow self)
  package borrowing func get(_ key: RawSpan, in keyspace: Keyspace) throws(LMDBError) -> RawSpan? {
    requireKey(key)
    var rawKey = MDB_val(borrowing: key)
    var rawValue = MDB_val()
    let code = mdb_get(handle, keyspace.index, &rawKey, &rawValue)
    guard code == MDB_SUCCESS else {
      if code == MDB_NOTFOUND { return nil }
      throw .failure(code, "get")
    }
    return _overrideLifetime(rawValue.unownedSpan, borrowing: self)
  }

  /// Lends the value under `key` to `body`; `nil` when there is none.
  @inlinable
  package borrowing func withValue<Result, E: Error>(
    for key: RawSpan, in keyspace: Keyspace, _ body: (RawSpan) throws(E) -> Result
  ) throws -> Result? {
    requireKey(key)
    var rawKey = MDB_val(borrowing: key)
    var rawValue = MDB_val()
    let code = mdb_get(handle, keyspace.index, &rawKey, &rawValue)
    guard code == MDB_SUCCESS else {
      if code == MDB_NOTFOUND { return nil }
      throw LMDBError.failure(code, "get")
    }
    return try body(rawValue.unownedSpan)
  }

  /// Whether `key` is there.
  @inlinable
  package borrowing func contains(_ key: RawSpan, in keyspace: Keyspace) throws(LMDBError) -> Bool {
    try get(key, in: keyspace) != nil
  }

  /// A cursor over `keyspace`, not yet positioned.
  @inlinable @_lifetime(borrow self)
  package borrowing func cursor(in keyspace: Keyspace) throws(LMDBError) -> Cursor {
    var opened: OpaquePointer?
    let code = mdb_cursor_open(handle, keyspace.index, &opened)
    guard code == MDB_SUCCESS, let opened else { throw .failure(code, "open a cursor") }
    return _overrideLifetime(Cursor(handle: opened), borrowing: self)
  }

  /// Lends a cursor over `keyspace`, not yet positioned, to `body`.
  @inlinable
  package borrowing func withCursor<Result: ~Copyable, E: Error>(
    in keyspace: Keyspace, _ body: (inout Cursor) throws(E) -> Result
  ) throws -> Result {
    var cursor = try cursor(in: keyspace)
    return try body(&cursor)
  }

  /// Lends two cursors over `keyspace`, neither positioned: one to walk, one to look up what the first points to. A
  /// cursor that is sought near where it stands does not begin at the root.
  @inlinable
  package borrowing func withCursors<Result: ~Copyable, E: Error>(
    in keyspace: Keyspace, _ body: (inout Cursor, inout Cursor) throws(E) -> Result
  ) throws -> Result {
    var first = try cursor(in: keyspace)
    var second = try cursor(in: keyspace)
    return try body(&first, &second)
  }

  /// The size of `keyspace` in this state.
  package borrowing func statistics(of keyspace: Keyspace) throws(LMDBError) -> KeyspaceStatistics {
    var raw = MDB_stat()
    let code = mdb_stat(handle, keyspace.index, &raw)
    guard code == MDB_SUCCESS else { throw .failure(code, "statistics") }
    return KeyspaceStatistics(raw)
  }

  /// The number of entries in `keyspace`, without a scan.
  package borrowing func entryCount(of keyspace: Keyspace) throws(LMDBError) -> Int {
    try statistics(of: keyspace).entryCount
  }

  /// The number of the state that is read, or that a commit would make: each commit adds one.
  package var number: UInt64 { UInt64(mdb_txn_id(handle)) }
}

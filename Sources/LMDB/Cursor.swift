public import CLMDB

/// A place in a keyspace, moved along its entries in key order. It cannot change anything, and it ends before its
/// transaction ends or is changed.
///
/// Invariants:
/// 1. `rawKey` and `rawValue` are the current entry's bytes in the map exactly when `isPositioned`.
/// 2. A move that finds no entry leaves the cursor unpositioned, and an unpositioned cursor never reaches the
///    library's relative moves: after a failed seek liblmdb 0.9.24 answers those with entries that do not exist, or
///    crashes.
@usableFromInline package struct Cursor: ~Copyable, ~Escapable {
  @usableFromInline let handle: OpaquePointer
  @usableFromInline var rawKey = MDB_val()
  @usableFromInline var rawValue = MDB_val()
  /// Whether `key` and `value` can be read.
  @inlinable package var isPositioned: Bool { storedIsPositioned }
  @usableFromInline var storedIsPositioned = false
  /// How many times in a row a neighbor was not the entry that was sought.
  @usableFromInline var missedNeighbors = 0
  @usableFromInline var readAhead = ReadAhead()

  /// Takes over an open cursor of the library. The caller ties the result to the transaction.
  @inlinable @_lifetime(immortal)
  init(handle: OpaquePointer) { self.handle = handle }

  @inlinable deinit { mdb_cursor_close(handle) }

  /// The current entry's key, in place until the transaction ends or is changed. Traps when unpositioned.
  @inlinable package var key: RawSpan {
    @_lifetime(copy self) get {
      precondition(storedIsPositioned, "only a positioned cursor has a key")
      return _overrideLifetime(rawKey.unownedSpan, copying: self)
    }
  }

  /// The current entry's value, in place until the transaction ends or is changed. Traps when unpositioned.
  @inlinable package var value: RawSpan {
    @_lifetime(copy self) get {
      precondition(storedIsPositioned, "only a positioned cursor has a value")
      return _overrideLifetime(rawValue.unownedSpan, copying: self)
    }
  }

  /// Moves as the library's `operation` says; `rawKey` is its argument and its result.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func move(_ operation: MDB_cursor_op) throws(LMDBError) -> Bool {
    var (key, value) = (rawKey, MDB_val())
    let code = mdb_cursor_get(handle, &key, &value, operation)
    (rawKey, rawValue) = (key, value)
    storedIsPositioned = code == MDB_SUCCESS
    guard code == MDB_SUCCESS || code == MDB_NOTFOUND else { throw .failure(code, "move a cursor") }
    return storedIsPositioned
  }
}

extension Cursor {
  @inlinable static var pageBytes: UInt { UInt(Limits.pageBytes) }

  /// Moves to the first entry; `false` when there is none.
  @inlinable @discardableResult @_lifetime(self: copy self)
  package mutating func first() throws(LMDBError) -> Bool { try move(MDB_FIRST) }

  /// Moves to the last entry; `false` when there is none.
  @inlinable @discardableResult @_lifetime(self: copy self)
  package mutating func last() throws(LMDBError) -> Bool { try move(MDB_LAST) }

  /// Moves to the following entry; `false`, and unpositioned from then on, behind the last one. An unpositioned cursor
  /// stays so.
  @inlinable @inline(__always) @discardableResult @_lifetime(self: copy self)
  package mutating func next() throws(LMDBError) -> Bool {
    guard storedIsPositioned, try move(MDB_NEXT) else { return false }
    notePage(.next)
    return true
  }

  /// Moves to the preceding entry; `false`, and unpositioned from then on, before the first one. An unpositioned cursor
  /// stays so.
  @inlinable @inline(__always) @discardableResult @_lifetime(self: copy self)
  package mutating func previous() throws(LMDBError) -> Bool {
    guard storedIsPositioned, try move(MDB_PREV) else { return false }
    notePage(.previous)
    return true
  }

  /// Moves to the first entry whose key is `key` or lies behind it.
  @inlinable @discardableResult @_lifetime(self: copy self)
  package mutating func seek(toFirstAtOrAfter key: RawSpan) throws(LMDBError) -> Bool {
    requireKey(key)
    rawKey = MDB_val(borrowing: key)
    return try move(MDB_SET_RANGE)
  }

  /// Moves to the last entry whose key lies strictly before `key`.
  @inlinable @discardableResult @_lifetime(self: copy self)
  package mutating func seek(toLastBefore key: RawSpan) throws(LMDBError) -> Bool {
    try seek(toFirstAtOrAfter: key) ? previous() : last()
  }

  /// Which entry is looked at before one is searched for.
  @frozen @usableFromInline package enum Neighbor {
    case next, previous
  }

  /// Tells the reading ahead where the walk has come to: to the page of the value, which where it is long is its own.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  mutating func notePage(_ neighbor: Neighbor) {
    let place = rawValue.mv_size == 0 ? rawKey.mv_data : rawValue.mv_data
    let page = UInt(bitPattern: place) & ~(Self.pageBytes &- 1)
    if page != readAhead.page { readAhead.turn(to: page, forward: neighbor == .next) }
  }

  /// Has the processor fetch memory that the walk comes to, where each entry is looked at long enough to wait for it:
  /// the neighbor of the present entry, or, where the last page lay beside the page before, the same part of the page
  /// that lies beside this one. In a page that was filled in key order the next entry lies before the present one.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func prefetch(_ neighbor: Neighbor) {
    guard storedIsPositioned else { return }
    let key = UInt(bitPattern: rawKey.mv_data)
    let page: UInt = key & ~(Self.pageBytes &- 1)
    let step: UInt = neighbor == .next ? Self.pageBytes : 0 &- Self.pageBytes
    var start: UInt = neighbor == .next ? key &- 512 : key &+ UInt(rawKey.mv_size) &+ UInt(rawValue.mv_size)
    if readAhead.isBeside {
      start &+= step
      blazz_prefetch(UnsafeRawPointer(bitPattern: page &+ step))
    }
    for line: UInt in 0..<8 { blazz_prefetch(UnsafeRawPointer(bitPattern: start &+ 64 &* line)) }
  }

  /// Moves to the entry under `key`, which may well be a neighbor of the present one: that spares the search. A cursor
  /// whose neighbors were other entries three times in a row searches at once from then on.
  @inlinable @discardableResult @_lifetime(self: copy self)
  package mutating func seek(exactly key: RawSpan, trying neighbor: Neighbor) throws(LMDBError) -> Bool {
    if storedIsPositioned, missedNeighbors < 3 {
      if try move(neighbor == .next ? MDB_NEXT : MDB_PREV), isAt(key) {
        missedNeighbors = 0
        notePage(neighbor)
        return true
      }
      missedNeighbors += 1
    }
    guard try seek(exactly: key) else { return false }
    notePage(neighbor)
    return true
  }

  /// Whether the present entry has this key; the last bytes of keys differ first.
  @inlinable @inline(__always)
  func isAt(_ key: RawSpan) -> Bool {
    guard rawKey.mv_size == key.byteCount, let stored = UnsafeRawPointer(rawKey.mv_data) else { return false }
    var end = key.byteCount
    while end >= 8 {
      end &-= 8
      let asked = key.unsafeLoadUnaligned(fromByteOffset: end, as: UInt64.self)
      guard stored.loadUnaligned(fromByteOffset: end, as: UInt64.self) == asked else { return false }
    }
    while end > 0 {
      end &-= 1
      guard stored.load(fromByteOffset: end, as: UInt8.self) == key.unsafeLoad(fromByteOffset: end, as: UInt8.self)
      else { return false }
    }
    return true
  }

  /// Moves to the entry under `key`.
  @inlinable @discardableResult @_lifetime(self: copy self)
  package mutating func seek(exactly key: RawSpan) throws(LMDBError) -> Bool {
    requireKey(key)
    rawKey = MDB_val(borrowing: key)
    return try move(MDB_SET_KEY)
  }
}

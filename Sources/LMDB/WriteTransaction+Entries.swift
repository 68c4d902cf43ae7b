internal import CLMDB

extension WriteTransaction {
  /// Puts the entries of finished sorters in key order: pages are filled to the end where they come behind all that is there.
  ///
  /// When this throws, the transaction is poisoned.
  /// - Parameters:
  ///   - onProgress: is told now and then how many are put; what it throws ends it.
  ///   - onTaken: is given an entry whose key is there already, or came before, and the value that is there; what it throws
  ///     ends it, otherwise the entry is passed over.
  ///   - skips: says by their tags which entries are passed over.
  package mutating func put(
    _ sorters: [EntrySorter], in keyspace: Keyspace,
    onProgress: (Int) throws -> Void, onTaken: (_ key: RawSpan, _ value: RawSpan, _ present: RawSpan) throws -> Void,
    skips: ((_ tag: UInt32) -> Bool)? = nil
  ) throws {
    var merge = try EntryMerge(sorters)
    var opened: OpaquePointer?
    let code = mdb_cursor_open(handle, keyspace.index, &opened)
    guard code == MDB_SUCCESS, let cursor = opened else { throw poison(code, "put entries") }
    defer { mdb_cursor_close(cursor) }
    storedIsPoisoned = true
    var (last, value) = (MDB_val(), MDB_val())
    var count = 0
    let isEmpty = mdb_cursor_get(cursor, &last, &value, MDB_LAST) == MDB_NOTFOUND
    while let entry = merge.present {
      if let skips, skips(entry.tag) {
        try merge.advance()
        continue
      }
      var key = MDB_val(mv_size: entry.keyCount, mv_data: UnsafeMutableRawPointer(mutating: entry.key))
      let bytes = MDB_val(mv_size: entry.valueCount, mv_data: key.mv_data + entry.keyCount)
      value = bytes
      var code = mdb_cursor_put(cursor, &key, &value, UInt32(bitPattern: isEmpty ? MDB_APPEND : MDB_NOOVERWRITE))
      if isLogging, code == MDB_SUCCESS { undoLog?.note(key, was: nil, in: keyspace) }
      if code == MDB_KEYEXIST {
        if isEmpty { code = mdb_cursor_get(cursor, &key, &value, MDB_SET_KEY) } else { code = MDB_SUCCESS }
        if code == MDB_SUCCESS {
          let taken = MDB_val(mv_size: entry.keyCount, mv_data: UnsafeMutableRawPointer(mutating: entry.key))
          try onTaken(taken.unownedSpan, bytes.unownedSpan, value.unownedSpan)
        }
      }
      guard code == MDB_SUCCESS else { throw poison(code, "put entries") }
      storedBytesWritten &+= entry.keyCount &+ entry.valueCount
      count &+= 1
      if count.isMultiple(of: 1 << 16) { try onProgress(count) }
      try merge.advance()
    }
    storedIsPoisoned = false
  }
}

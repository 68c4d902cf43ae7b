internal import CLMDB

/// Keys without values that wait to be put: collected in any order, put in key order, so that a page is visited once for
/// all the keys that go there.
package final class KeyBatch {
  /// One key: where it lies in `bytes`, and its first 16 bytes as a number, by which most comparisons end.
  private struct Entry {
    let head: UInt128
    let start: Int
    let count: Int
  }

  private let bytes = ByteBuffer(capacity: 1 << 12)
  @exclusivity(unchecked) private var entries: [Entry] = []

  package init() {}

  /// Whether no key waits.
  package var isEmpty: Bool { entries.isEmpty }
  /// The bytes of the keys that wait.
  package var byteCount: Int { bytes.count }

  /// Adds a key, which no other may equal.
  package func append(_ key: RawSpan) {
    let start = bytes.count
    bytes.append(key)
    entries.append(Entry(head: KeyOrder.head(bytes.base + start, key.byteCount), start: start, count: key.byteCount))
  }

  /// Forgets the keys.
  package func removeAll() {
    bytes.removeAll()
    entries.removeAll(keepingCapacity: true)
  }

  /// Lends the keys in key order to `body`, and forgets them.
  fileprivate func drain(_ body: (MDB_val) throws(LMDBError) -> Void) throws(LMDBError) {
    let base = bytes.base
    entries.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      return KeyOrder.precedes(base + left.start, left.count, base + right.start, right.count)
    }
    for entry in entries { try body(MDB_val(mv_size: entry.count, mv_data: base + entry.start)) }
    removeAll()
  }
}

extension WriteTransaction {
  /// Puts the keys of a batch, each with an empty value, and empties it. When it throws, the transaction is poisoned.
  package mutating func put(_ batch: KeyBatch, in keyspace: Keyspace) throws(LMDBError) {
    var opened: OpaquePointer?
    let code = mdb_cursor_open(handle, keyspace.index, &opened)
    guard code == MDB_SUCCESS, let cursor = opened else { throw poison(code, "put a batch") }
    defer { mdb_cursor_close(cursor) }
    var byteCount = 0
    try batch.drain { key throws(LMDBError) in
      var (key, value) = (key, MDB_val())
      var code = mdb_cursor_put(cursor, &key, &value, UInt32(bitPattern: MDB_NOOVERWRITE))
      if isLogging, code == MDB_SUCCESS { undoLog?.note(key, was: nil, in: keyspace) }
      if code == MDB_KEYEXIST { code = MDB_SUCCESS }
      guard code == MDB_SUCCESS else { throw poison(code, "put a batch") }
      byteCount &+= key.mv_size
    }
    storedBytesWritten &+= byteCount
  }
}

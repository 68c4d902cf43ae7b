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

  fileprivate var count: Int { entries.count }

  /// A key, in key order once they were sorted; its bytes stay until they are forgotten.
  fileprivate subscript(place: Int) -> MDB_val {
    MDB_val(mv_size: entries[place].count, mv_data: bytes.base + entries[place].start)
  }

  fileprivate func sort() {
    let base = bytes.base
    entries.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      return KeyOrder.precedes(base + left.start, left.count, base + right.start, right.count)
    }
  }
}

extension WriteTransaction {
  /// Puts the keys of a batch, each with an empty value, and empties it. When it throws, the transaction is poisoned.
  package mutating func put(_ batch: KeyBatch, in keyspace: Keyspace) throws(LMDBError) {
    var opened: OpaquePointer?
    let code = mdb_cursor_open(handle, keyspace.index, &opened)
    guard code == MDB_SUCCESS, let cursor = opened else { throw poison(code, "put a batch") }
    defer { mdb_cursor_close(cursor) }
    batch.sort()
    var ahead = BatchReadAhead(environment, keyspace)
    var byteCount = 0
    for place in 0..<batch.count {
      if place == ahead.nextLook { ahead.look(batch) }
      var (key, value) = (batch[place], MDB_val())
      var code = mdb_cursor_put(cursor, &key, &value, UInt32(bitPattern: MDB_NOOVERWRITE))
      if isLogging, code == MDB_SUCCESS { undoLog?.note(key, was: nil, in: keyspace) }
      if code == MDB_KEYEXIST { code = MDB_SUCCESS }
      guard code == MDB_SUCCESS else { throw poison(code, "put a batch") }
      byteCount &+= key.mv_size
    }
    batch.removeAll()
    storedBytesWritten &+= byteCount
  }
}

/// Has the pages that a batch comes to read ahead of it where it waits for the disk, in a file that is read page by page.
private struct BatchReadAhead {
  /// Before which key it is looked again.
  private(set) var nextLook: Int
  private let keyspace: Keyspace
  private let prefetch: KeyPrefetch?
  private var waits = 0
  private var isCold = false

  private static let keysPerLook = 64
  private static let keysAhead = 1_024
  /// From so many keys to a page that is missing on, looking for it takes longer than to wait for it.
  private static let mostKeysPerPage = 32

  init(_ environment: Environment, _ keyspace: Keyspace) {
    self.keyspace = keyspace
    prefetch = environment.readsPageByPage ? KeyPrefetch(environment) : nil
    nextLook = prefetch == nil ? .max : 0
  }

  mutating func look(_ batch: KeyBatch) {
    let (first, count) = (nextLook, Posix.diskWaits)
    isCold = isCold || first > 0 && (count &- waits) &* Self.mostKeysPerPage >= Self.keysPerLook
    var keyCount = Self.keysPerLook
    if isCold, let prefetch {
      keyCount = min(Self.keysAhead, batch.count - first)
      for place in first..<first + keyCount { prefetch.add(batch[place].unownedSpan, in: keyspace) }
      isCold = prefetch.run() &* Self.mostKeysPerPage >= keyCount
    }
    (nextLook, waits) = (first + keyCount, Posix.diskWaits)
  }
}

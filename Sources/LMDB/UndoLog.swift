public import CLMDB

/// What changes since a savepoint replaced, so that they can be undone without a nested transaction, which copies every
/// page that it touches.
///
/// Bytes are copied: what lies in the map or in pages of the transaction moves with the next change.
@usableFromInline final class UndoLog {
  /// A key as it was before a change: with a value, or not there.
  private struct Change {
    let keyspace: Keyspace
    let start: Int
    let keyCount: Int
    /// `nil` when the key was not there.
    let valueCount: Int?
  }

  private let bytes = ByteBuffer()
  @exclusivity(unchecked) private var changes: [Change] = []

  /// How many changes can be undone.
  var count: Int { changes.count }

  /// Notes that `key` had `value`, or was not there, before a change that comes or has just been made.
  @usableFromInline @inline(never)
  func note(_ key: MDB_val, was value: MDB_val?, in keyspace: Keyspace) {
    changes.append(
      Change(keyspace: keyspace, start: bytes.count, keyCount: key.mv_size, valueCount: value?.mv_size))
    bytes.append(copying: UnsafeRawBufferPointer(start: key.mv_data, count: key.mv_size))
    if let value { bytes.append(copying: UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size)) }
  }

  /// Takes back the changes beyond the first `count`, the latest first; gives the library's code of the first step that
  /// failed, after which nothing of the transaction can be trusted.
  func undo(downTo count: Int, in transaction: OpaquePointer) -> Int32 {
    while changes.count > count {
      let change = changes.removeLast()
      let start = bytes.base + change.start
      var key = MDB_val(mv_size: change.keyCount, mv_data: start)
      var code: Int32
      if let valueCount = change.valueCount {
        var value = MDB_val(mv_size: valueCount, mv_data: start + change.keyCount)
        code = mdb_put(transaction, change.keyspace.index, &key, &value, 0)
      } else {
        code = mdb_del(transaction, change.keyspace.index, &key, nil)
      }
      guard code == MDB_SUCCESS else { return code }
      bytes.truncate(to: change.start)
    }
    return MDB_SUCCESS
  }

  /// Forgets all changes.
  func removeAll() {
    bytes.removeAll()
    changes.removeAll(keepingCapacity: true)
  }
}

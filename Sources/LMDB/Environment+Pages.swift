/// Pages in the list of free pages.
package struct FreePageCounts: Hashable, Sendable {
  /// Those that a commit may use again, and those that it may use once no reader needs them any more.
  package var all = 0
  /// Of these, what may be used only once some reader has ended.
  package var heldBack = 0
}

extension Environment {
  /// The free pages of the file as last committed.
  ///
  /// - Parameter oldest: the state that the oldest reader reads; pages that it or a later commit freed are held back.
  package func freePageCounts(oldestReader oldest: UInt64? = nil) throws(LMDBError) -> FreePageCounts {
    let transaction = try beginRead()
    // 0 is the list of free pages: a transaction's number → how many it freed, and which; 8 bytes each.
    var cursor = try transaction.cursor(in: Keyspace(index: 0))
    var counts = FreePageCounts()
    var isFound = try cursor.first()
    while isFound {
      let (key, value) = (cursor.key, cursor.value)
      if key.byteCount == 8, value.byteCount >= 8 {
        let count = Int(value.unsafeLoadUnaligned(as: UInt64.self))
        counts.all += count
        if let oldest, key.unsafeLoadUnaligned(as: UInt64.self) >= oldest { counts.heldBack += count }
      }
      isFound = try cursor.next()
    }
    return counts
  }
}

extension Environment {
  /// The number of free pages in the file, as last committed: those that a commit may use again, and those that it may
  /// use once no reader needs them any more.
  package func freePageCount() throws(LMDBError) -> Int {
    let transaction = try beginRead()
    // 0 is the list of free pages: a transaction's number → how many it freed, and which; 8 bytes each.
    var cursor = try transaction.cursor(in: Keyspace(index: 0))
    var count = 0
    var isFound = try cursor.first()
    while isFound {
      let value = cursor.value
      if value.byteCount >= 8 { count += Int(value.unsafeLoadUnaligned(as: UInt64.self)) }
      isFound = try cursor.next()
    }
    return count
  }
}

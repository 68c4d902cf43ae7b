public import CLMDB

/// A place in a write transaction to which it can return.
package struct Savepoint {
  /// How many changes the transaction could undo when this began, and what it had counted.
  let changesToUndo: Int
  let bytesWritten: Int
  let changeCount: Int
}

extension WriteTransaction {
  /// Begins a savepoint, which is kept or undone before the one around it, or the transaction, ends.
  package mutating func beginSavepoint() throws(LMDBError) -> Savepoint {
    guard !storedIsPoisoned else { throw LMDBError(.poisoned, operation: "begin a savepoint") }
    savepointCount += 1
    isLogging = true
    return Savepoint(
      changesToUndo: undoLog.count, bytesWritten: storedBytesWritten, changeCount: storedChangeCount)
  }

  /// Keeps what was changed since the innermost savepoint. When the transaction is poisoned it throws `.poisoned` and
  /// undoes that.
  package mutating func keep(_ savepoint: Savepoint) throws(LMDBError) {
    guard !storedIsPoisoned else {
      undo(savepoint)
      throw LMDBError(.poisoned, operation: "keep a savepoint")
    }
    endSavepoint()
  }

  /// Undoes what was changed since the innermost savepoint, and only this: puts that were left half way are forgotten. A
  /// transaction in which the library failed stays poisoned.
  package mutating func undo(_ savepoint: Savepoint) {
    defer { endSavepoint() }
    guard failure == nil else { return }
    let code = undoLog.undo(downTo: savepoint.changesToUndo, in: handle)
    guard code == MDB_SUCCESS else {
      _ = poison(code, "undo a savepoint")
      return
    }
    storedIsPoisoned = false
    (storedBytesWritten, storedChangeCount) = (savepoint.bytesWritten, savepoint.changeCount)
  }

  private mutating func endSavepoint() {
    precondition(savepointCount > 0, "a savepoint ends once, before its transaction")
    savepointCount -= 1
    guard savepointCount == 0 else { return }
    isLogging = false
    undoLog.removeAll()
  }

  /// Looks up the value of a key that is about to be changed; `nil` when it is not there.
  @usableFromInline @inline(never)
  mutating func presentValue(_ key: MDB_val, in keyspace: Keyspace) throws(LMDBError) -> MDB_val? {
    var (key, value) = (key, MDB_val())
    let code = mdb_get(handle, keyspace.index, &key, &value)
    guard code == MDB_SUCCESS || code == MDB_NOTFOUND else { throw poison(code, "look up what is changed") }
    return code == MDB_SUCCESS ? value : nil
  }
}

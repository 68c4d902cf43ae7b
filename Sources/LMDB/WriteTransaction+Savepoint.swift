public import CLMDB

/// A place in a write transaction to which it can return.
package struct Savepoint {
  /// How many changes the transaction could undo when this began.
  let changesToUndo: Int
}

extension WriteTransaction {
  /// Begins a savepoint, which is kept or undone before the one around it, or the transaction, ends.
  ///
  /// Each change that follows keeps its key and the value that was there in memory: transactions of many changes go
  /// without.
  package mutating func beginSavepoint() throws(LMDBError) -> Savepoint {
    guard !storedIsPoisoned else { throw failure ?? LMDBError(.poisoned, operation: "begin a savepoint") }
    let log = undoLog ?? UndoLog()
    undoLog = log
    savepointCount += 1
    return Savepoint(changesToUndo: log.count)
  }

  /// Keeps what was changed since the innermost savepoint. When the transaction is poisoned it throws why, after undoing
  /// that where the library did not fail.
  package mutating func keep(_ savepoint: Savepoint) throws(LMDBError) {
    noteFailedRead()
    guard !storedIsPoisoned else {
      undo(savepoint)
      throw failure ?? LMDBError(.poisoned, operation: "keep a savepoint")
    }
    endSavepoint()
  }

  /// Undoes what was changed since the innermost savepoint, and only this: puts that were left half way are forgotten. A
  /// transaction in which the library failed stays poisoned.
  package mutating func undo(_ savepoint: Savepoint) {
    defer { endSavepoint() }
    noteFailedRead()
    guard failure == nil, let undoLog else { return }
    let code = undoLog.undo(downTo: savepoint.changesToUndo, in: handle)
    if code == MDB_SUCCESS { storedIsPoisoned = false } else { _ = poison(code, "undo a savepoint") }
  }

  /// Poisons a transaction that the library refuses from now on: reads of damaged pages do that without a change.
  private mutating func noteFailedRead() {
    var statistics = MDB_stat()
    let code = mdb_stat(handle, Self.mainDatabase, &statistics)
    if code != MDB_SUCCESS, failure == nil { _ = poison(code, "look at the transaction") }
  }

  /// The library's own number for the database of databases.
  private static var mainDatabase: MDB_dbi { 1 }

  private mutating func endSavepoint() {
    precondition(savepointCount > 0, "a savepoint ends once, before its transaction")
    savepointCount -= 1
    if savepointCount == 0 { undoLog?.removeAll() }
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

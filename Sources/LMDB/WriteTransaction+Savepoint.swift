internal import CLMDB

/// A place in a write transaction to which it can return.
package struct Savepoint {
  /// The transaction around it, and what that had counted.
  let outer: OpaquePointer
  let bytesWritten: Int
  let changeCount: Int
}

extension WriteTransaction {
  /// Begins a savepoint, which is kept or undone before the one around it, or the transaction, ends. One that cannot be
  /// begun poisons the whole transaction.
  package mutating func beginSavepoint() throws(LMDBError) -> Savepoint {
    guard !storedIsPoisoned else { throw LMDBError(.poisoned, operation: "begin a savepoint") }
    let outer = handle
    var child: OpaquePointer?
    let code = mdb_txn_begin(mdb_txn_env(outer), outer, 0, &child)
    // LMDB 0.9.24 leaks, and may lose its list of free pages, when this fails: nothing after it can be trusted.
    guard code == MDB_SUCCESS, let inner = child else { throw poison(code, "begin a savepoint") }
    handle = inner
    return Savepoint(outer: outer, bytesWritten: storedBytesWritten, changeCount: storedChangeCount)
  }

  /// Keeps what was changed since the innermost savepoint. Throws `.poisoned` and undoes it when a change has failed in
  /// it; when it cannot be kept otherwise, the whole transaction is poisoned.
  package mutating func keep(_ savepoint: Savepoint) throws(LMDBError) {
    guard !storedIsPoisoned else {
      undo(savepoint)
      throw LMDBError(.poisoned, operation: "keep a savepoint")
    }
    let code = mdb_txn_commit(handle)
    handle = savepoint.outer
    guard code == MDB_SUCCESS else { throw poison(code, "keep a savepoint") }
  }

  /// Undoes what was changed since the innermost savepoint, and only this: a change that failed in it is forgotten.
  package mutating func undo(_ savepoint: Savepoint) {
    mdb_txn_abort(handle)
    handle = savepoint.outer
    storedIsPoisoned = false
    (storedBytesWritten, storedChangeCount) = (savepoint.bytesWritten, savepoint.changeCount)
  }
}

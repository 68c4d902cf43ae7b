internal import CLMDB

extension WriteTransaction {
  /// Runs `body` on this transaction and undoes its changes, and only these, when it throws. Savepoints nest.
  ///
  /// A change that failed inside poisons only the savepoint: when `body` nevertheless returns, this throws `.poisoned`
  /// and undoes it. A savepoint that cannot be begun or kept poisons the whole transaction.
  package mutating func savepoint<Result>(
    _ body: (inout WriteTransaction) throws -> Result
  ) throws -> Result {
    guard !storedIsPoisoned else { throw LMDBError(.poisoned, operation: "begin a savepoint") }
    let outer = handle
    var child: OpaquePointer?
    let beginCode = mdb_txn_begin(mdb_txn_env(outer), outer, 0, &child)
    // LMDB 0.9.24 leaks, and may lose its list of free pages, when this fails: nothing after it can be trusted.
    guard beginCode == MDB_SUCCESS, let inner = child else { throw poison(beginCode, "begin a savepoint") }
    let counts = (storedBytesWritten, storedChangeCount)
    handle = inner

    let result: Result
    do {
      result = try body(&self)
      precondition(handle == inner, "a savepoint's transaction is not replaced by another one")
      if storedIsPoisoned { throw LMDBError(.poisoned, operation: "keep a savepoint") }
    } catch {
      precondition(handle == inner, "a savepoint's transaction is not replaced by another one")
      mdb_txn_abort(inner)
      handle = outer
      storedIsPoisoned = false
      (storedBytesWritten, storedChangeCount) = counts
      throw error
    }

    let code = mdb_txn_commit(inner)
    handle = outer
    guard code == MDB_SUCCESS else { throw poison(code, "keep a savepoint") }
    return result
  }
}

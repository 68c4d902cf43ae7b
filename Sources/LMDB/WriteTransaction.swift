internal import CLMDB

/// The one changing transaction of an environment: sees its own changes, which all become durable and visible to
/// others in `commit()`, or vanish when the value goes out of scope without it.
///
/// Invariants:
/// 1. It ends on the thread it began on: the write lock belongs to that thread.
/// 2. Between a savepoint's begin and end every change is in `undoLog`; outside of savepoints that is empty.
/// 3. Once the library fails, `isPoisoned` stays set: its pages may be half changed.
@usableFromInline package struct WriteTransaction: ~Copyable, Transaction {
  /// The library's transaction, valid while this value lives.
  @usableFromInline package let handle: OpaquePointer
  /// Whether a change failed or was left half way, so that nothing but undoing the savepoint around it, or abandoning the
  /// transaction, is left.
  @inlinable package var isPoisoned: Bool { storedIsPoisoned }
  /// The first failure of the library, after which only abandoning the transaction is left.
  package internal(set) var failure: LMDBError?
  /// Bytes of keys and values put so far. LMDB keeps changed pages in memory until the commit: callers stay under
  /// 512 MB of them, counting 4,096 bytes for each change that lands on a page of its own. What was undone counts too: its
  /// pages stay.
  @inlinable package var bytesWritten: Int { storedBytesWritten }

  @usableFromInline var storedIsPoisoned = false
  @usableFromInline var storedBytesWritten = 0
  /// Whether changes are noted: a savepoint is open.
  @inlinable var isLogging: Bool { savepointCount > 0 }
  @usableFromInline var savepointCount = 0
  /// There from the first savepoint on.
  @usableFromInline var undoLog: UndoLog?
  private var isEnded = false
  private let thread: ThreadIdentity
  let environment: Environment

  init(handle: OpaquePointer, environment: Environment) {
    self.handle = handle
    self.environment = environment
    thread = .current
  }

  deinit {
    guard !isEnded else { return }
    requireOwnThread(thread)
    mdb_txn_abort(handle)
    environment.writeEnded()
  }

  /// Makes the changes durable, as the environment's durability says, and visible. When it throws, nothing of them
  /// was kept.
  package consuming func commit() throws(LMDBError) {
    requireOwnThread(thread)
    precondition(savepointCount == 0, "savepoints end before their transaction")
    guard !storedIsPoisoned else {
      throw failure ?? LMDBError(.poisoned, operation: "commit", path: environment.path)
    }
    isEnded = true
    let isLarge = environment.isFlushing && storedBytesWritten >= Self.largeBytes
    let code = isLarge ? EarlyWriteOut.run(environment.descriptor) { mdb_txn_commit(handle) } : mdb_txn_commit(handle)
    // Still counted, so that the map stays where it is.
    if code == MDB_SUCCESS { environment.committed() }
    environment.writeEnded()
    guard code == MDB_SUCCESS else { throw environment.writeError(code, operation: "commit") }
  }

  /// From so many bytes of keys and values on a commit is large: thousands of pages where they are scattered.
  private static var largeBytes: Int { 1 << 20 }

  /// Ends the transaction without its changes; the same as letting it go out of scope.
  package consuming func abandon() {}
}

private func requireOwnThread(_ thread: ThreadIdentity) {
  precondition(thread == .current, "a write transaction ends on the thread it began on, which holds the write lock")
}

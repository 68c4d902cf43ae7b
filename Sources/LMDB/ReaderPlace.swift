internal import CLMDB
internal import Synchronization

/// A place for one read transaction at a time; between two of them it keeps its slot in the lock file.
///
/// Unsafe, and kept in order so: `handle` is used by whoever took the place out of the idle ones, and by nobody while it
/// is idle. What others may ask meanwhile is atomic.
final class ReaderPlace: Sendable {
  /// The library's transaction; `nil` before the first one.
  nonisolated(unsafe) var handle: OpaquePointer?
  /// When the transaction under way began (`CoarseClock`); 0 while there is none.
  let begun = Atomic<UInt64>(0)
  /// The state that it reads, once `begun` is set.
  let transaction = Atomic<UInt64>(0)

  /// Begins a transaction, or has an ended one begin again; the library's code.
  func begin(in environment: OpaquePointer) -> Int32 {
    if let handle { return mdb_txn_renew(handle) }
    return mdb_txn_begin(environment, nil, UInt32(bitPattern: MDB_RDONLY), &handle)
  }

  /// Notes since when which state is read.
  func note(begun time: UInt64) {
    guard let handle else { return }
    transaction.store(UInt64(mdb_txn_id(handle)), ordering: .relaxed)
    begun.store(time, ordering: .releasing)
  }

  /// Ends the transaction; the place can be used again.
  func end() {
    begun.store(0, ordering: .relaxed)
    if let handle { mdb_txn_reset(handle) }
  }

  /// Gives up the slot in the lock file.
  func giveUp() {
    if let handle { mdb_txn_abort(handle) }
    handle = nil
  }
}

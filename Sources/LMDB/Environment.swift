internal import CLMDB
internal import Synchronization

/// One LMDB file, mapped into memory, with the lock file `path-lock` beside it.
///
/// Any number of read transactions, in any number of processes, run beside one write transaction. A process opens a
/// file once. Not for network file systems, nor across `fork`.
///
/// Invariants:
/// 1. `state.activeCount` counts the transactions that have begun, or are about to: the map moves only while it is 0
///    and the lock is held.
/// 2. `state.places` are those of all read transactions, `state.idlePlaces` of these the ones that nobody uses.
/// 3. The map is not touched once `state.refusal` is set.
package final class Environment: Sendable {
  /// What changes while the environment is open.
  struct State {
    var activeCount = 0
    /// Of these, transactions that have not begun because they wait for the map to move.
    var waitingCount = 0
    var places: [ReaderPlace] = []
    var idlePlaces: [ReaderPlace] = []
    var writerThread: ThreadIdentity?
    var isClosed = false
    /// Whether mapping the file again failed, after the old map was given up.
    var isMapLost = false

    /// Why no transaction may begin; `nil` while they may.
    var refusal: LMDBError.Reason? {
      if isClosed { return .closed }
      return isMapLost ? .panicked : nil
    }
  }

  /// The most places that are kept while nobody reads.
  static let maxIdlePlaces = 64

  /// The file, without symbolic links.
  package let path: String
  /// Whether writing is refused.
  package let isReadOnly: Bool
  nonisolated(unsafe) let handle: OpaquePointer
  let descriptor: Int32
  /// The lock file, open as long as the environment: closing it any earlier would drop this process's locks. -1 where it
  /// cannot be written to.
  let lockDescriptor: Int32
  let identity: FileIdentity
  let state = Mutex(State())
  /// How long a transaction waits for those that use a map which another process outgrew.
  let mapPatience: Duration
  /// The last page in use after this process's last commit.
  let lastPage = Atomic<Int>(0)

  /// Opens the file, after a check by plain reads that it is one, whole and of a known version; looks through all of it
  /// if the options say so; clears the places of readers that died.
  package init(path: String, options: EnvironmentOptions = EnvironmentOptions()) throws(LMDBError) {
    try Self.requireSupportedLibrary()
    let opened = try OpenFiles.opening { files throws(LMDBError) in
      let opened = try Self.openFile(path, options, openFiles: files)
      files.insert(opened.identity)
      return opened
    }
    self.path = opened.path
    isReadOnly = options.isReadOnly
    mapPatience = options.mapPatience
    handle = opened.handle
    descriptor = opened.descriptor
    lockDescriptor = opened.lockDescriptor
    identity = opened.identity
    try clearStaleReaders()
    if let bytes = FileStatus(descriptor: descriptor)?.sizeBytes, bytes <= options.checksStructureUpToBytes {
      _ = try checkStructure()
    }
    committed()
  }

  deinit { try? close() }

  /// Unmaps the file and lets go of its locks, so that it can be opened again. Throws, and leaves the environment
  /// open, while transactions are active. Closing twice is harmless.
  package func close() throws(LMDBError) {
    guard try retire("close") else { return }
    release()
    OpenFiles.closed(identity)
  }

  /// Lets no transaction begin any more, unless one is active; `false` when that was so already.
  func retire(_ operation: String) throws(LMDBError) -> Bool {
    let (activeCount, isFirst) = state.withLock { state in
      let isFirst = !state.isClosed && state.activeCount == 0
      let activeCount = state.isClosed ? 0 : state.activeCount
      if isFirst {
        state.isClosed = true
        for place in state.idlePlaces { place.giveUp() }
        (state.places, state.idlePlaces) = ([], [])
      }
      return (activeCount, isFirst)
    }
    guard activeCount == 0 else { throw LMDBError(.transactionsActive(activeCount), operation: operation, path: path) }
    return isFirst
  }

  /// Gives the library's handle back, after `retire`.
  func release() {
    mdb_env_close(handle)
    Posix.close(lockDescriptor)
  }
}

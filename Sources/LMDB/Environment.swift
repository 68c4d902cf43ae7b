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
    /// Whether a copy is being made that is to take the file's place: what is written now would be lost.
    var isRepacking = false
    /// How often the map was moved.
    var mapGeneration = 0
    /// Whether mapping the file again failed, after the old map was given up.
    var isMapLost = false
    /// Where the file is read into the system's cache, or was.
    var warming: CacheWarming?
    /// The names of the keyspaces that were opened, by their numbers.
    var names: [UInt32: String] = [:]

    /// Lets no transaction begin any more; the caller made sure that none is active.
    mutating func retire() {
      isClosed = true
      for place in idlePlaces { place.giveUp() }
      (places, idlePlaces) = ([], [])
    }

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
  /// Whether pages are read from the disk one by one, as each is touched, if only at first: see
  /// `EnvironmentOptions.readsPageByPage`.
  package let readsPageByPage: Bool
  /// Whether a commit waits until its pages are on the disk.
  let isFlushing: Bool
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
    isFlushing = options.durability != .none
    mapPatience = options.mapPatience
    handle = opened.handle
    descriptor = opened.descriptor
    lockDescriptor = opened.lockDescriptor
    identity = opened.identity
    readsPageByPage = opened.readsPageByPage
    try clearStaleReaders()
    let fileBytes = FileStatus(descriptor: descriptor)?.sizeBytes ?? .max
    if fileBytes <= options.checksStructureUpToBytes { _ = try checkStructure() }
    if let delay = opened.warmsCacheAfter {
      let warming = CacheWarming(handle, descriptor, fileBytes: fileBytes, after: delay)
      state.withLock { $0.warming = warming }
    }
    committed()
  }

  deinit { try? close() }

  /// Unmaps the file and lets go of its locks, so that it can be opened again. Throws, and leaves the environment
  /// open, while transactions are active. Closing twice is harmless.
  package func close() throws(LMDBError) {
    let users: Int? = state.withLock { state in
      guard !state.isClosed else { return nil }
      let users = max(state.activeCount, state.isRepacking ? 1 : 0)
      if users == 0 { state.retire() }
      return users
    }
    guard let users else { return }
    guard users == 0 else { throw LMDBError(.transactionsActive(users), operation: "close", path: path) }
    release()
    OpenFiles.closed(identity)
  }

  /// Gives the library's handle back, after `State.retire`.
  func release() {
    state.withLock { $0.warming?.stop() }
    mdb_env_close(handle)
    Posix.close(lockDescriptor)
  }
}

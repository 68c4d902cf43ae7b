internal import CLMDB
internal import Dispatch
internal import Synchronization

/// The state of an environment.
package struct EnvironmentInformation: Hashable, Sendable {
  /// Bytes that the file may grow to before the map is full.
  package let mapSizeBytes: Int
  /// The last page in use; pages count from 0.
  package let lastPage: Int
  /// The number of the last committed transaction.
  package let lastTransaction: UInt64
  /// Places for read transactions in the lock file.
  package let maxReaders: Int
  /// Places in use, or used once.
  package let readerCount: Int
  /// The size of a page in bytes.
  package let pageBytes: Int
  /// The length of the file in bytes.
  package let fileBytes: Int
}

extension Environment {
  /// Waits until all commits are on disk; with `force`, even when `durability` says that commits need not wait.
  package func sync(force: Bool = true) throws(LMDBError) {
    try whileOpen("sync") { mdb_env_sync(handle, force ? 1 : 0) }
  }

  /// Writes a copy of the last committed state to a new file, which is flushed before it gets its name; existing files are
  /// refused. While it runs it is a reader. Not to be called by a thread with a write transaction, which would wait for itself.
  ///
  /// - Parameters:
  ///   - compacting: leave out free pages and renumber the others; slower.
  ///   - onProgress: is told, some times a second, how many of at most how many bytes are written. The library's copy cannot
  ///     be stopped: what this throws takes the whole copy away in the end.
  package func copy(
    toPath target: String, compacting: Bool = false, onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    let draft = try Self.draft(of: target, "copy")
    defer { Posix.removeName(draft) }
    let file = try PosixFile(creatingPath: draft, permissions: 0o600)
    let total = try information().fileBytes
    var askedTo = 0
    try whileCopying(to: file.descriptor, compacting: compacting) {
      let done = file.status?.sizeBytes ?? 0
      // The library writes the map, which is read page by page as it is touched; as it lies, unless it is compacted.
      let (start, end) = (max(done, askedTo), min(done + Self.copiedAheadBytes, total))
      if start < end, !compacting { Posix.willNeed(descriptor, end - start, at: start) }
      askedTo = max(askedTo, end)
      try onProgress(done, total)
    }
    let code = file.flush()
    guard code == 0 else { throw LMDBError(code: code, operation: "copy", path: target) }
    try Self.publish(draft, as: target, "copy")
  }

  /// How much of the file is read ahead of a copy: more than is written between two looks.
  private static var copiedAheadBytes: Int { 256 << 20 }

  /// Copies on another thread and calls `tick` on this one meanwhile.
  private func whileCopying(to descriptor: Int32, compacting: Bool, _ tick: () throws -> Void) throws {
    let flags = compacting ? UInt32(bitPattern: MDB_CP_COMPACT) : 0
    let (outcome, ended) = (CopyOutcome(), DispatchSemaphore(value: 0))
    DispatchQueue.global().async {
      do throws(LMDBError) {
        try self.whileOpen("copy") { mdb_env_copyfd2(self.handle, descriptor, flags) }
      } catch { outcome.failure.withLock { $0 = error } }
      ended.signal()
    }
    var stop: (any Error)?
    repeat {
      do { try tick() } catch { stop = stop ?? error }
    } while ended.wait(timeout: .now() + .milliseconds(50)) == .timedOut
    if let failure = outcome.failure.withLock({ $0 }) { throw failure }
    if let stop { throw stop }
  }

  /// A name for a file of this process until it is whole, where nothing has the name that it is to get.
  static func draft(of target: String, _ operation: String) throws(LMDBError) -> String {
    guard FileStatus(path: target) == nil else {
      throw LMDBError(code: LMDBError.Code.fileExists.rawValue, operation: operation, path: target)
    }
    return newDraft(of: target)
  }

  /// A name that no other file has.
  static func newDraft(of target: String) -> String {
    let number = draftCount.wrappingAdd(1, ordering: .relaxed).newValue
    let draft = "\(target)-new-\(Posix.processNumber)-\(number)"
    removeDraft(draft)
    return draft
  }

  private static let draftCount = Atomic<UInt64>(0)

  /// Gives a flushed file its name, unless that is taken.
  ///
  /// - Parameter isCopy: whether nobody uses the file yet: it loses its name again where that may not last.
  static func publish(
    _ draft: String, as target: String, _ operation: String, isCopy: Bool = true
  ) throws(LMDBError) {
    let folder = try PosixFile(readingPath: Posix.folder(of: target))
    var code = Posix.addName(target, to: draft)
    if code == 0 {
      code = folder.flush()
      if code != 0 && isCopy { Posix.removeName(target) }
    }
    guard code == 0 else { throw LMDBError(code: code, operation: operation, path: target) }
  }

  /// Frees the places of readers whose process has died, and returns how many there were.
  @discardableResult
  package func clearStaleReaders() throws(LMDBError) -> Int {
    var clearedCount: Int32 = 0
    try whileOpen("clear stale readers") { mdb_reader_check(handle, &clearedCount) }
    return Int(clearedCount)
  }

  /// Gives the memory of the map's pages back to the system, which keeps them in its cache as long as it likes: what a
  /// process uses then no longer grows with the file that it goes through. Everything stays readable.
  ///
  /// - Parameter key: that of an entry in `keyspace`.
  package func releaseMappedPages(anEntry key: RawSpan, in keyspace: Keyspace) throws(LMDBError) {
    let transaction = try beginRead()
    guard let value = try transaction.get(key, in: keyspace), value.byteCount > 0 else { return }
    let information = try information()
    let fileBytes = min(information.fileBytes, information.mapSizeBytes)
    guard let pages = MappedPages(around: value, fileBytes: fileBytes) else { return }
    Posix.releasePages(at: pages.start, byteCount: fileBytes)
  }

  /// The sizes and counts of the moment.
  package func information() throws(LMDBError) -> EnvironmentInformation {
    var raw = MDB_envinfo()
    var sizes = MDB_stat()
    try whileOpen("information") {
      let code = mdb_env_info(handle, &raw)
      return code == MDB_SUCCESS ? mdb_env_stat(handle, &sizes) : code
    }
    return EnvironmentInformation(
      mapSizeBytes: raw.me_mapsize, lastPage: raw.me_last_pgno, lastTransaction: UInt64(raw.me_last_txnid),
      maxReaders: Int(raw.me_maxreaders), readerCount: Int(raw.me_numreaders), pageBytes: Int(sizes.ms_psize),
      fileBytes: FileStatus(descriptor: descriptor)?.sizeBytes ?? 0)
  }

  /// Lets the file grow to `bytes`, rounded up to pages. Throws `.transactionsActive` while this process has any, and
  /// never makes the map smaller.
  package func growMap(toBytes bytes: Int) throws(LMDBError) {
    let wanted = Self.roundedToPages(bytes)
    let reason: LMDBError.Reason? = state.withLock { state in
      if let refusal = state.refusal { return refusal }
      guard state.activeCount == 0 else { return .transactionsActive(state.activeCount) }
      var raw = MDB_envinfo()
      mdb_env_info(handle, &raw)
      guard wanted > raw.me_mapsize else { return nil }
      return remap(toBytes: wanted, &state)
    }
    if let reason { throw LMDBError(reason, operation: "grow the map", path: path) }
  }

  /// Maps the file anew, with 0 as far as another process made it. The caller made sure that nobody uses the map.
  func remap(toBytes bytes: Int, _ state: inout State) -> LMDBError.Reason? {
    state.warming?.stop()
    state.mapGeneration += 1
    guard mdb_env_set_mapsize(handle, bytes) != MDB_SUCCESS else {
      state.warming?.mapMoved()
      return nil
    }
    state.isMapLost = true
    return .panicked
  }

  /// Runs `call` as if it were a transaction, so that the environment is neither closed nor moved meanwhile.
  func whileOpen(_ operation: String, _ call: () -> Int32) throws(LMDBError) {
    let refusal = state.withLock { state in
      if state.refusal == nil { state.activeCount += 1 }
      return state.refusal
    }
    if let refusal { throw LMDBError(refusal, operation: operation, path: path) }
    let code = call()
    state.withLock { $0.activeCount -= 1 }
    guard code == MDB_SUCCESS else { throw writeError(code, operation: operation) }
  }
}

extension Environment {
  /// The error for a failed write. The library reports a short write on a full disk as a plain I/O error.
  func writeError(_ code: Int32, operation: String) -> LMDBError {
    let almostNothing = 1 << 20
    if LMDBError.Code(rawValue: code) == .inputOutput, let free = Posix.freeBytes(atPath: path), free < almostNothing {
      return LMDBError(.diskFull, operation: operation, path: path)
    }
    return LMDBError(code: code, operation: operation, path: path)
  }

  /// What is done behind each commit.
  ///
  /// 1. Where it took pages from the end of the file, the places of readers that died are cleared: the pages that they
  ///    hold back may be why. So a process that was killed while it read makes the file grow by one commit's pages.
  /// 2. The file is made as long as its meta page says. LMDB leaves it shorter when the last pages became free in the
  ///    transaction that took them; a file that is always whole can be told from a truncated one by its length.
  func committed() {
    guard !isReadOnly else { return }
    var raw = MDB_envinfo()
    mdb_env_info(handle, &raw)
    if lastPage.exchange(raw.me_last_pgno, ordering: .relaxed) < raw.me_last_pgno { _ = try? clearStaleReaders() }
    let wholeBytes = (raw.me_last_pgno + 1) * Limits.pageBytes
    guard let status = FileStatus(descriptor: descriptor), status.sizeBytes < wholeBytes else { return }
    Posix.extend(descriptor, from: status.sizeBytes, to: wholeBytes)
  }
}

/// Why a copy failed; handed from the thread that made it.
private final class CopyOutcome: Sendable {
  let failure = Mutex<LMDBError?>(nil)
}

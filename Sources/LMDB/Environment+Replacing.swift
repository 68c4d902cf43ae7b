internal import Synchronization

extension Environment {
  /// Closes the environment and puts a copy in key order in the place of its file, so that nothing is left of what was
  /// erased. A crash leaves the one file or the other.
  ///
  /// Meanwhile other processes wait who want to open the file, and writes of this one are refused. When it throws, the
  /// environment stays open as it was: `.openElsewhere` while another process has the file open, `.transactionsActive`,
  /// `.repacking`, or for want of room. Only where the folder cannot be flushed it is closed nevertheless.
  ///
  /// - Parameter onProgress: is told now and then how many of how many entries are written; what it throws ends it.
  package func repackAndClose(_ onProgress: (_ done: Int, _ of: Int) throws -> Void) throws {
    try beginRepacking()
    do {
      Posix.lock(lockDescriptor, .opening, .exclusively, waits: true)
      guard Posix.lock(lockDescriptor, .library, .exclusively, waits: false) else {
        throw LMDBError(.openElsewhere, operation: "repack", path: path)
      }
      let draft = Self.newDraft(of: path)
      defer { Self.removeDraft(draft) }
      try writeRepacked(draft, onProgress)
      try replaceFile(by: draft)
    } catch {
      // Closed, it has no descriptor any more.
      if !state.withLock({ $0.isClosed }) {
        Posix.lock(lockDescriptor, .library, .shared, waits: false)
        Posix.lock(lockDescriptor, .opening, .not, waits: false)
        state.withLock { $0.isRepacking = false }
      }
      throw error
    }
  }

  /// From here to the end nobody writes, or closes the environment.
  private func beginRepacking() throws(LMDBError) {
    let reason: LMDBError.Reason? = state.withLock { state in
      if let refusal = state.refusal { return refusal }
      if state.isRepacking { return .repacking }
      if state.activeCount > 0 { return .transactionsActive(state.activeCount) }
      state.isRepacking = true
      return nil
    }
    if let reason { throw LMDBError(reason, operation: "repack", path: path) }
  }

  /// Gives a flushed copy the file's name and closes the environment.
  private func replaceFile(by draft: String) throws(LMDBError) {
    let folder = try PosixFile(readingPath: Posix.folder(of: path))
    try OpenFiles.opening { files throws(LMDBError) in
      let reason: LMDBError.Reason? = state.withLock { state in
        if state.activeCount > 0 { return .transactionsActive(state.activeCount) }
        let code = Posix.rename(draft, to: path)
        if code != 0 { return LMDBError(code: code, operation: "repack").reason }
        state.retire()
        return nil
      }
      if let reason { throw LMDBError(reason, operation: "repack", path: path) }
      release()
      files.remove(identity)
    }
    let code = folder.flush()
    guard code == 0 else { throw LMDBError(code: code, operation: "repack", path: path) }
  }
}

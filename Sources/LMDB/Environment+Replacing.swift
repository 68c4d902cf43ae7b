internal import Synchronization

extension Environment {
  /// Closes the environment and puts a copy in key order in the place of its file, so that nothing is left of what was
  /// erased. A crash leaves the one file or the other.
  ///
  /// Meanwhile other processes wait who want to open the file. When it throws, the environment stays open as it was:
  /// `.openElsewhere` while another process has the file open, `.transactionsActive` when one of this process is at the end,
  /// or for want of room.
  ///
  /// - Parameter onProgress: is told now and then how many of how many entries are written; what it throws ends it.
  package func repackAndClose(_ onProgress: (_ done: Int, _ of: Int) throws -> Void) throws {
    Posix.lock(lockDescriptor, .opening, .exclusively, waits: true)
    guard Posix.lock(lockDescriptor, .library, .exclusively, waits: false) else {
      Posix.lock(lockDescriptor, .opening, .not, waits: false)
      throw LMDBError(.openElsewhere, operation: "repack", path: path)
    }
    let draft = "\(path)-new-\(Posix.processNumber)"
    defer { Self.removeDraft(draft) }
    do {
      Self.removeDraft(draft)
      try writeRepacked(draft, onProgress)
      try OpenFiles.opening { files throws(LMDBError) in
        guard try retire("repack") else { throw LMDBError(.closed, operation: "repack", path: path) }
        do throws(LMDBError) { try replaceFile(by: draft) } catch {
          state.withLock { $0.isClosed = false }
          throw error
        }
        release()
        files.remove(identity)
      }
    } catch {
      Posix.lock(lockDescriptor, .library, .shared, waits: false)
      Posix.lock(lockDescriptor, .opening, .not, waits: false)
      throw error
    }
  }

  private func replaceFile(by draft: String) throws(LMDBError) {
    var code = Posix.rename(draft, to: path)
    if code == 0 { code = try PosixFile(readingPath: Posix.folder(of: path)).flush() }
    guard code == 0 else { throw LMDBError(code: code, operation: "repack", path: path) }
  }
}

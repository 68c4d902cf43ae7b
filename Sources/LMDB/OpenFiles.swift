internal import Synchronization

/// The files that this process has open as environments.
///
/// Opening one twice would lose its locks: closing any descriptor of a lock file drops all of the process's locks on
/// it. The registry is locked for the whole of an opening, so that two threads cannot both create or open one file.
enum OpenFiles {
  private static let files = Mutex<Set<FileIdentity>>([])

  /// Runs `open`, which is given the files open so far and returns what it opened.
  static func opening<Opened>(
    _ open: (inout Set<FileIdentity>) throws(LMDBError) -> Opened
  ) throws(LMDBError) -> Opened {
    let result: Result<Opened, LMDBError> = files.withLock { files in
      do throws(LMDBError) { return .success(try open(&files)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Forgets a file that was closed.
  static func closed(_ identity: FileIdentity) {
    files.withLock { _ = $0.remove(identity) }
  }
}

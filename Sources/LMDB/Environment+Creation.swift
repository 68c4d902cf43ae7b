internal import CLMDB

extension Environment {
  /// Makes an empty file under a name of its own, flushes it, and only then gives it `path`: after a power failure
  /// there is a whole file or none. A file that another process made meanwhile is left as it is.
  static func createFile(_ path: String, _ options: EnvironmentOptions) throws(LMDBError) {
    let draft = "\(path)-new-\(Posix.processNumber)"
    Posix.removeName(draft)
    defer { Posix.removeName(draft) }
    // Nobody else knows the draft, so it needs no lock file.
    let handle = try openHandle(draft, options, mapBytes: 1 << 20, extraFlags: UInt32(bitPattern: MDB_NOLOCK))
    let code = mdb_env_sync(handle, 1)
    mdb_env_close(handle)
    guard code == MDB_SUCCESS else { throw LMDBError(code: code, operation: "create", path: path) }

    let linkCode = Posix.addName(path, to: draft)
    guard linkCode == 0 || LMDBError.Code(rawValue: linkCode) == .fileExists else {
      throw LMDBError(code: linkCode, operation: "create", path: path)
    }
    let flushCode = try PosixFile(readingPath: Posix.folder(of: path)).flush()
    guard flushCode == 0 else { throw LMDBError(code: flushCode, operation: "create", path: path) }
  }
}

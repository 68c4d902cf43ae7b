internal import CLMDB

extension Environment {
  /// Makes an empty file under a name of its own, flushes it, and only then gives it `path`: after a power failure
  /// there is a whole file or none. A file that another process made meanwhile is left as it is.
  static func createFile(_ path: String, _ options: EnvironmentOptions) throws(LMDBError) {
    guard let draft = try? draft(of: path, "create") else { return }
    defer { Posix.removeName(draft) }
    // Nobody else knows the draft, so it needs no lock file.
    let handle = try openHandle(draft, options, mapBytes: 1 << 20, extraFlags: UInt32(bitPattern: MDB_NOLOCK))
    let code = mdb_env_sync(handle, 1)
    mdb_env_close(handle)
    guard code == MDB_SUCCESS else { throw LMDBError(code: code, operation: "create", path: path) }

    do throws(LMDBError) { try publish(draft, as: path, "create", isCopy: false) } catch {
      guard error.reason == .code(.fileExists) else { throw error }
    }
  }
}

internal import LMDB

extension Store {
  /// Looks through the whole store: every row with its checksum and every value by its column's rules; every index and the
  /// locator against the rows, in both directions; unique values, declared foreign keys, workspaces, AUTO_INCREMENT,
  /// sizes; full-text indexes, posting by posting.
  ///
  /// It reads one state, with several threads, and keeps nobody from writing; but the file grows while others write. Memory
  /// is bounded beside what the system keeps of the file.
  ///
  /// - Parameter onProgress: is told some times a second how far it is, on the calling thread; it may throw to stop.
  public func verify(onProgress: (VerifyProgress) throws -> Void = { _ in }) throws -> VerifyReport {
    try verify(catalog.all, mends: nil, onProgress: onProgress)
  }

  /// The same of some tables.
  ///
  /// - Parameters:
  ///   - memoryBytes: what the search for what is wrong takes at most, more or less.
  ///   - mends: where changes go that would take the faults out.
  func verify(
    _ tables: [StoredTable], memoryBytes: Int = 256 << 20, mends: MendList?,
    onProgress: (VerifyProgress) throws -> Void = { _ in }
  ) throws -> VerifyReport {
    do {
      return try Verifier(self, tables, memoryBytes: memoryBytes, mends: mends).run(onProgress)
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }
}

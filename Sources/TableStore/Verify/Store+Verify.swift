internal import LMDB

extension Store {
  /// Looks through the whole store: the file's pages and its list of free ones; every row with its checksum and every value by its column's rules; every index and the
  /// locator against the rows, in both directions; unique values, declared foreign keys, workspaces, AUTO_INCREMENT,
  /// sizes; full-text indexes, posting by posting.
  ///
  /// It reads one state, with several threads, and keeps nobody from writing; but the file grows while others write. Memory
  /// is bounded beside what the system keeps of the file.
  ///
  /// Where pages are damaged, that is the one fault: what lies in them is not looked at.
  ///
  /// - Parameter onProgress: is told some times a second how far it is, on the calling thread, of the pages and then of what
  ///   is in them; it may throw to stop.
  public func verify(onProgress: (VerifyProgress) throws -> Void = { _ in }) throws -> VerifyReport {
    try verifyStructure(mends: nil, onProgress)
  }

  /// Looks through the pages, and through all tables where those are sound.
  func verifyStructure(
    mends: MendList?, _ onProgress: (VerifyProgress) throws -> Void
  ) throws -> VerifyReport {
    let structure: StructureReport
    do {
      structure = try checkStructure { done, all in try onProgress(VerifyProgress(done: done, total: all)) }
    } catch let error as StoreError where error.code == .damaged {
      return VerifyReport(damagedPages: error.message)
    }
    let tables = try read(.everything) { db in db.session.catalog.all }
    var report = try verify(tables, mends: mends, onProgress: onProgress)
    report.structure = structure
    if structure.leakedPages > 0 {
      report.notes.append(
        "\(structure.leakedPages) pages are neither used nor free: lost room; backup --repack is rid of them")
    }
    return report
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

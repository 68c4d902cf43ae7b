extension Environment {
  /// Looks through the last committed state of the file, page by page and by plain reads, whether the library can walk it
  /// without harm: see `StructureCheck`. Throws the first fault as `.damaged`.
  ///
  /// It holds a read transaction, so that no writer of any process uses a page of that state again meanwhile; the
  /// library itself looks only at a meta page to begin one, and `Environment.init` has looked at those. On a disk that
  /// is read-only there are no readers to hold, and no writers.
  ///
  /// - Parameter onProgress: is told how many of how many pages are done; `false` stops.
  /// - Returns: how the pages are used; `nil` when it was stopped.
  package func checkStructure(
    onProgress: @escaping (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(LMDBError) -> FileStructure? {
    // Two commits between the begin and the look at the meta page write over it: the next state is as good.
    for _ in 0..<1_000 {
      let transaction = try beginRead()
      let file = try PosixFile(duplicating: descriptor, path: path)
      guard let meta = Self.meta(of: transaction.number, in: file) else { continue }
      return try check(meta, file, onProgress)
    }
    throw LMDBError(.damaged("no meta page describes the state that is read"), operation: "check", path: path)
  }

  private static func meta(of transaction: UInt64, in file: borrowing PosixFile) -> MetaPage? {
    let offset = Int(transaction & 1) * Limits.pageBytes
    guard let bytes = file.read(MetaPage.byteCount, at: offset), bytes.count == MetaPage.byteCount,
      bytes == file.read(MetaPage.byteCount, at: offset)
    else { return nil }
    let meta = MetaPage(bytes, at: 0)
    return meta.transaction == transaction ? meta : nil
  }

  private func check(
    _ meta: MetaPage, _ file: consuming PosixFile, _ onProgress: @escaping (Int, Int) -> Bool
  ) throws(LMDBError) -> FileStructure? {
    guard let fileBytes = file.status?.sizeBytes, meta.lastPage < 1 << 40 else {
      throw LMDBError(.damaged("last page \(meta.lastPage)"), operation: "check", path: path)
    }
    var check = StructureCheck(file, meta, fileBytes: fileBytes, onProgress: onProgress)
    do throws(StructureFault) { return try check.run() } catch {
      switch error {
      case .stopped: return nil
      case .damaged(let what): throw LMDBError(.damaged(what), operation: "check", path: path)
      case .unreadable(let code): throw LMDBError(code: code, operation: "check", path: path)
      }
    }
  }
}

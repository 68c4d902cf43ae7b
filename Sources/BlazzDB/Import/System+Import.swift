internal import TableStore

extension System {
  /// Imports a dump that mysqldump, mariadb-dump or phpMyAdmin wrote, plain or gzip.
  ///
  /// Tables and columns may have their older names; what the schema has no place for, and rows that cannot be stored,
  /// are kept in two files beside the store, which the report names. Nothing is filled in but columns that the dump
  /// lacks. Interrupted, it can be run again.
  /// - Parameters:
  ///   - path: the dump, plain or gzip.
  ///   - options: how much memory it takes.
  ///   - onRefusal: is told of each row that cannot be stored, one at a time: of rows that are refused by themselves in the
  ///     dump's order, then of those that claim what others have. Maybe from other threads, while this one waits.
  ///   - onProgress: is told now and then how far the import is.
  /// - Throws: `StoreError` with code `.malformedInput` when the file cannot be read or breaks off; the rows before
  ///   that are stored. `.cannotOpen` while another import into the store is under way.
  public func importDump(
    _ path: String, options: ImportOptions = .init(), onRefusal: @escaping (RefusedRow) -> Void = { _ in },
    onProgress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    do {
      return try Importer(self, path: path, options, onRefusal: onRefusal, onProgress: onProgress).run()
    } catch let error as DumpError {
      throw StoreError(
        .malformedInput,
        error.line > 0 ? "\(error); the rows before that are stored, or kept beside the store" : "\(error)")
    }
  }
}

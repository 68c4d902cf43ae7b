internal import TableStore

extension Workspace {
  /// Writes this workspace's rows into a file, with its own row in `workspaces` and the rows of global tables, such as
  /// users, that these refer to. Nothing of another workspace is among them.
  ///
  /// The file appears at `path` when it is whole, in place of one that was there; an export that fails leaves nothing.
  /// - Parameters:
  ///   - path: packed with gzip when it ends in `.gz`.
  ///   - format: as a dump or as JSON lines.
  ///   - onProgress: is told now and then how far the export is, and ends it by throwing.
  @discardableResult
  public func export(
    to path: String, as format: ExportFormat = .sql, onProgress: @escaping (ExportProgress) throws -> Void = { _ in }
  ) throws -> ExportReport {
    try export(into: store.fileSink(path), format, onProgress)
  }

  /// The same, passed on to a function piece by piece.
  @discardableResult
  public func export(
    as format: ExportFormat = .sql, onProgress: @escaping (ExportProgress) throws -> Void = { _ in },
    _ write: @escaping ([UInt8]) throws -> Void
  ) throws -> ExportReport {
    try export(into: FunctionSink(write), format, onProgress)
  }

  private func export(
    into sink: any ByteSink, _ format: ExportFormat, _ onProgress: @escaping (ExportProgress) throws -> Void
  ) throws -> ExportReport {
    try read { db in
      var exporter = Exporter(db, format, into: sink, onProgress: onProgress)
      return try exporter.export(id)
    }
  }
}

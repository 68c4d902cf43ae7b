internal import TableStore

/// Writes the rows of one snapshot as text, row by row: memory does not grow with their number.
struct Exporter {
  /// Text that is gathered before it is passed on.
  private static let chunkBytes = 256 << 10

  private let db: Tables<Reading>
  private let sink: any ByteSink
  private let onProgress: (ExportProgress) throws -> Void
  private var text: any ExportText
  /// What was not passed on yet.
  private var chunk: [UInt8] = []
  private var report = ExportReport()
  private var progress = ExportProgress(rowsWritten: 0)

  /// An export of what `db` reaches.
  init(
    _ db: Tables<Reading>, _ format: ExportFormat, into sink: any ByteSink,
    onProgress: @escaping (ExportProgress) throws -> Void
  ) {
    self.db = db
    self.sink = sink
    self.onProgress = onProgress
    text =
      switch format {
      case .sql: SQLExport()
      case .jsonLines: JSONLinesExport()
      }
  }

  /// Writes all rows of all tables.
  mutating func exportEverything() throws -> ExportReport {
    progress.totalRows = try Blazz.tables.reduce(0) { try $0 + db.dynamic($1.schema).storedSizes().rows }
    text.begin(&chunk)
    for table in Blazz.tables.map({ db.dynamic($0.schema) }) {
      begin(table.schema, nextKey: try table.nextKey)
      if table.isStored { try table.forEach { row in try append(row) } }
      text.endTable(&chunk)
    }
    return try finish()
  }

  /// Writes a workspace's rows, its own row, and the rows of global tables that these refer to.
  ///
  /// Global tables come behind the others, because it is known by then what is referred to. AUTO_INCREMENT values are
  /// left out: they count the rows of other workspaces.
  mutating func export(_ workspace: ID<WorkspaceRecord>) throws -> ExportReport {
    var referred = try ReferredRows(of: workspace, in: db)
    let tables = Blazz.tables.map { db.dynamic($0.schema) }
    text.begin(&chunk)
    for table in tables where table.schema.isScoped {
      begin(table.schema, nextKey: nil)
      if table.isStored {
        try table.forEach { row in
          try referred.add(referencesOf: row, in: table)
          try append(row)
        }
      }
      text.endTable(&chunk)
    }
    try referred.follow(in: db)
    for table in tables where !table.schema.isScoped {
      begin(table.schema, nextKey: nil)
      if table.isStored {
        for key in referred.keys(of: table.schema) { _ = try table.get(key) { row in try append(row) } }
      }
      text.endTable(&chunk)
    }
    return try finish()
  }

  private mutating func begin(_ table: TableSchema, nextKey: UInt64?) {
    report.tables.append(.init(name: table.name))
    text.begin(table, nextKey: nextKey, &chunk)
  }

  private mutating func append(_ row: borrowing RowReader) throws {
    try text.append(row, &chunk)
    report.tables[report.tables.count - 1].rows += 1
    progress.rowsWritten += 1
    if chunk.count >= Self.chunkBytes { try passOn() }
  }

  private mutating func finish() throws -> ExportReport {
    text.end(&chunk)
    try passOn()
    try sink.finish()
    return report
  }

  private mutating func passOn() throws {
    defer { chunk.removeAll(keepingCapacity: true) }
    report.bytes += chunk.count
    if !chunk.isEmpty { try sink.write(chunk) }
    try onProgress(progress)
  }
}

internal import BlazzDB
internal import TableStore

/// Where made-up rows go, table by table: those that others refer to come first.
protocol RowSink {
  /// Takes all rows of a table.
  mutating func take<Row: SampleTable>(_ rows: SampleRows<Row>) throws
}

/// Loads each table in bulk, on several threads.
struct StoreSink: RowSink {
  private static let batch = 5_000

  let blazz: Blazz
  /// Is told of rows that were made.
  let onRows: (Int) throws -> Void

  func take<Row: SampleTable>(_ rows: SampleRows<Row>) throws {
    let parts = stride(from: 0, to: rows.count, by: Self.batch).map { $0..<min($0 + Self.batch, rows.count) }
    var options = LoadOptions()
    // Tables refer to each other in circles: what they refer to may come later.
    options.checksReferences = false
    // A load tells of its progress one thread at a time, while whoever began it waits.
    nonisolated(unsafe) let onRows = onRows
    nonisolated(unsafe) var told = 0
    options.onProgress = { progress in
      try onRows(progress.rows - told)
      told = progress.rows
    }
    try blazz.system.load(Row.self, from: parts, options: options) { places in
      var made: [(draft: Row.Draft, scope: Scope)] = []
      made.reserveCapacity(places.count)
      rows.forEach(in: places) { made.append(($0.draft, Row.schema.isScoped ? $0.scope : .global)) }
      return made
    }
  }
}

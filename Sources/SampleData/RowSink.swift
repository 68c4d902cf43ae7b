internal import BlazzDB
internal import TableStore

/// Where made-up rows go, table by table: those that others refer to come first.
protocol RowSink {
  /// Takes all rows of a table.
  mutating func take<Row: SampleTable>(_ rows: SampleRows<Row>) throws
}

/// Inserts rows in transactions of some thousand.
struct StoreSink: RowSink {
  private static let batch = 20_000

  let blazz: Blazz
  /// Is told of rows that were stored.
  let onRows: (Int) throws -> Void

  func take<Row: SampleTable>(_ rows: SampleRows<Row>) throws {
    for start in stride(from: 0, to: rows.count, by: Self.batch) {
      let places = start..<min(start + Self.batch, rows.count)
      try blazz.system.writeSync { db in
        let table = db.table(Row.self)
        try rows.forEach(in: places) { row in
          try table.load(row.draft, scope: Row.schema.isScoped ? row.scope : .global)
        }
      }
      try onRows(places.count)
    }
  }
}

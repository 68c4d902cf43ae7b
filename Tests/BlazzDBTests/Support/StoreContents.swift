import LMDB
import Testing

@testable import BlazzDB
@testable import TableStore

extension Store {
  /// Every entry of every table as it lies in the file; the records about tables are left out.
  func rawTables() throws -> [String: [RawStore.Entry]] {
    let transaction = try environment.beginRead()
    var tables: [String: [RawStore.Entry]] = [:]
    for table in catalog.all {
      var cursor = try transaction.cursor(in: table.requireKeyspace())
      var entries: [RawStore.Entry] = []
      var isFound = try cursor.first()
      while isFound {
        entries.append(
          .init(key: cursor.key.withUnsafeBytes { Bytes($0) }, value: cursor.value.withUnsafeBytes { Bytes($0) }))
        isFound = try cursor.next()
      }
      tables[table.schema.name] = entries
    }
    return tables
  }
}

extension DynamicTable {
  /// The values of all rows within reach.
  func allValues() throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try forEach { row in rows.append(try row.values(schema)) }
    return rows
  }
}

extension RowReader {
  /// All values in the columns' order.
  func values(_ schema: TableSchema) throws -> [SQLValue] {
    var values: [SQLValue] = []
    values.reserveCapacity(schema.columns.count)
    for column in schema.columns.indices { values.append(try value(column)) }
    return values
  }
}

/// All values of a table, past the borders of workspaces.
func tableContents(_ blazz: Blazz, _ name: String) throws -> [[SQLValue]] {
  try blazz.system.read { db in try #require(db.table(named: name)).allValues() }
}

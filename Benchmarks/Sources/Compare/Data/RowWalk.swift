import BlazzDB
import TableStore

/// Where the rows of a store go, table by table.
protocol RowTaker {
  mutating func begin(_ table: TableSchema) throws
  /// Takes a row: a value for each column, as SQL shows it.
  mutating func take(_ values: [SQLValue]) throws
  mutating func end() throws
}

enum RowWalk {
  /// Passes on the rows of all tables, in the order of their keys.
  ///
  /// - Returns: the number of rows by table.
  static func pass(_ blazz: Blazz, to taker: inout some RowTaker) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try blazz.system.read { db in
      for schema in SQLTables.schemas {
        try taker.begin(schema)
        var count = 0
        var values: [SQLValue] = []
        try db.table(named: schema.name)!.forEach { row in
          values.removeAll(keepingCapacity: true)
          for ordinal in schema.columns.indices { values.append(try row.value(ordinal)) }
          try taker.take(values)
          count += 1
        }
        try taker.end()
        counts[schema.name] = count
      }
    }
    return counts
  }
}

internal import TableStore

/// The text of an export in one format, from its first byte to its last.
protocol ExportText {
  /// Appends what stands before everything.
  mutating func begin(_ text: inout [UInt8])
  /// Appends what stands before a table's rows.
  ///
  /// - Parameter nextKey: the next AUTO_INCREMENT value; `nil` where it is not to be named.
  mutating func begin(_ table: TableSchema, nextKey: UInt64?, _ text: inout [UInt8])
  /// Appends a row of the table at hand.
  mutating func append(_ row: borrowing RowReader, _ text: inout [UInt8]) throws
  /// Appends what stands behind a table's rows.
  mutating func endTable(_ text: inout [UInt8])
  /// Appends what stands behind everything.
  mutating func end(_ text: inout [UInt8])
}

extension ExportFormat {
  /// Text of this format.
  var text: any ExportText {
    switch self {
    case .sql: SQLExport()
    case .jsonLines: JSONLinesExport()
    }
  }
}

/// An object a row, with its table's name, and nothing else.
struct JSONLinesExport: ExportText {
  private var rows: JSONRowFormat?
  /// The line up to the row's object.
  private var lead = ""

  mutating func begin(_ text: inout [UInt8]) {}

  mutating func begin(_ table: TableSchema, nextKey: UInt64?, _ text: inout [UInt8]) {
    rows = JSONRowFormat(table, columns: Array(table.columns.indices))
    lead = "{\"table\":\(JSONText.string(table.name)),\"row\":"
  }

  mutating func append(_ row: borrowing RowReader, _ text: inout [UInt8]) throws {
    text.append(lead)
    try rows?.append(row, to: &text)
    text.append("}\n")
  }

  mutating func endTable(_ text: inout [UInt8]) {}

  mutating func end(_ text: inout [UInt8]) {}
}

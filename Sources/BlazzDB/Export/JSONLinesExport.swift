internal import TableStore

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

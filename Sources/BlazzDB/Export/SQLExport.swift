internal import TableStore

/// A dump that makes its tables anew and fills them.
///
/// A statement is at most `statementBytes` long unless a single row is longer: servers refuse statements above their
/// `max_allowed_packet`, 16 MB and more by default.
struct SQLExport: ExportText {
  static let statementBytes = 1 << 20

  private var rows: SQLRowFormat?
  private var row: [UInt8] = []
  /// Bytes of the INSERT at hand; 0 between statements.
  private var statement = 0

  mutating func begin(_ text: inout [UInt8]) {
    text.append("-- blazz export\n\n")
    for setting in SQLSetting.ofDump { text.append(setting.change + "\n") }
  }

  mutating func begin(_ table: TableSchema, nextKey: UInt64?, _ text: inout [UInt8]) {
    rows = SQLRowFormat(table, columns: Array(table.columns.indices))
    let name = SQLLiteral.name(table.name)
    text.append("\nDROP TABLE IF EXISTS \(name);\n\(table.createTable(nextKey: nextKey));\n")
  }

  mutating func append(_ reader: borrowing RowReader, _ text: inout [UInt8]) throws {
    guard let rows else { preconditionFailure("a row follows its table's beginning") }
    row.removeAll(keepingCapacity: true)
    try rows.append(reader, to: &row)
    if statement > 0 && statement + row.count + 3 > Self.statementBytes { endTable(&text) }
    let lead = statement == 0 ? rows.insert + "\n" : ",\n"
    text.append(lead)
    text.append(contentsOf: row)
    statement += lead.utf8.count + row.count
  }

  mutating func endTable(_ text: inout [UInt8]) {
    if statement > 0 { text.append(";\n") }
    statement = 0
  }

  mutating func end(_ text: inout [UInt8]) {
    text.append("\n")
    for setting in SQLSetting.ofDump.reversed() { text.append(setting.restore + "\n") }
    text.append("-- end of blazz export\n")
  }
}

internal import TableStore

/// Prints rows of one table in one format.
struct RowPrinter: ~Copyable {
  private let schema: TableSchema
  private let columns: [Int]
  private let format: OutputFormat
  private var output = Output()
  private var table: TextTable
  private var count = 0

  /// A printer for some columns of a table.
  init(_ schema: TableSchema, columns: [Int], format: OutputFormat) {
    self.schema = schema
    self.columns = columns
    self.format = format
    table = TextTable(columns.map { schema.columns[$0].name })
  }

  /// Prints one row.
  mutating func print(_ row: borrowing RowReader) throws {
    var values: [SQLValue] = []
    for column in columns { values.append(try row.value(column)) }
    switch format {
    case .table: table.append(values.map(Self.cell))
    case .jsonl: try output.write(object(values) + "\n")
    case .json: try output.write((count == 0 ? "[" : ",\n ") + object(values))
    case .csv:
      if count == 0 { try output.write(names.map(Self.csv).joined(separator: ",") + "\r\n") }
      try output.write(values.map(Self.csv).joined(separator: ",") + "\r\n")
    case .sql:
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      let literals = values.map(Self.sql).joined(separator: ", ")
      try output.write("INSERT INTO `\(schema.name)` (\(list)) VALUES (\(literals));\n")
    }
    count += 1
  }

  /// Prints what the format puts behind the last row.
  mutating func finish() throws {
    switch format {
    case .table: try output.write(table.text)
    case .json: try output.write(count == 0 ? "[]\n" : "]\n")
    case .jsonl, .csv, .sql: break
    }
    try output.flush()
  }

  private var names: [String] { columns.map { schema.columns[$0].name } }

  private func object(_ values: [SQLValue]) -> String {
    JSONText.object(zip(names, values).map { ($0, JSONText.value($1)) })
  }

  private static func cell(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text):
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    default: plain(value)
    }
  }

  private static func plain(_ value: SQLValue) -> String {
    switch value {
    case .null: ""
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .bytes(let bytes): JSONText.hex(bytes)
    }
  }

  /// RFC 4180; NULL is an empty field, an empty text is `""`.
  private static func csv(_ value: SQLValue) -> String {
    if case .text(let text) = value { return text.isEmpty ? "\"\"" : csv(text) }
    return plain(value)
  }

  private static func csv(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return text }
    let quoted = text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(quoted)\""
  }

  private static func sql(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text): "'" + text.unicodeScalars.map(escape).joined() + "'"
    case .bytes(let bytes): bytes.isEmpty ? "''" : "0x" + JSONText.hex(bytes)
    default: plain(value)
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'": "\\'"
    case "\\": "\\\\"
    case "\0": "\\0"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\u{1A}": "\\Z"
    default: String(scalar)
    }
  }
}

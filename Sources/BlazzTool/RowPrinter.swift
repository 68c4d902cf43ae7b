internal import BlazzDB
internal import TableStore
internal import TerminalText

/// Prints rows of one table in one format.
struct RowPrinter: ~Copyable {
  private let schema: TableSchema
  private let columns: [Int]
  private let format: OutputFormat
  private let objects: JSONRowFormat
  private let inserts: SQLRowFormat
  private var output = Output()
  private var table: TextTable
  private var line: [UInt8] = []
  private var count = 0

  /// A printer for some columns of a table.
  init(_ schema: TableSchema, columns: [Int], format: OutputFormat) {
    self.schema = schema
    self.columns = columns
    self.format = format
    objects = JSONRowFormat(schema, columns: columns)
    inserts = SQLRowFormat(schema, columns: columns)
    let numbers = columns.indices.filter { schema.columns[columns[$0]].isNumber }
    table = TextTable(columns.map { schema.columns[$0].name }, numbers: numbers)
  }

  /// Prints one row.
  ///
  /// - Parameter extra: members that a JSON object has behind the columns, as JSON.
  mutating func print(_ row: borrowing RowReader, extra: [(name: String, json: String)] = []) throws {
    line.removeAll(keepingCapacity: true)
    switch format {
    case .table: line.append(table.append(try values(row).map(Self.cell)))
    case .jsonl:
      try appendObject(row, extra)
      line.append("\n")
    case .json:
      line.append(count == 0 ? "[" : ",\n ")
      try appendObject(row, extra)
    case .csv:
      if count == 0 { line.append(Self.csv(columns.map { schema.columns[$0].name }.map(Self.csv))) }
      line.append(Self.csv(try values(row).map(Self.csv)))
    case .sql:
      line.append(inserts.insert + " ")
      try inserts.append(row, to: &line)
      line.append(";\n")
    }
    try output.write(line)
    count += 1
  }

  private mutating func appendObject(_ row: borrowing RowReader, _ extra: [(name: String, json: String)]) throws {
    try objects.append(row, to: &line)
    guard !extra.isEmpty else { return }
    line.removeLast()
    for (name, json) in extra { line.append("\(columns.isEmpty ? "" : ",")\"\(name)\":\(json)") }
    line.append("}")
  }

  /// Prints what the format puts behind the last row.
  mutating func finish() throws {
    switch format {
    case .table: try output.write(table.finish())
    case .json: try output.write(count == 0 ? "[]\n" : "]\n")
    case .jsonl, .csv, .sql: break
    }
    try output.flush()
  }

  private func values(_ row: borrowing RowReader) throws -> [SQLValue] {
    var values: [SQLValue] = []
    for column in columns { values.append(try row.value(column)) }
    return values
  }

  private static func cell(_ value: SQLValue) -> String? { value == .null ? nil : plain(value) }

  private static func plain(_ value: SQLValue) -> String {
    switch value {
    case .null: ""
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .bytes(let bytes): String(hexOf: bytes)
    }
  }

  /// A line of RFC 4180.
  private static func csv(_ fields: [String]) -> String { fields.joined(separator: ",") + "\r\n" }

  /// A field of RFC 4180; NULL is an empty field, an empty text is `""`.
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
}

extension ColumnDefinition {
  /// Whether values are shown as numbers.
  fileprivate var isNumber: Bool {
    switch (type, storage) {
    case (.timestamp, _), (.datetime, _), (.date, _), (.enumeration, _): false
    case (_, .integer), (_, .decimal): true
    default: false
    }
  }
}

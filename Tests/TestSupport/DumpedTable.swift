/// A table as the text of a dump has it: literals without quotes and escapes, `nil` for NULL.
public struct DumpedTable: Sendable {
  /// A column as CREATE TABLE names it.
  public struct Column: Sendable {
    /// The SQL name.
    public var name: String
    /// The SQL type in lower case, with the display width if the dump gives one.
    public var type: String

    /// A column of a type.
    public init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// The SQL name.
  public var name: String
  /// The columns in order.
  public var columns: [Column]
  /// The rows in the dump's order.
  public var rows: [Row] = []

  /// One row: a value a column.
  public struct Row: Sendable, Equatable {
    /// The values in the columns' order.
    public var values: [String?]
    /// By column name, the value's place.
    let places: [String: Int]

    /// A column's value; traps for a column that the table lacks.
    public subscript(_ column: String) -> String? { values[places[column]!] }

    /// A column's value as a number.
    public func number(_ column: String) -> Int? { self[column].flatMap { Int($0) } }
  }

  /// A table without rows.
  public init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
    places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
  }

  /// A table with columns written as "name type, name type"; a type has no blank and no comma.
  public init(_ name: String, _ columns: String) {
    self.init(
      name: name,
      columns: columns.split(separator: ", ").map { column in
        let words = column.split(separator: " ", maxSplits: 1)
        return Column(name: String(words[0]), type: String(words[1]))
      })
  }

  private let places: [String: Int]

  /// Appends a row.
  public mutating func append(_ values: [String?]) {
    precondition(values.count == columns.count, "\(name): \(values.count) values for \(columns.count) columns")
    rows.append(Row(values: values, places: places))
  }
}

extension DumpedTable {
  /// CREATE TABLE and one INSERT, as mysqldump writes them.
  public var sql: String { createTable + insert }

  /// CREATE TABLE without keys, which an import does not read.
  public var createTable: String {
    let list = columns.map { "  `\($0.name)` \($0.type)" }.joined(separator: ",\n")
    return "CREATE TABLE `\(name)` (\n\(list)\n) ENGINE=InnoDB;\n"
  }

  /// One INSERT without a list of columns.
  public var insert: String {
    let tuples = rows.map { row in "(" + row.values.map(Self.literal).joined(separator: ",") + ")" }
    return rows.isEmpty ? "" : "INSERT INTO `\(name)` VALUES\n" + tuples.joined(separator: ",\n") + ";\n"
  }

  private static func literal(_ value: String?) -> String {
    guard let value else { return "NULL" }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "'", "\\", "\"": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\0": text += "\\0"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "'\(text)'"
  }
}

package import TableStore

/// Literals as MySQL and MariaDB read them, whatever the SQL mode but NO_BACKSLASH_ESCAPES and ANSI_QUOTES.
enum SQLLiteral {
  /// Appends a value: text in quotes with backslash escapes, a blob in hexadecimal.
  static func append(_ value: SQLValue, to sql: inout [UInt8]) {
    switch value {
    case .null: sql.append("NULL")
    case .bool(let bool): sql.append(bool ? "1" : "0")
    case .integer(let integer): sql.append(integer.description)
    case .text(let text): append(text, to: &sql)
    case .bytes(let bytes) where bytes.isEmpty: sql.append("''")
    case .bytes(let bytes):
      sql.append("0x")
      sql.append(hexOf: bytes)
    }
  }

  /// A text in quotes.
  static func string(_ text: String) -> String {
    var sql: [UInt8] = []
    append(text, to: &sql)
    return String(decoding: sql, as: UTF8.self)
  }

  /// A table's or column's name in backquotes.
  static func name(_ name: String) -> String { "`\(name.doubling("`"))`" }

  private static func append(_ text: String, to sql: inout [UInt8]) {
    sql.append(UInt8(ascii: "'"))
    sql.append(text, where: { escaped($0) != nil }) { byte, sql in
      sql.append(UInt8(ascii: "\\"))
      sql.append(escaped(byte) ?? byte)
    }
    sql.append(UInt8(ascii: "'"))
  }

  /// What stands behind a backslash for this byte. Line ends are among them, so that tools which work by lines see a
  /// row a line, and ^Z, which ends a file on Windows.
  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0: UInt8(ascii: "0")
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x1A: UInt8(ascii: "Z")
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): byte
    default: nil
    }
  }
}

/// Rows of a table as the parts of an INSERT.
package struct SQLRowFormat: Sendable {
  /// The statement up to its first row: `INSERT INTO t (a, b) VALUES`.
  package let insert: String
  private let columns: [Int]

  /// Rows of some columns, in the order given.
  package init(_ schema: TableSchema, columns: [Int]) {
    self.columns = columns
    let names = columns.map { SQLLiteral.name(schema.columns[$0].name) }
    insert = "INSERT INTO \(SQLLiteral.name(schema.name)) (\(names.joined(separator: ", "))) VALUES"
  }

  /// Appends a row's values in parentheses.
  package func append(_ row: borrowing RowReader, to sql: inout [UInt8]) throws {
    sql.append(UInt8(ascii: "("))
    for (place, column) in columns.enumerated() {
      if place > 0 { sql.append(UInt8(ascii: ",")) }
      SQLLiteral.append(try row.value(column), to: &sql)
    }
    sql.append(UInt8(ascii: ")"))
  }
}

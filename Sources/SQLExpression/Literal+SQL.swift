extension Literal {
  /// The literal as SQL.
  package var sql: String {
    switch self {
    case .null: "NULL"
    case .bool(let bool): bool ? "TRUE" : "FALSE"
    case .number(let number): number
    case .text(let text): "'" + text.unicodeScalars.map(Self.escaped).joined() + "'"
    // MariaDB takes `0x61` as a number where one is wanted, as MySQL takes both forms, but `x'61'` as text.
    case .bytes(let bytes):
      bytes.isEmpty ? "x''" : "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\0": "\\0"
    case "\u{8}": "\\b"
    case "\t": "\\t"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\u{1A}": "\\Z"
    case "'": "''"
    case "\\": "\\\\"
    default: String(scalar)
    }
  }
}

/// Names of columns in SQL.
package enum SQLName {
  /// The name as SQL: bare where that reads back as the name, otherwise in backticks.
  package static func sql(_ name: String) -> String {
    let first = name.utf8.first.map { $0.isWord && !$0.isDigit && $0 != UInt8(ascii: "$") } ?? false
    let isBare = first && name.utf8.allSatisfy(\.isWord) && Keyword(name.utf8) == nil
    return isBare ? name : "`" + name.unicodeScalars.map { $0 == "`" ? "``" : String($0) }.joined() + "`"
  }
}

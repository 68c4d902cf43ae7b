internal import TableStore

/// JSON as the tool prints it. Written by hand because an object's keys keep the columns' order, row after row without
/// a dictionary between.
enum JSONText {
  /// A string with its quotes (RFC 8259).
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// A column's value: integers as numbers, truth values as such, blobs as hex, everything else as a string.
  static func value(_ value: SQLValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): "\(integer)"
    case .text(let text): string(text)
    case .bytes(let bytes): string(hex(bytes))
    }
  }

  /// An object with its members in order.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// An array.
  static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  /// Two lower-case digits a byte.
  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

package import TableStore

/// JSON as exports and the tool write it (RFC 8259). Written by hand because an object's keys keep the columns' order,
/// row after row without a dictionary between.
package enum JSONText {
  /// A string with its quotes.
  package static func string(_ text: String) -> String {
    var json: [UInt8] = []
    append(text, to: &json)
    return String(decoding: json, as: UTF8.self)
  }

  /// A string, or null.
  package static func string(_ text: String?) -> String { text.map { string($0) } ?? "null" }

  /// An object with its members in order.
  package static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// An array.
  package static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  /// Appends a column's value: integers as numbers, truth values as such, blobs as hex, everything else as a string.
  static func append(_ value: SQLValue, to json: inout [UInt8]) {
    switch value {
    case .null: json.append("null")
    case .bool(let bool): json.append(bool ? "true" : "false")
    case .integer(let integer): json.append(integer.description)
    case .text(let text): append(text, to: &json)
    case .bytes(let bytes):
      json.append(UInt8(ascii: "\""))
      json.append(hexOf: bytes)
      json.append(UInt8(ascii: "\""))
    }
  }

  /// Appends a string with its quotes.
  private static func append(_ text: String, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    json.append(text, where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      byte, json in
      json.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\n"): json.append(UInt8(ascii: "n"))
      case UInt8(ascii: "\r"): json.append(UInt8(ascii: "r"))
      case UInt8(ascii: "\t"): json.append(UInt8(ascii: "t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): json.append(byte)
      default:
        json.append("u00")
        json.append(hexOf: [byte])
      }
    }
    json.append(UInt8(ascii: "\""))
  }
}

/// Rows of a table as JSON objects.
package struct JSONRowFormat: Sendable {
  private let columns: [Int]
  /// What stands before each value: its name, and a comma behind the value before.
  private let leads: [[UInt8]]

  /// Objects of some columns, in the order given.
  package init(_ schema: TableSchema, columns: [Int]) {
    self.columns = columns
    leads = columns.enumerated().map { place, column in
      Array(((place == 0 ? "" : ",") + JSONText.string(schema.columns[column].name) + ":").utf8)
    }
  }

  /// Appends a row as an object.
  package func append(_ row: borrowing RowReader, to json: inout [UInt8]) throws {
    json.append(UInt8(ascii: "{"))
    for (lead, column) in zip(leads, columns) {
      json.append(contentsOf: lead)
      JSONText.append(try row.value(column), to: &json)
    }
    json.append(UInt8(ascii: "}"))
  }
}

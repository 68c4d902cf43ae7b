internal import Foundation

/// JSON text in a column: kept byte for byte, decoded when asked.
public struct JSON<Value>: Hashable, Sendable {
  /// The text as it is stored.
  public var text: String

  /// JSON text as it is; a column of SQL type `json` refuses malformed text, a text column keeps it.
  public init(text: String) { self.text = text }
}

extension JSON where Value: Encodable {
  /// The text of a value, keys sorted.
  public init(_ value: Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    text = String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension JSON where Value: Decodable {
  /// Decodes the text anew at each call.
  public func decoded() throws -> Value { try JSONDecoder().decode(Value.self, from: Data(text.utf8)) }
}

extension JSON: ExpressibleByStringLiteral {
  /// JSON written as a literal.
  public init(stringLiteral value: String) { self.init(text: value) }
}

extension JSON: ColumnValue {
  /// UTF-8.
  public static var storage: ColumnStorage { .text }
  /// `json`.
  public static var defaultColumnType: ColumnType? { .json }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> JSON {
    JSON(text: try String.read(from: &row))
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) { try text.write(to: &row) }
  /// The text.
  public var sqlValue: SQLValue { .text(text) }
}

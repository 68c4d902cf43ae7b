internal import Foundation

/// JSON text in a column: kept byte for byte, decoded when asked.
///
/// Values that were read together share memory: one that is kept for long keeps up to 16 KiB of its neighbors. Two are
/// equal when their text is, byte for byte.
public struct JSON<Value>: Hashable, Sendable {
  @usableFromInline var slice: TextSlice

  @inlinable init(slice: TextSlice) { self.slice = slice }

  /// JSON text as it is; a column of SQL type `json` refuses malformed text, a text column keeps it.
  public init(text: String) { slice = text.withUTF8Bytes { TextSlice(copying: $0) } }

  /// The text as it is stored; each use makes it anew.
  public var text: String {
    get { slice.string }
    set { self = JSON(text: newValue) }
  }
}

extension JSON: CustomReflectable {
  /// The text.
  public var customMirror: Mirror { Mirror(self, children: ["text": text], displayStyle: .struct) }
}

extension JSON where Value: Encodable {
  /// The text of a value, keys sorted.
  public init(_ value: Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    slice = try encoder.encode(value).withUnsafeBytes { TextSlice(copying: $0) }
  }
}

extension JSON where Value: Decodable {
  /// Decodes the text anew at each call.
  public func decoded() throws -> Value { try JSONDecoder().decode(Value.self, from: slice.withBytes { Data($0) }) }
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
    JSON(slice: try row.nextSlice())
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) {
    try slice.withBytes { bytes throws(StoreError) in try row.append(variable: bytes) }
  }
  /// The text.
  public var sqlValue: SQLValue { .text(text) }
}

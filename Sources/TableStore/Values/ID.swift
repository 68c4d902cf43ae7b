/// The primary key of a row of table `Row`, or a reference to one: `bigint unsigned`.
public struct ID<Row>: Hashable, Comparable, Sendable {
  /// The number.
  public var rawValue: UInt64

  /// The id with this number.
  @inlinable public init(_ rawValue: UInt64) { self.rawValue = rawValue }

  /// By number.
  public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}

extension ID: ExpressibleByIntegerLiteral {
  /// An id written as a number.
  public init(integerLiteral value: UInt64) { self.init(value) }
}

extension ID: CustomStringConvertible {
  /// The number.
  public var description: String { "\(rawValue)" }
}

extension ID: Codable {
  /// A plain number.
  public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(UInt64.self)) }
  /// A plain number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension ID: ColumnValue {
  /// Eight bytes, also where the SQL column is narrower.
  public static var storage: ColumnStorage { .integer(width: 8, isSigned: false) }
  /// `bigint unsigned`.
  public static var defaultColumnType: ColumnType? { .bigintUnsigned }
  /// The table.
  public static var referencedTable: (any Any.Type)? { Row.self }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> ID {
    ID(row.nextFixed(UInt64.self))
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) { try row.append(integer: Int128(rawValue)) }
  /// The number.
  public func stored(in column: ColumnDefinition) -> StoredValue { .number(Int128(rawValue)) }
  /// The number.
  public var sqlValue: SQLValue { .integer(Int128(rawValue)) }
}

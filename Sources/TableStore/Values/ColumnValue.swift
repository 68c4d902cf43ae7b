/// A Swift type that a column can hold.
public protocol ColumnValue: Hashable, Sendable {
  /// How values lie in a row.
  static var storage: ColumnStorage { get }
  /// The SQL type when `@Column` names none.
  static var defaultColumnType: ColumnType? { get }
  /// Whether NULL is a value.
  static var isNullable: Bool { get }
  /// The Swift type of the table that values point to.
  static var referencedTable: (any Any.Type)? { get }

  /// Reads the next column of a row.
  static func read(from row: inout RowReader) throws(StoreError) -> Self
  /// Makes the value of a column that is read alone.
  static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Self
  /// Writes the next column of a row.
  func write(to row: inout RowWriter) throws(StoreError)
  /// The value as SQL shows it, for keys of queries and for defaults.
  var sqlValue: SQLValue { get }
  /// The value as a column stores and compares it.
  func stored(in column: ColumnDefinition) -> StoredValue
}

extension ColumnValue {
  /// None.
  public static var defaultColumnType: ColumnType? { nil }
  /// No.
  public static var isNullable: Bool { false }
  /// None.
  public static var referencedTable: (any Any.Type)? { nil }
}

/// An integer that lies in a row as it is.
public protocol IntegerColumnValue: ColumnValue, FixedWidthInteger, BitwiseCopyable {}

extension IntegerColumnValue {
  /// As wide as the Swift type.
  public static var storage: ColumnStorage {
    .integer(width: MemoryLayout<Self>.size, isSigned: Self.isSigned)
  }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> Self { row.nextFixed(Self.self) }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) { try row.append(integer: Int128(self)) }
  /// The number.
  public var sqlValue: SQLValue { .integer(Int128(self)) }
  /// The number.
  public func stored(in column: ColumnDefinition) -> StoredValue { .number(Int128(self)) }
}

extension Int8: IntegerColumnValue {
  /// `tinyint`.
  public static var defaultColumnType: ColumnType? { .tinyint }
}
extension UInt8: IntegerColumnValue {
  /// `tinyint unsigned`.
  public static var defaultColumnType: ColumnType? { .tinyintUnsigned }
}
extension Int32: IntegerColumnValue {
  /// `int`.
  public static var defaultColumnType: ColumnType? { .int }
}
extension UInt32: IntegerColumnValue {
  /// `int unsigned`.
  public static var defaultColumnType: ColumnType? { .intUnsigned }
}
extension Int64: IntegerColumnValue {
  /// `bigint`.
  public static var defaultColumnType: ColumnType? { .bigint }
}
extension UInt64: IntegerColumnValue {
  /// `bigint unsigned`.
  public static var defaultColumnType: ColumnType? { .bigintUnsigned }
}

extension Bool: ColumnValue {
  /// One byte.
  public static var storage: ColumnStorage { .integer(width: 1, isSigned: false) }
  /// `tinyint(1)`.
  public static var defaultColumnType: ColumnType? { .bool }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> Bool {
    row.nextFixed(UInt8.self) != 0
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) { try row.append(integer: self ? 1 : 0) }
  /// True or false.
  public var sqlValue: SQLValue { .bool(self) }
  /// 1 or 0.
  public func stored(in column: ColumnDefinition) -> StoredValue { .number(self ? 1 : 0) }
}

extension String: ColumnValue {
  /// UTF-8.
  public static var storage: ColumnStorage { .text }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> String {
    try row.nextString()
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) {
    try withUTF8Bytes { utf8 throws(StoreError) in try row.append(variable: utf8) }
  }
  /// The text.
  public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: ColumnValue {
  /// Bytes as they are.
  public static var storage: ColumnStorage { .bytes }
  /// `blob`.
  public static var defaultColumnType: ColumnType? { .blob }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> [UInt8] {
    [UInt8](try row.nextVariable().bytes)
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) {
    try span.bytes.withUnsafeBytes { bytes throws(StoreError) in try row.append(variable: bytes) }
  }
  /// The bytes.
  public var sqlValue: SQLValue { .bytes(self) }
}

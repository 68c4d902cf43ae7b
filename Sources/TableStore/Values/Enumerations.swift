/// A Swift enum that is an SQL `enum`: cases ordered as declared, raw values as SQL names them.
///
/// ```swift
/// public enum Direction: String, EnumColumnValue { case inbound, outbound }
/// ```
public protocol EnumColumnValue: ColumnValue, CaseIterable, RawRepresentable<String> {}

extension EnumColumnValue {
  /// One byte: the case's number from 1, as MySQL counts.
  public static var storage: ColumnStorage { .integer(width: 1, isSigned: false) }
  /// `enum(…)` with the raw values.
  public static var defaultColumnType: ColumnType? { .enumeration(allCases.map(\.rawValue)) }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> Self {
    let number = Int(row.nextFixed(UInt8.self))
    let cases = allCases
    guard number >= 1, let index = cases.index(cases.startIndex, offsetBy: number - 1, limitedBy: cases.endIndex),
      index != cases.endIndex
    else { throw row.damaged }
    return cases[index]
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) {
    let before = Self.allCases.prefix { $0 != self }.count
    try row.append(integer: Int128(before + 1))
  }
  /// The raw value.
  public var sqlValue: SQLValue { .text(rawValue) }
  /// The case's number.
  public func stored(in column: ColumnDefinition) -> StoredValue {
    .number(Int128(Self.allCases.prefix { $0 != self }.count + 1))
  }
}

/// A text column with documented values, open to others: a struct with one static member a value.
///
/// ```swift
/// public struct MessageStatus: TextColumnValue {
///   public var rawValue: String
///   public static let sent = Self("sent")
/// }
/// ```
public protocol TextColumnValue: ColumnValue, RawRepresentable<String>, ExpressibleByStringLiteral {
  /// The value spelled so.
  init(rawValue: String)
}

extension TextColumnValue {
  /// The value spelled so.
  public init(_ rawValue: String) { self.init(rawValue: rawValue) }
  /// The value spelled so.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// UTF-8.
  public static var storage: ColumnStorage { .text }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> Self {
    Self(rawValue: try String.read(from: &row))
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) { try rawValue.write(to: &row) }
  /// The text.
  public var sqlValue: SQLValue { .text(rawValue) }
}

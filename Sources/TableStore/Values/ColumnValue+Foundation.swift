public import Foundation

extension Date: ColumnValue {
  /// Seconds from 1970.
  public static var storage: ColumnStorage { .integer(width: 8, isSigned: true) }
  /// `timestamp`.
  public static var defaultColumnType: ColumnType? { .timestamp }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> Date {
    Date(timeIntervalSince1970: Double(row.nextFixed(Int64.self)))
  }
  /// Writes the next column of a row; fractions of a second are cut off.
  public func write(to row: inout RowWriter) throws(StoreError) { try row.append(integer: Int128(wholeSeconds)) }
  /// Seconds from 1970; a time between two seconds lies between them.
  public func stored(in column: ColumnDefinition) -> StoredValue {
    let seconds = Int128(wholeSeconds)
    return timeIntervalSince1970 == Double(wholeSeconds) ? .number(seconds) : .above(seconds)
  }
  /// `YYYY-MM-DD HH:MM:SS`, UTC.
  public var sqlValue: SQLValue { .text(SQLText.time(seconds: wholeSeconds)) }

  /// Seconds from 1970, rounded down; what is no time at all lies beyond every column's range.
  var wholeSeconds: Int64 {
    let seconds = timeIntervalSince1970.rounded(.down)
    return Int64(exactly: seconds) ?? (seconds > 0 ? .max : .min)
  }
  /// This time without fractions of a second, as a column holds it.
  var cutToSeconds: Date { Date(timeIntervalSince1970: Double(wholeSeconds)) }
}

extension CalendarDate: ColumnValue {
  /// Days from 1970.
  public static var storage: ColumnStorage { .integer(width: 4, isSigned: true) }
  /// `date`.
  public static var defaultColumnType: ColumnType? { .date }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> CalendarDate {
    CalendarDate(days: row.nextFixed(Int32.self))
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) { try row.append(integer: Int128(days)) }
  /// Days from 1970.
  public func stored(in column: ColumnDefinition) -> StoredValue { .number(Int128(days)) }
  /// `YYYY-MM-DD`.
  public var sqlValue: SQLValue { .text(description) }
}

extension Decimal: ColumnValue {
  /// Scaled by the column's type.
  public static var storage: ColumnStorage { .decimal }
  /// Reads the next column of a row.
  public static func read(from row: inout RowReader) throws(StoreError) -> Decimal {
    let scale = row.nextDecimalScale
    let digits = row.nextFixed(Int128.self)
    guard let value = Decimal(digits: digits, scale: scale) else { throw row.damaged }
    return value
  }
  /// Writes the next column of a row; more digits behind the point than the column has are refused.
  public func write(to row: inout RowWriter) throws(StoreError) {
    let column = row.column
    guard case .decimal(_, let scale) = column.type else { preconditionFailure("column \(column.name): no decimal") }
    let text = description
    guard let digits = text.withUTF8Bytes({ SQLText.scaled($0, scale: scale) }),
      Decimal(digits: digits, scale: scale) == self
    else { throw column.failure(row.schema, "does not fit \(column.type.sqlName) exactly", text) }
    try row.append(scaled: digits)
  }
  /// The number without its point; what is no number lies beyond every column's range.
  public func stored(in column: ColumnDefinition) -> StoredValue {
    isNaN ? .above(.max - 2) : sqlValue.stored(in: column)
  }
  /// The number's digits.
  public var sqlValue: SQLValue { .text(description) }
}

extension Decimal {
  /// The decimal of digits without their point; `nil` when it has more of them than a decimal holds.
  init?(digits: Int128, scale: Int) {
    guard var magnitude = UInt64(exactly: digits.magnitude) else {
      self.init(string: SQLText.decimal(digits, scale: scale), locale: nil)
      return
    }
    // Zero with a sign is no number.
    guard magnitude > 0 else {
      self = 0
      return
    }
    var exponent = -scale
    while exponent < 0 {
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      (magnitude, exponent) = (quotient, exponent + 1)
    }
    self.init(sign: digits < 0 ? .minus : .plus, exponent: exponent, significand: Decimal(magnitude))
  }
}

extension RowReader {
  /// The scale of the next column, which is a decimal.
  fileprivate var nextDecimalScale: Int {
    let schema = schema._withUnsafeGuaranteedRef { $0 }
    guard case .decimal(_, let scale) = schema.columns[schema.layout.stored[bit]].type else {
      preconditionFailure("table \(schema.name): column \(bit) is no decimal")
    }
    return scale
  }
}

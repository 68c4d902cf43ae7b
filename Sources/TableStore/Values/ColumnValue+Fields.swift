public import Foundation

/// A column's value as it lies in a row or an index entry: lent, and gone when the call that gives it returns.
extension RowReader.Field {
  /// The number that stands for the value; `nil` for NULL, text and bytes.
  @inlinable public var number: Int128? {
    switch self {
    case .integer(let number), .decimal(let number): number
    case .null, .text, .bytes: nil
    }
  }

  /// The value as text; `nil` for other kinds.
  @inlinable public var string: String? {
    guard case .text(let bytes, let isPacked) = self else { return nil }
    return String(field: bytes, isPackedUUID: isPacked)
  }
}

extension StoreError {
  /// A field that is of another kind than its column: stored bytes do not follow the schema.
  @usableFromInline static func wrongField(_ column: ColumnDefinition) -> StoreError {
    StoreError(.damaged, "a stored value is of another kind than its column; run blazz verify", column: column.name)
  }
}

extension IntegerColumnValue {
  /// The number.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Self {
    guard let number = field.number, let value = Self(exactly: number) else { throw .wrongField(column()) }
    return value
  }
}

extension Bool {
  /// Whether the number is not 0.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Bool {
    guard let number = field.number else { throw .wrongField(column()) }
    return number != 0
  }
}

extension String {
  /// The text.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> String {
    guard let text = field.string else { throw .wrongField(column()) }
    return text
  }
}

extension [UInt8] {
  /// A copy of the bytes.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> [UInt8] {
    guard case .bytes(let bytes) = field else { throw .wrongField(column()) }
    return [UInt8](bytes)
  }
}

extension ID {
  /// The id with the number.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> ID {
    guard let number = field.number, let id = UInt64(exactly: number) else { throw .wrongField(column()) }
    return ID(id)
  }
}

extension Date {
  /// The time with these seconds.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Date {
    guard let number = field.number else { throw .wrongField(column()) }
    return Date(timeIntervalSince1970: Double(number))
  }
}

extension CalendarDate {
  /// The day with this number.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> CalendarDate {
    guard let number = field.number, let days = Int32(exactly: number) else { throw .wrongField(column()) }
    return CalendarDate(days: days)
  }
}

extension Decimal {
  /// The digits with the column's point among them.
  public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Decimal {
    let column = column()
    guard let number = field.number, case .decimal(_, let scale) = column.type,
      let value = Decimal(digits: number, scale: scale)
    else { throw .wrongField(column) }
    return value
  }
}

extension EnumColumnValue {
  /// The case with the number.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Self {
    guard let number = field.number, number >= 1, let place = Int(exactly: number), place <= allCases.count else {
      throw .wrongField(column())
    }
    return allCases[allCases.index(allCases.startIndex, offsetBy: place - 1)]
  }
}

extension TextColumnValue {
  /// The value spelled so.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Self { Self(rawValue: try String.make(field, column())) }
}

extension JSON {
  /// The text.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> JSON { JSON(text: try String.make(field, column())) }
}

extension Optional where Wrapped: ColumnValue {
  /// `nil` for NULL, or the value.
  @inlinable public static func make(
    _ field: RowReader.Field, _ column: @autoclosure () -> ColumnDefinition
  ) throws(StoreError) -> Wrapped? {
    if case .null = field { return nil }
    return try Wrapped.make(field, column())
  }
}

public import Foundation

/// A number of rows, a sum, a least, largest or average value: what is made of all rows of a group.
///
/// ```swift
/// let totals = try db.billingTransactions.group(by: \.entityType).aggregate(.count, .sum(\.amount), .max(\.createdAt))
/// for (type, (count, sum, latest)) in totals { … }
/// ```
public struct Aggregate<Row: Table, Output>: Sendable {
  let kind: AggregateKind
  let output: @Sendable (AggregateState, TableSchema) throws -> Output
}

/// What is made of a group's rows, without types.
enum AggregateKind: Sendable {
  case count
  case countWhere(Filter)
  case sum(Int)
  case least(Int)
  case largest(Int)

  /// The columns that it reads.
  var columns: ColumnSet {
    switch self {
    case .count: ColumnSet()
    case .countWhere(let filter): filter.columns
    case .sum(let column), .least(let column), .largest(let column): ColumnSet([column])
    }
  }
}

extension Aggregate where Output == Int {
  /// The number of rows.
  public static var count: Aggregate { Aggregate(kind: .count) { state, _ in state.count } }

  /// The number of rows for which a condition is true too.
  public static func count(where condition: (Row.Columns) -> Condition<Row>) -> Aggregate {
    Aggregate(kind: .countWhere(condition(Row.columns).filter)) { state, _ in state.count }
  }
}

extension Aggregate {
  /// The sum of a column, exact; `nil` where every value is NULL.
  public static func sum<Value: SummableColumnValue>(
    _ column: KeyPath<Row.Columns, Column<Row, Value>>
  ) -> Aggregate<Row, Decimal?> where Output == Decimal? {
    let ordinal = Row.columns[keyPath: column].ordinal
    return Aggregate(kind: .sum(ordinal)) { state, schema in
      state.count == 0 ? nil : schema.columns[ordinal].decimal(state.sum)
    }
  }

  /// The average of a column, with four digits more behind the point than the column has, rounded half away from zero as
  /// MySQL does (`div_precision_increment`); `nil` where every value is NULL.
  public static func average<Value: SummableColumnValue>(
    _ column: KeyPath<Row.Columns, Column<Row, Value>>
  ) -> Aggregate<Row, Decimal?> where Output == Decimal? {
    let ordinal = Row.columns[keyPath: column].ordinal
    return Aggregate(kind: .sum(ordinal)) { state, schema in
      guard state.count > 0 else { return nil }
      let (digits, overflow) = state.sum.multipliedReportingOverflow(by: 10_000)
      guard !overflow else { throw StoreError.sumTooLarge(schema.columns[ordinal], schema) }
      let count = Int128(state.count)
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: count)
      let rounded = rest.magnitude * 2 >= count.magnitude ? quotient + (digits < 0 ? -1 : 1) : quotient
      return schema.columns[ordinal].decimal(rounded, moreDigits: 4)
    }
  }

  /// The least value of a column, NULL aside; `nil` where every value is NULL.
  public static func min<Value>(
    _ column: KeyPath<Row.Columns, Column<Row, Value>>
  ) -> Aggregate<Row, Value?> where Output == Value? {
    let ordinal = Row.columns[keyPath: column].ordinal
    return Aggregate(kind: .least(ordinal)) { state, schema in try state.best.value(schema.columns[ordinal]) }
  }

  /// The largest value of a column; `nil` where every value is NULL.
  public static func max<Value>(
    _ column: KeyPath<Row.Columns, Column<Row, Value>>
  ) -> Aggregate<Row, Value?> where Output == Value? {
    let ordinal = Row.columns[keyPath: column].ordinal
    return Aggregate(kind: .largest(ordinal)) { state, schema in try state.best.value(schema.columns[ordinal]) }
  }
}

/// A column type whose values can be added up.
public protocol SummableColumnValue: ColumnValue {}

extension Int8: SummableColumnValue {}
extension UInt8: SummableColumnValue {}
extension Int32: SummableColumnValue {}
extension UInt32: SummableColumnValue {}
extension Int64: SummableColumnValue {}
extension UInt64: SummableColumnValue {}
extension Bool: SummableColumnValue {}
extension Decimal: SummableColumnValue {}
extension Optional: SummableColumnValue where Wrapped: SummableColumnValue {}

extension StoredValue {
  /// The value of a column; `nil` for NULL.
  func value<Value: ColumnValue>(_ column: ColumnDefinition) throws -> Value? {
    switch self {
    case .null: nil
    case .number(let number), .above(let number):
      try Value.make(column.storage == .decimal ? .decimal(number) : .integer(number), column)
    case .text(let text):
      try text.withUTF8Bytes { bytes throws(StoreError) in try Value.make(.text(bytes, isPackedUUID: false), column) }
    case .bytes(let bytes): try bytes.withUnsafeBytes { try Value.make(.bytes($0), column) }
    }
  }
}

extension ColumnDefinition {
  /// A sum of this column's numbers as a decimal.
  fileprivate func decimal(_ digits: Int128, moreDigits: Int = 0) -> Decimal? {
    var scale = moreDigits
    if case .decimal(_, let own) = type { scale += own }
    return Decimal(digits: digits, scale: scale)
  }
}

extension StoreError {
  static func sumTooLarge(_ column: ColumnDefinition, _ schema: TableSchema) -> StoreError {
    StoreError(.invalidValue, "the sum has more than 38 digits", table: schema.name, column: column.name)
  }
}

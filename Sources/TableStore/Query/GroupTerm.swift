public import Foundation

/// What rows are gathered by: a column, or the day of one that is a time.
struct GroupTerm: Hashable, Sendable {
  let column: Int
  /// For the day of a time: how many seconds the place lies ahead of UTC.
  var zone: Int?

  init(_ column: Int, day zone: Int? = nil) { (self.column, self.zone) = (column, zone) }

  init<Row, Value>(_ key: some GroupingExpression<Row, Value>) {
    let (column, zone) = key.grouping
    self.init(column, day: zone)
  }

  /// The number that rows which belong together share, of a value of the column.
  @inline(__always)
  func number(_ value: Int128) -> Int128 {
    guard let zone else { return value }
    let seconds = Int64(truncatingIfNeeded: value) &+ Int64(zone)
    return Int128(seconds / Self.secondsOfDay - (seconds % Self.secondsOfDay < 0 ? 1 : 0))
  }

  /// The first number behind those of the day that a time is in.
  func end(ofGroupOf time: Int128) -> Int128 { (number(time) + 1) * Int128(Self.secondsOfDay) - Int128(zone ?? 0) }

  private static let secondsOfDay: Int64 = 86_400
}

/// What a query's rows can be grouped by: a column, `\.status`, or the day of a time, `\.createdAt.day`.
public protocol GroupingExpression<Row, Value> {
  /// The table.
  associatedtype Row
  /// What the rows of a group share.
  associatedtype Value
  /// The column's ordinal, and the zone whose day is meant; `nil` for the column itself.
  var grouping: (column: Int, zone: Int?) { get }
  /// The value of a group.
  func value(ofGroup stored: StoredValue) throws -> Value
}

extension Column: GroupingExpression {
  /// The column itself.
  public var grouping: (column: Int, zone: Int?) { (ordinal, nil) }

  /// The column's value in a group.
  public func value(ofGroup stored: StoredValue) throws -> Value {
    if stored == .null { return try Value.make(.null, definition) }
    guard let value: Value = try stored.value(definition) else { throw StoreError.wrongField(definition) }
    return value
  }
}

/// The calendar day of a time: MySQL's `DATE(column)`.
public struct DayOfTime<Row, Value>: GroupingExpression {
  /// The column and its zone.
  public let grouping: (column: Int, zone: Int?)
  private let make: @Sendable (CalendarDate?) -> Value?

  fileprivate init(_ column: Int, _ zone: Int, _ make: @escaping @Sendable (CalendarDate?) -> Value?) {
    grouping = (column, zone)
    self.make = make
  }

  /// The day; NULL's group has none.
  public func value(ofGroup stored: StoredValue) throws -> Value {
    var day: CalendarDate?
    if case .number(let days) = stored { day = Int32(exactly: days).map(CalendarDate.init(days:)) }
    guard let value = make(day) else { throw StoreError(.damaged, "a time has no day; run blazz verify") }
    return value
  }
}

extension Column where Value == Date {
  /// The day of the time, in UTC.
  public var day: DayOfTime<Row, CalendarDate> { self[dayAt: 0] }

  /// The day of the time where clocks are so many seconds ahead of UTC.
  public subscript(dayAt secondsFromGMT: Int) -> DayOfTime<Row, CalendarDate> {
    DayOfTime(ordinal, secondsFromGMT) { $0 }
  }
}

extension Column where Value == Date? {
  /// The day of the time, in UTC; `nil` for NULL.
  public var day: DayOfTime<Row, CalendarDate?> { self[dayAt: 0] }

  /// The day of the time where clocks are so many seconds ahead of UTC; `nil` for NULL.
  public subscript(dayAt secondsFromGMT: Int) -> DayOfTime<Row, CalendarDate?> {
    DayOfTime(ordinal, secondsFromGMT) { .some($0) }
  }
}

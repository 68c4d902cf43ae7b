public import Foundation

/// A query whose rows are gathered in groups that agree in a column or several.
public struct GroupedQuery<Row: Table, Mode: AccessMode, Key> {
  let query: BoundQuery<Row, Mode>
  let ordinals: [Int]
  let makeKey: ([StoredValue]) throws -> Key
}

extension QueryRunning {
  /// Groups of rows that agree in a column, as its collation has it; NULL is a group of its own.
  public func group<Value>(
    by column: KeyPath<Row.Columns, Column<Row, Value>>
  ) -> GroupedQuery<Row, Mode, Value> {
    let column = Row.columns[keyPath: column]
    return GroupedQuery(query: bound, ordinals: [column.ordinal]) { key in try column.value(key[0]) }
  }

  /// Groups of rows that agree in two columns.
  public func group<First, Second>(
    by first: KeyPath<Row.Columns, Column<Row, First>>, _ second: KeyPath<Row.Columns, Column<Row, Second>>
  ) -> GroupedQuery<Row, Mode, (First, Second)> {
    let (first, second) = (Row.columns[keyPath: first], Row.columns[keyPath: second])
    return GroupedQuery(query: bound, ordinals: [first.ordinal, second.ordinal]) { key in
      (try first.value(key[0]), try second.value(key[1]))
    }
  }

  /// Aggregates of all rows.
  ///
  /// ```swift
  /// let (count, newest) = try db.chats.where { $0.contactID == id }.aggregate(.count, .max(\.createdAt))
  /// ```
  public func aggregate<each Output>(_ aggregates: repeat Aggregate<Row, each Output>) throws -> (repeat each Output) {
    try gather(repeat each aggregates)
  }

  func gather<each Output>(_ aggregates: repeat Aggregate<Row, each Output>) throws -> (repeat each Output) {
    let grouping = try bound.grouping(by: [], kinds(repeat each aggregates))
    return try outputs(repeat each aggregates, of: grouping.states[...])
  }

  /// The sum of a column, exact; `nil` where every value is NULL, and of no rows.
  public func sum<Value: SummableColumnValue>(
    _ column: KeyPath<Row.Columns, Column<Row, Value>>
  ) throws -> Decimal? { try aggregate(.sum(column)) }

  /// The average of a column; see `Aggregate.average`.
  public func average<Value: SummableColumnValue>(
    _ column: KeyPath<Row.Columns, Column<Row, Value>>
  ) throws -> Decimal? { try aggregate(.average(column)) }

  /// The least value of a column; `nil` where every value is NULL, and of no rows.
  public func min<Value>(_ column: KeyPath<Row.Columns, Column<Row, Value>>) throws -> Value? {
    try aggregate(.min(column))
  }

  /// The largest value of a column; `nil` where every value is NULL, and of no rows.
  public func max<Value>(_ column: KeyPath<Row.Columns, Column<Row, Value>>) throws -> Value? {
    try aggregate(.max(column))
  }
}

extension GroupedQuery {
  /// The groups in the order of their keys, each with its aggregates.
  public func aggregate<each Output>(
    _ aggregates: repeat Aggregate<Row, each Output>
  ) throws -> [(key: Key, values: (repeat each Output))] {
    try gather(repeat each aggregates)
  }

  func gather<each Output>(
    _ aggregates: repeat Aggregate<Row, each Output>
  ) throws -> [(key: Key, values: (repeat each Output))] {
    let kinds = kinds(repeat each aggregates)
    let grouping = try query.grouping(by: ordinals, kinds)
    return try grouping.ordered.map { key, first in
      let states = grouping.states[first..<first + kinds.count]
      return (try makeKey(key), try outputs(repeat each aggregates, of: states))
    }
  }

  /// The groups in the order of their keys, each with the number of its rows.
  public func count() throws -> [(key: Key, count: Int)] {
    if let counts = try query.countEntries(by: ordinals) {
      return try counts.map { (try makeKey([$0.number.map(StoredValue.number) ?? .null]), $0.count) }
    }
    return try aggregate(.count).map { ($0.key, $0.values) }
  }
}

extension BoundQuery {
  /// Counts by one column that is a number, where an index's entries are all that is looked at.
  fileprivate func countEntries(by ordinals: [Int]) throws -> [(number: Int128?, count: Int)]? {
    guard ordinals.count == 1, query.selection.limit == .max, query.cursor == nil else { return nil }
    var query = self
    query.query.selection.order = []
    let plan = try query.plan(needs: ColumnSet(ordinals))
    guard plan.countsEntries(by: ordinals[0]) else { return nil }
    return try session.watched(.groups([.count], by: ordinals), { plan }) { plan, rowsSent in
      let counts = try session.countEntries(plan, by: ordinals[0])
      rowsSent = counts.count
      return counts
    }
  }

  fileprivate func grouping(by ordinals: [Int], _ kinds: [AggregateKind]) throws -> Grouping {
    var grouping = Grouping(Row.schema, by: ordinals, kinds)
    let needs = kinds.reduce(ColumnSet(ordinals)) { $0.union($1.columns) }
    var query = self
    let selection = query.query.selection
    if selection.limit == .max, selection.offset == 0 { query = query.counting }
    try session.watched(.groups(kinds, by: ordinals), { try query.plan(needs: needs) }) { plan, rowsSent in
      try session.consume(plan, &grouping)
      rowsSent = grouping.groups.count
    }
    return grouping
  }
}

extension Column {
  /// The column's value in a group's key.
  fileprivate func value(_ stored: StoredValue) throws -> Value {
    if stored == .null { return try Value.make(.null, definition) }
    guard let value: Value = try stored.value(definition) else { throw StoreError.wrongField(definition) }
    return value
  }
}

private func kinds<Row, each Output>(_ aggregates: repeat Aggregate<Row, each Output>) -> [AggregateKind] {
  var kinds: [AggregateKind] = []
  repeat kinds.append((each aggregates).kind)
  return kinds
}

private func outputs<Row: Table, each Output>(
  _ aggregates: repeat Aggregate<Row, each Output>, of states: ArraySlice<AggregateState>
) throws -> (repeat each Output) {
  var states = states
  func next<Next>(_ aggregate: Aggregate<Row, Next>) throws -> Next {
    try aggregate.output(states.removeFirst(), Row.schema)
  }
  return (repeat try next(each aggregates))
}

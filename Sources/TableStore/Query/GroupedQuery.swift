public import Foundation

/// A query whose rows are gathered in groups that agree in a column or several, or in the day of a time.
public struct GroupedQuery<Row: Table, Mode: AccessMode, Key> {
  let query: BoundQuery<Row, Mode>
  let terms: [GroupTerm]
  let makeKey: ([StoredValue]) throws -> Key
}

extension QueryRunning {
  /// Groups of rows that agree in a column, as its collation has it, or in the day of a time; NULL is a group of its own.
  ///
  /// ```swift
  /// let chart = try db.chats.where { $0.createdAt >= monday }.group(by: \.createdAt.day).count()
  /// ```
  public func group<Value, Key: GroupingExpression<Row, Value>>(
    by key: KeyPath<Row.Columns, Key>
  ) -> GroupedQuery<Row, Mode, Value> {
    let key = Row.columns[keyPath: key]
    return GroupedQuery(query: bound, terms: [GroupTerm(key)]) { values in try key.value(ofGroup: values[0]) }
  }

  /// Groups of rows that agree in two columns, or in the day of a time and a column.
  public func group<
    First, Second, FirstKey: GroupingExpression<Row, First>, SecondKey: GroupingExpression<Row, Second>
  >(
    by first: KeyPath<Row.Columns, FirstKey>, _ second: KeyPath<Row.Columns, SecondKey>
  ) -> GroupedQuery<Row, Mode, (First, Second)> {
    let (first, second) = (Row.columns[keyPath: first], Row.columns[keyPath: second])
    return GroupedQuery(query: bound, terms: [GroupTerm(first), GroupTerm(second)]) { values in
      (try first.value(ofGroup: values[0]), try second.value(ofGroup: values[1]))
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
    let grouping = try query.grouping(by: terms, kinds)
    return try grouping.ordered.map { key, first in
      let states = grouping.states[first..<first + kinds.count]
      return (try makeKey(key), try outputs(repeat each aggregates, of: states))
    }
  }

  /// The groups in the order of their keys, each with the number of its rows.
  public func count() throws -> [(key: Key, count: Int)] {
    let grouping = try query.grouping(by: terms, [.count])
    return try grouping.ordered.map { key, first in (try makeKey(key), grouping.states[first].count) }
  }
}

extension BoundQuery {
  fileprivate func grouping(by terms: [GroupTerm], _ kinds: [AggregateKind]) throws -> Grouping {
    var grouping = Grouping(Row.schema, by: terms, kinds)
    let needs = kinds.reduce(ColumnSet(terms.map(\.column))) { $0.union($1.columns) }
    var query = self
    let selection = query.query.selection
    if selection.limit == .max, selection.offset == 0 { query = query.counting }
    try session.watched(.groups(kinds, by: terms), { try query.plan(needs: needs) }) { plan, rowsSent in
      if grouping.onlyCounts, plan.countsRuns(by: terms) {
        try session.countRuns(plan, &grouping)
      } else {
        try session.consume(plan, &grouping)
      }
      rowsSent = grouping.groups.count
    }
    return grouping
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

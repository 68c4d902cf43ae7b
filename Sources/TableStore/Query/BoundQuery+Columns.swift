extension QueryRunning {
  /// The number of rows.
  public func count() throws -> Int {
    let bound = bound.counting
    return try bound.session.watched(.count, { try bound.plan(needs: ColumnSet()) }) { plan, rowsSent in
      rowsSent = 1
      return try bound.session.count(plan)
    }
  }

  /// Whether there is a row.
  public func exists() throws -> Bool { try limit(Swift.min(1, bound.query.selection.limit)).count() > 0 }

  /// The primary keys of the rows.
  public func ids() throws -> [Row.Key] {
    try bound.collect([Row.schema.primaryKey]) { fields in try fields.value(0) }
  }

  /// One column of the rows, without reading the others.
  ///
  /// ```swift
  /// let names = try db.contacts.order(by: \.firstName).values(\.firstName)
  /// ```
  public func values<Value>(_ column: KeyPath<Row.Columns, Column<Row, Value>>) throws -> [Value] {
    try bound.collect([Row.columns[keyPath: column].ordinal]) { fields in try fields.value(0) }
  }

  /// Some columns of the rows as tuples, without reading the others.
  ///
  /// ```swift
  /// for (id, phone) in try db.contacts.values(\.id, \.phone) { … }
  /// ```
  public func values<First, Second, each Value>(
    _ first: KeyPath<Row.Columns, Column<Row, First>>, _ second: KeyPath<Row.Columns, Column<Row, Second>>,
    _ others: repeat KeyPath<Row.Columns, Column<Row, each Value>>
  ) throws -> [(First, Second, repeat each Value)] {
    let columns = Row.columns
    var ordinals = [columns[keyPath: first].ordinal, columns[keyPath: second].ordinal]
    repeat ordinals.append(columns[keyPath: each others].ordinal)
    return try bound.collect(ordinals) { fields in
      var place = 1
      func next<Next: ColumnValue>(_: KeyPath<Row.Columns, Column<Row, Next>>) throws -> Next {
        place += 1
        return try fields.value(place)
      }
      return (try fields.value(0) as First, try fields.value(1) as Second, repeat try next(each others))
    }
  }

  /// The different values of a column, in order; NULL is one of them.
  public func distinct<Value>(_ column: KeyPath<Row.Columns, Column<Row, Value>>) throws -> [Value] {
    try group(by: column).aggregate().map(\.key)
  }
}

extension BoundQuery {
  /// The query without an order, where the order does not decide which rows are found.
  var counting: BoundQuery { query.cursor == nil ? refined { $0.selection.order = [] } : self }

  /// What `make` makes of some columns of each row.
  func collect<Element>(_ ordinals: [Int], _ make: @escaping (FieldList) throws -> Element) throws -> [Element] {
    var collector = FieldCollector(ordinals, Row.schema, make)
    try session.watched(.columns(ordinals), { try plan(needs: ColumnSet(ordinals)) }) { plan, rowsSent in
      try session.consume(plan, &collector)
      rowsSent = collector.elements.count
    }
    return collector.elements
  }
}

/// What a query is built on: a query, one that is bound to a read or write, or a table there.
///
/// Each method gives a new query and leaves the old one as it is.
public protocol QueryBuilding<Row> {
  /// The table.
  associatedtype Row: Table
  /// What comes of building.
  associatedtype Refined

  /// The query, changed.
  func refined(_ change: (inout Query<Row>) -> Void) -> Refined
}

extension QueryBuilding {
  /// Rows for which a condition is true too.
  @inlinable public func `where`(_ condition: (Row.Columns) -> Condition<Row>) -> Refined {
    let condition = condition(Row.columns)
    return refined { $0.narrow(condition) }
  }

  /// Rows whose leading columns of an index equal these values, in the index's order. More values than it has columns
  /// are an error when the query is run.
  public func matching(_ index: TableIndex<Row>, _ values: any ColumnValue...) -> Refined {
    matching(index, all: values)
  }

  @usableFromInline func matching(_ index: TableIndex<Row>, all values: [any ColumnValue]) -> Refined {
    let parts = index.definition.parts
    guard values.count <= parts.count else {
      return refined {
        $0.selection.misuse =
          "\(index.definition.name) has \(parts.count) columns, and \(values.count) values are given"
      }
    }
    let columns = Row.schema.columns
    let filters = zip(parts, values).map { part, value -> Filter in
      let stored = value.stored(in: columns[part.column])
      if stored == .null { return columns[part.column].isNullable ? .isNull(part.column) : .constant(false) }
      return .compare(part.column, columns[part.column], .equal, stored)
    }
    return refined {
      for filter in filters { $0.selection.narrow(filter) }
      $0.selection.order = parts.map { OrderTerm($0.column) }
    }
  }

  /// In the order of a column, behind the orders given before. The primary key settles ties, in the same direction.
  ///
  /// - Parameters:
  ///   - column: the column: `\.createdAt`.
  ///   - direction: which way.
  ///   - locale: the language whose order text has, as ICU names it: "sv", "de@collation=phonebook"; without it the
  ///     column's collation counts, as in MySQL.
  @inlinable public func order<Value>(
    by column: KeyPath<Row.Columns, Column<Row, Value>>, _ direction: Direction = .ascending, locale: String? = nil
  ) -> Refined {
    let ordinal = Row.columns[keyPath: column].ordinal
    return refined { $0.selection.order.append(OrderTerm(ordinal, direction, locale: locale)) }
  }

  /// In the order of an index's columns; those of a full-text index, which gives no order, are sorted by.
  @inlinable public func order(by index: TableIndex<Row>, _ direction: Direction = .ascending) -> Refined {
    refined { query in
      for part in index.definition.parts { query.selection.order.append(OrderTerm(part.column, direction)) }
    }
  }

  /// In the order of the primary key. Without any order, rows that fulfil a condition come as they are quickest to find.
  @inlinable public func orderedByKey(_ direction: Direction = .ascending) -> Refined {
    refined { $0.selection.order.append(OrderTerm(Row.schema.primaryKey, direction)) }
  }

  /// In the opposite order; without any order, the latest primary key first.
  public func reversed() -> Refined {
    refined { query in
      if query.selection.order.isEmpty {
        query.selection.order = [OrderTerm(Row.schema.primaryKey, .descending)]
        return
      }
      for place in query.selection.order.indices {
        let direction = query.selection.order[place].direction
        query.selection.order[place].direction = direction == .ascending ? .descending : .ascending
      }
    }
  }

  /// At most so many rows.
  @inlinable public func limit(_ count: Int) -> Refined { refined { $0.selection.limit = max(0, count) } }

  /// Without the first so many rows. They are walked nevertheless: `page(_:after:)` is quicker far down.
  @inlinable public func offset(_ count: Int) -> Refined { refined { $0.selection.offset = max(0, count) } }

  /// Rows that are marked as deleted too.
  @inlinable public func withDeleted() -> Refined { refined { $0.selection.includesDeleted = true } }

  /// Allows an order that takes sorting so many rows; 100,000 unless it is said.
  public func allowSort(limit: Int) -> Refined { refined { $0.selection.sortLimit = limit } }

  /// Uses this index and no other, whatever it costs; for tests and for those who know better than the planner.
  ///
  /// One that cannot answer the query, because it is searched or has not all rows that are asked for, is an error when
  /// the query is run.
  public func using(_ index: TableIndex<Row>) -> Refined { refined { $0.selection.index = index.definition.id } }
}

extension TableIndex {
  /// Values of the index's columns as these store them; none when there are more than columns.
  @usableFromInline func stored(_ values: [any ColumnValue]) -> [StoredValue] {
    guard values.count <= definition.parts.count else { return [] }
    let columns = Row.schema.columns
    return zip(definition.parts, values).map { part, value in value.stored(in: columns[part.column]) }
  }
}

/// A query in a read or a write: what it asks for can be fetched.
///
/// ```swift
/// let inbox = try db.chats.where { $0.contactID == id }.order(by: Chat.timeline, .descending).limit(50).all()
/// ```
public struct BoundQuery<Row: Table, Mode: AccessMode> {
  @usableFromInline let session: Session
  @usableFromInline let table: StoredTable
  @usableFromInline let reach: Reach
  @usableFromInline var query: Query<Row>
  /// Where this is one of many questions that differ in values alone: how the last of them was answered.
  @usableFromInline var repetition: Repetition?

  @inlinable init(_ session: Session, _ table: StoredTable, _ reach: Reach, _ query: Query<Row>) {
    (self.session, self.table, self.reach, self.query) = (session, table, reach, query)
  }
}

/// A table, or a query of it, in a read or a write.
public protocol QueryRunning<Row, Mode>: QueryBuilding where Refined == BoundQuery<Row, Mode> {
  /// Whether it may change what it finds.
  associatedtype Mode: AccessMode

  /// The query that is run.
  var bound: BoundQuery<Row, Mode> { get }
}

extension BoundQuery: QueryRunning {
  /// This query, changed.
  @inlinable public func refined(_ change: (inout Query<Row>) -> Void) -> BoundQuery {
    var bound = self
    change(&bound.query)
    return bound
  }

  /// Itself.
  @inlinable public var bound: BoundQuery { self }
}

extension TableHandle: QueryRunning {
  /// A query of this table.
  @inlinable public func refined(_ change: (inout Query<Row>) -> Void) -> BoundQuery<Row, Mode> {
    bound.refined(change)
  }

  /// All rows of the table.
  @inlinable public var bound: BoundQuery<Row, Mode> {
    var query = Query<Row>()
    query.selection.includesDeleted = includesDeleted
    return BoundQuery(session, table, reach, query)
  }
}

extension Tables {
  /// A query in this read or write.
  public func query<Row: Table>(_ query: Query<Row>) -> BoundQuery<Row, Mode> {
    BoundQuery(session, session.table(Row.schema), reach, query)
  }
}

extension BoundQuery {
  /// The plan for this query.
  ///
  /// - Parameter needs: the columns that are read; `nil` for whole rows.
  func plan(needs: ColumnSet? = nil) throws -> Plan {
    session.requireOpen()
    var selection =
      query.cursor == nil || query.selection.after != nil ? query.selection : try positioned().query.selection
    // All rows, of which nothing is asked, come by primary key.
    if needs == nil, selection.filter == .constant(true), selection.order.isEmpty { selection.isUnordered = false }
    let plan = try session.plan(table, reach, selection, needs: needs, like: repetition?.pattern)
    repetition?.pattern = plan.pattern
    return plan
  }

  @usableFromInline func run(_ visit: (inout RowReader) throws -> Bool) throws {
    guard session.isWatched else { return try session.run(plan(), visit) }
    try session.watched(.rows, { try plan() }) { plan, rowsSent in
      try session.run(plan) { row in
        rowsSent += 1
        return try visit(&row)
      }
    }
  }

  /// Puts the rows behind others.
  @inlinable func append(to rows: inout [Row]) throws {
    try run { row in
      rows.append(try Row(from: &row))
      return true
    }
  }

  /// Room for the rows of a short page; a longer result grows as it is read.
  @usableFromInline var rowsToReserve: Int { query.selection.limit <= 256 ? query.selection.limit : 0 }
}

extension QueryRunning {
  /// The rows.
  @inlinable public func all() throws -> [Row] {
    let bound = bound
    var rows: [Row] = []
    rows.reserveCapacity(bound.rowsToReserve)
    try bound.append(to: &rows)
    return rows
  }

  /// The first row; `nil` when there is none.
  @inlinable public func first() throws -> Row? {
    var bound = bound
    bound.query.selection.limit = Swift.min(1, bound.query.selection.limit)
    return try bound.all().first
  }

  /// The first row.
  ///
  /// - Throws: `.notFound` when there is none.
  @inlinable public func one() throws -> Row {
    guard let row = try first() else {
      throw StoreError(.notFound, "no row is what was asked for", table: Row.schema.name)
    }
    return row
  }

  /// Visits the rows one by one, in constant memory. In a write they are all read first, so that `body` may change
  /// the table that it walks.
  @inlinable public func forEach(_ body: (Row) throws -> Void) throws {
    guard Mode.self == Reading.self else { return try all().forEach(body) }
    try bound.run { row in
      try body(try Row(from: &row))
      return true
    }
  }
}

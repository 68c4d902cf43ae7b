/// A read of one table in the order of its primary key or of an index.
///
/// ```swift
/// let inbox = try db.chats.order(by: Chat.timeline, .descending).limit(50).all()
/// let sent = try db.chats.matching(Chat.participants, contact.id, "sent").count()
/// ```
public struct Query<Row: Table, Mode: AccessMode> {
  let session: Session
  let table: StoredTable
  let reach: Reach
  var request: ScanRequest

  /// At most so many rows.
  public func limit(_ count: Int) -> Query { with { $0.limit = max(0, count) } }

  /// Rows that are marked as deleted too.
  public func withDeleted() -> Query { with { $0.includesDeleted = true } }

  /// In this direction.
  public func order(_ direction: Direction) -> Query { with { $0.direction = direction } }

  /// Rows whose next column of the index lies between two values, both included.
  public func between(_ lower: some ColumnValue, _ upper: some ColumnValue) -> Query {
    from(lower).through(upper)
  }

  /// Rows whose next column of the index is at least `value`.
  public func from(_ value: some ColumnValue) -> Query { with { $0.lower = value.sqlValue } }

  /// Rows whose next column of the index is at most `value`; NULL is below every value.
  public func through(_ value: some ColumnValue) -> Query { with { $0.upper = value.sqlValue } }

  private func with(_ change: (inout ScanRequest) -> Void) -> Query {
    var query = self
    change(&query.request)
    return query
  }
}

extension Query {
  /// The rows.
  @inlinable public func all() throws -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(rowsToReserve)
    try scan { row in
      rows.append(try Row(from: &row))
      return true
    }
    return rows
  }

  /// Room for the rows of a short page; a longer result grows as it is read.
  @usableFromInline var rowsToReserve: Int { request.limit <= 256 ? request.limit : 0 }

  @usableFromInline func scan(_ visit: (inout RowReader) throws -> Bool) throws {
    try session.scan(table, reach, request, visit)
  }

  /// The first row.
  public func first() throws -> Row? { try limit(min(1, request.limit)).all().first }

  /// The number of rows.
  public func count() throws -> Int {
    var count = 0
    try session.scan(table, reach, request) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Visits the rows one by one, in constant memory. In a write they are all read first, so that `body` may change
  /// the table that it walks.
  public func forEach(_ body: (Row) throws -> Void) throws {
    guard Mode.self == Reading.self else { return try all().forEach(body) }
    try session.scan(table, reach, request) { row in
      try body(try Row(from: &row))
      return true
    }
  }
}

extension ScanRequest {
  /// Sets the leading columns' values; the tenant's own column becomes the scope where the key holds it as such.
  mutating func setEqual(_ values: [any ColumnValue], of index: IndexDefinition, _ schema: TableSchema) {
    precondition(values.count <= index.parts.count, "\(index.name) has \(index.parts.count) columns")
    let scopeColumn = self.index?.hasScope == true ? schema.layout.scopeInKey : nil
    for (part, value) in zip(index.parts, values) {
      guard part.column == scopeColumn else {
        equal.append(value.sqlValue)
        continue
      }
      scope = Scope(value.sqlValue)
      // Rows of nobody hold 0 where they cannot hold NULL.
      if scope == .tenant(0), !schema.columns[part.column].isNullable { scope = .system }
    }
  }
}

extension Scope {
  /// The scope that a value of the tenant's column names; what is no tenant's number names one that nobody has.
  fileprivate init(_ value: SQLValue) {
    switch value {
    case .null: self = .system
    case .integer(let number): self = .tenant(UInt64(exactly: number) ?? .max)
    case .text(let text): self = .tenant(UInt64(text) ?? .max)
    case .bool, .bytes: self = .tenant(.max)
    }
  }
}

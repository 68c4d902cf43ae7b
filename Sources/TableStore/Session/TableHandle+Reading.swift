internal import LMDB

extension TableHandle {
  /// The row with this primary key; `nil` when there is none within reach, or only a deleted one.
  @inlinable public func get(_ key: Row.Key) throws -> Row? {
    var found: Row?
    try fetch(key) { row in found = try Row(from: &row) }
    return found
  }

  /// Lends the row with this primary key, when there is one that a read may see.
  @usableFromInline func fetch(_ key: Row.Key, _ body: (inout RowReader) throws -> Void) throws {
    session.requireOpen()
    guard let scope = try locate(key) else { return }
    let deletedColumn = includesDeleted ? nil : table.schema.softDeleteColumn
    _ = try session.withRow(table, scope: scope, integer: key.keyInteger ?? 0) { row in
      if let deletedColumn, row.isNull(column: deletedColumn) == false { return }
      try body(&row)
    }
  }

  /// The row with this primary key.
  ///
  /// - Throws: `.notFound` when there is none within reach.
  public func require(_ key: Row.Key) throws -> Row {
    guard let row = try get(key) else { throw StoreError.noRow(table.schema, key.sqlValue.messageText) }
    return row
  }

  /// The row with these values in a unique index.
  ///
  /// ```swift
  /// let contact = try db.contacts.find(Contact.byUUID, "9dc6757d-7a35-4297-8ddc-745521748086")
  /// ```
  public func find(_ index: TableIndex<Row>, _ values: any ColumnValue...) throws -> Row? {
    precondition(index.definition.kind == .unique, "\(index.definition.name) is no unique index")
    return try matching(index, values).first()
  }

  /// All rows by primary key.
  public func all() throws -> [Row] { try query.all() }

  /// The number of rows.
  public func count() throws -> Int { try query.count() }

  /// Visits all rows by primary key.
  public func forEach(_ body: (Row) throws -> Void) throws { try query.forEach(body) }

  /// All rows in the order of an index.
  public func order(by index: TableIndex<Row>, _ direction: Direction = .ascending) -> Query<Row, Mode> {
    var query = query
    query.request.index = layout(index)
    query.request.direction = direction
    return query
  }

  /// The rows whose leading columns of an index equal these values, in the index's order.
  public func matching(_ index: TableIndex<Row>, _ values: any ColumnValue...) -> Query<Row, Mode> {
    matching(index, values)
  }

  private func matching(_ index: TableIndex<Row>, _ values: [any ColumnValue]) -> Query<Row, Mode> {
    var query = order(by: index)
    query.request.setEqual(values, of: index.definition, table.schema)
    return query
  }

  private func layout(_ index: TableIndex<Row>) -> IndexLayout {
    guard let layout = table.schema.layout(of: index.definition.id) else {
      preconditionFailure("\(index.definition.name) is a full-text index: it is searched, not read in order")
    }
    return layout
  }

  private var query: Query<Row, Mode> {
    var request = ScanRequest()
    request.includesDeleted = includesDeleted
    return Query(session: session, table: table, reach: reach, request: request)
  }

  /// Puts the row's key into the session's buffer and says whose it is; `nil` when it is known to be out of reach.
  func locate(_ key: Row.Key) throws -> Scope? {
    let scope: Scope
    if !table.schema.isScoped {
      scope = .global
    } else if case .tenant(let tenant) = reach {
      scope = .tenant(tenant)
    } else {
      guard let found = try key.withElement({ try session.locate(table, element: $0) }) else { return nil }
      scope = found
    }
    if let integer = key.keyInteger {
      session.makeRowKey(scope, integer: integer)
    } else {
      key.withElement { session.makeRowKey(scope, element: $0) }
    }
    return scope
  }

}

extension PrimaryKeyValue {
  /// Lends the key as an element.
  func withElement<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    let element = ByteBuffer(capacity: 32)
    if let integer = keyInteger {
      element.appendKey(integer)
    } else if case .text(let text) = sqlValue {
      text.withUTF8Bytes {
        element.appendKey(text: $0, prefix: nil, budget: KeyLimits.textPrimaryKey)
      }
    }
    return try withExtendedLifetime(element) { try body(element.bytes) }
  }
}

extension StoreError {
  static func noRow(_ schema: TableSchema, _ key: String) -> StoreError {
    StoreError(
      .notFound, "there is no such row", table: schema.name, column: schema.columns[schema.primaryKey].name, value: key)
  }
}

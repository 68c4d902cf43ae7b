internal import LMDB

extension TableHandle {
  /// The row with this primary key; `nil` when there is none within reach, or only a deleted one.
  @inlinable public func get(_ key: Row.Key) throws -> Row? {
    var found: Row?
    try session.fetch(table, reach, includesDeleted: includesDeleted, key.keyParts) { row in
      found = try Row(from: &row)
    }
    return found
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
  @inlinable public func find(_ index: TableIndex<Row>, _ values: any ColumnValue...) throws -> Row? {
    guard index.definition.kind == .unique else {
      throw StoreError(.invalidValue, "\(index.definition.name) is no unique index", table: Row.schema.name)
    }
    var found: Row?
    let isTold = try session.find(
      table, reach, includesDeleted: includesDeleted, index: index.definition.id, index.stored(values)
    ) { row in found = try Row(from: &row) }
    return isTold ? found : try matching(index, all: values).first()
  }

  /// Puts the row's key into the session's buffer and says whose it is; `nil` when it is known to be out of reach.
  func locate(_ key: Row.Key) throws -> Scope? { try session.locate(table, reach, key.keyParts) }
}

extension StoreError {
  static func noRow(_ schema: TableSchema, _ key: String) -> StoreError {
    StoreError(
      .notFound, "there is no such row", table: schema.name, column: schema.columns[schema.primaryKey].name, value: key)
  }
}

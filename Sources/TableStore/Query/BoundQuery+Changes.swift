extension QueryRunning where Mode == Writing {
  /// Changes every row that the query finds, in place; they are found first, so that a change does not find its own rows.
  ///
  /// ```swift
  /// try db.chats.where { $0.contactID == id && !$0.isRead }.update { $0.isRead = true }
  /// ```
  /// - Returns: the number of rows.
  /// - Throws: what `TableHandle.update` throws; rows before the one that failed stay changed until the transaction is
  ///   abandoned, which it is when the error leaves its closure.
  @discardableResult
  public func update(_ change: (inout Row) throws -> Void) throws -> Int {
    let (handle, keys) = try bound.changing()
    for key in keys { try handle.update(key, change) }
    return keys.count
  }

  /// Deletes every row that the query finds: marks it where the table has `deleted_at`, erases it otherwise.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func delete() throws -> Int {
    let (handle, keys) = try bound.changing()
    var count = 0
    for key in keys where try handle.delete(key) { count += 1 }
    return count
  }

  /// Removes every row that the query finds for good, and what refers to them as the foreign keys say.
  ///
  /// - Returns: the number of rows that the query found and that were still there when it was their turn.
  @discardableResult
  public func erase() throws -> Int {
    let (handle, keys) = try bound.changing()
    var count = 0
    for key in keys where try handle.erase(key) { count += 1 }
    return count
  }
}

extension BoundQuery where Mode == Writing {
  fileprivate func changing() throws -> (handle: TableHandle<Row, Writing>, keys: [Row.Key]) {
    var handle = TableHandle<Row, Writing>(session: session, table: table, reach: reach)
    handle.includesDeleted = query.selection.includesDeleted
    return (handle, try ids())
  }
}

extension TableHandle where Mode == Writing {
  /// The row for which a condition is true, or a new one: "first or create".
  ///
  /// - Returns: the row, and whether it is new.
  public func firstOrInsert(
    _ draft: @autoclosure () -> Row.Draft, where condition: (Row.Columns) -> Condition<Row>
  ) throws -> (row: Row, isNew: Bool) where Row.Draft.Row == Row {
    if let row = try self.where(condition).first() { return (row, false) }
    return (try insert(draft()), true)
  }

  /// Changes the row for which a condition is true, or stores a new one.
  ///
  /// - Returns: the row as it is stored, and whether it is new.
  @discardableResult
  public func upsert(
    _ draft: @autoclosure () -> Row.Draft, where condition: (Row.Columns) -> Condition<Row>,
    update change: (inout Row) throws -> Void
  ) throws -> (row: Row, isNew: Bool) where Row.Draft.Row == Row {
    guard let row = try self.where(condition).first() else { return (try insert(draft()), true) }
    return (try update(row.primaryKey, change), false)
  }
}

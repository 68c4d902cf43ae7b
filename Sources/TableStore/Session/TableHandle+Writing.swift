internal import Foundation
internal import LMDB

extension TableHandle where Mode == Writing {
  /// The session, which writes.
  var write: WriteSession {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    return session
  }

  /// Stores a new row and returns it as it is stored, with what the store filled in.
  ///
  /// - Throws: `.invalidValue`, `.duplicate`, `.missingReference` or `.crossesScope`; nothing is stored then.
  @discardableResult
  public func insert(_ draft: Row.Draft) throws -> Row where Row.Draft.Row == Row {
    let session = write
    let fill = try fill(session)
    return try insert(draft.row(fill), try session.writer(of: table), session)
  }

  /// Replaces the row that has the same primary key, and returns it as it is stored.
  ///
  /// Columns that follow every update (`updated_at`) are set to the statement's time when `row` leaves them alone.
  /// - Throws: `.notFound` when there is none within reach, `.crossesScope` when it would change its workspace, and
  ///   what `insert` throws.
  @discardableResult
  public func update(_ row: Row) throws -> Row {
    let session = write
    let (writer, place) = try load(row.primaryKey, session)
    try encode(row, writer)
    guard try scope(of: row, writer, session, now: place) == place.scope else {
      throw StoreError(
        .crossesScope, "a row does not change its workspace", table: table.schema.name,
        value: row.primaryKey.sqlValue.messageText)
    }
    try session.replace(writer, at: place, touches: table.schema.touchedColumns)
    return try decode(writer, place)
  }

  /// Changes a row in place and returns it as it is stored.
  @discardableResult
  public func update(_ key: Row.Key, _ change: (inout Row) throws -> Void) throws -> Row {
    var row = try require(key)
    try change(&row)
    // A text key may change its spelling, as far as the collation does not see it.
    let isSame = row.primaryKey.keyParts.withElement { new in key.keyParts.withElement { new.isEqual(to: $0) } }
    guard isSame else {
      throw StoreError(
        .invalidValue, "a row does not change its primary key", table: table.schema.name, value: "\(key)")
    }
    return try update(row)
  }

  /// Deletes a row: marks it in `deleted_at` where the table has that column, and erases it otherwise.
  ///
  /// - Returns: whether there was such a row within reach.
  @discardableResult
  public func delete(_ key: Row.Key) throws -> Bool {
    guard let column = table.schema.softDeleteColumn else { return try erase(key) }
    guard try get(key) != nil else { return false }
    let session = write
    let (writer, place) = try load(key, session)
    writer.copyOldToNew()
    writer.patch(column, session.now.wholeSeconds)
    try session.replace(writer, at: place, touches: table.schema.touchedColumns)
    return true
  }

  /// Removes a row for good, and what refers to it as the foreign keys say.
  ///
  /// - Returns: whether there was such a row within reach.
  /// - Throws: `.stillReferenced` when a foreign key without ON DELETE points to it.
  @discardableResult
  public func erase(_ key: Row.Key) throws -> Bool {
    guard try withDeleted().get(key) != nil else { return false }
    let session = write
    let (writer, place) = try load(key, session)
    try session.erase(writer, at: place, within: reach)
    return true
  }
}

extension TableHandle {
  /// What the store gives to the next draft, or to one behind it.
  func fill(_ session: WriteSession, rowsBefore rows: UInt64 = 0) throws -> DraftFill {
    let key = table.schema.hasIntegerKey ? try session.nextKey(of: table) &+ rows : 0
    return DraftFill(key: key, scope: defaultScope, now: session.now)
  }

  /// Stores a new row as a draft made it.
  func insert(_ row: Row, _ writer: TableWriter, _ session: WriteSession) throws -> Row {
    let place = try begin(row, writer, session)
    try session.insert(writer, at: place, references: .all)
    return try decode(writer, place)
  }

  /// Puts a new row and its key into the writer.
  func begin(_ row: Row, _ writer: TableWriter, _ session: WriteSession) throws -> RowPlace {
    try encode(row, writer)
    let scope = try scope(of: row, writer, session, now: nil)
    writer.setKey(scope, key: row.primaryKey)
    return RowPlace(scope: scope, integer: row.primaryKey.keyInteger ?? 0)
  }

  /// The scope of a row that names none.
  private var defaultScope: Scope {
    if case .tenant(let tenant) = reach { .tenant(tenant) } else { .system }
  }

  private func encode(_ row: Row, _ writer: TableWriter) throws {
    writer.rows.begin()
    try row.write(to: &writer.rows)
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
  }

  func decode(_ writer: TableWriter, _ place: RowPlace) throws -> Row {
    try RowReader.lend(writer.new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      try Row(from: &row)
    }
  }

  /// Whose row this is: by its own column, or by what it inherits from. Another tenant's is refused.
  ///
  /// - Parameter now: where it is before a change; `nil` for a new row.
  private func scope(of row: Row, _ writer: TableWriter, _ session: WriteSession, now: RowPlace?) throws -> Scope {
    let scope =
      switch table.schema.scope {
      case .global: Scope.global
      // An imported row of nobody reads as workspace 0 where the column takes no NULL, and stays nobody's.
      case .workspace: row.ownScope == .tenant(0) && now?.scope == .system ? .system : row.ownScope ?? .system
      case .inherited: try now.map { try session.inheritedScope(writer, now: $0) } ?? session.inheritedScope(writer)
      case .referred: now?.scope ?? defaultScope
      }
    guard reach.includes(scope) else { throw StoreError.foreignRow(table.schema) }
    return scope
  }

  /// Reads the row that is about to change into the table's writer.
  func load(_ key: Row.Key, _ session: WriteSession) throws -> (TableWriter, RowPlace) {
    let writer = try session.writer(of: table)
    guard let scope = try locate(key) else { throw StoreError.noRow(table.schema, key.sqlValue.messageText) }
    writer.setKey(scope, key: key)
    guard try session.loadOld(writer) else { throw StoreError.noRow(table.schema, key.sqlValue.messageText) }
    return (writer, RowPlace(scope: scope, integer: key.keyInteger ?? 0))
  }
}

extension StoreError {
  static func foreignRow(_ schema: TableSchema) -> StoreError {
    StoreError(
      .crossesScope, "the row belongs to another workspace than the one that writes", table: schema.name,
      column: schema.scopeColumn.map { schema.columns[$0].name })
  }
}

extension TableWriter {
  /// Puts the primary key and the row's key into their buffers.
  func setKey<Key: PrimaryKeyValue>(_ scope: Scope, key: Key) {
    if case .text(let text) = key.sqlValue {
      setKey(scope, integer: nil, text: text)
    } else {
      setKey(scope, integer: key.keyInteger, text: nil)
    }
  }
}

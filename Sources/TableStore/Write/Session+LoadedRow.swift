internal import LMDB

/// Where a row comes from, column by column: what a `RowLoader` has as given, by its ordinal.
package typealias LoadedRow = (Int) throws(StoreError) -> LoadedValue

/// What is stored under the primary key of a loaded row.
enum StoredRow {
  case none
  /// A row that agrees in what the loaded one brings.
  case same
  /// Another row, in a scope.
  case other(Scope)
}

extension Session {
  /// Puts a row together in `writer.new` as a dump has it, and says where it belongs. The writer's keys are set.
  ///
  /// - Parameters:
  ///   - now: the time that columns take which the row lacks.
  ///   - nextKey: gives the primary key of a row that has none.
  final func encode(
    _ loader: RowLoader, _ row: LoadedRow, _ writer: TableWriter, now: Int64, nextKey: () throws -> UInt64
  ) throws -> RowPlace {
    try encodeColumns(loader, row, writer, now: now)
    let schema = writer.table.schema
    if loader.makesKeys {
      writer.setKey(.system, integer: try nextKey(), text: nil)
    } else if schema.hasIntegerKey {
      writer.setKey(.system, integer: try loadedKey(schema, row), text: nil)
    } else {
      writer.setKey(.system, integer: nil, text: try loadedTextKey(loader, row))
    }
    let scope = try loadedScope(loader, row, writer)
    writer.setScope(scope)
    loader.key = try writer.table.schema.integer(writer.primaryKey.bytes)
    return RowPlace(scope: scope, integer: loader.key)
  }

  private final func encodeColumns(
    _ loader: RowLoader, _ row: LoadedRow, _ writer: TableWriter, now: Int64
  ) throws(StoreError) {
    loader.altered.removeAll(keepingCapacity: true)
    writer.rows.begin()
    for ordinal in writer.table.schema.layout.stored {
      guard loader.isGiven[ordinal] else {
        try writer.rows.append(loader.fillings[ordinal], now: now)
        continue
      }
      switch try row(ordinal) {
      case .missing: try writer.rows.appendDefault(now: now)
      case .null: try writer.rows.appendNull()
      case .text(let text):
        if try writer.rows.append(sqlText: text, as: loader.conversions[ordinal]) { loader.altered.append(ordinal) }
      }
    }
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
  }

  private final func loadedKey(_ schema: TableSchema, _ row: LoadedRow) throws(StoreError) -> UInt64 {
    guard let key = try number(schema.primaryKey, schema, row), key > 0 else {
      throw schema.columns[schema.primaryKey].failure(schema, "must be a number above 0", nil)
    }
    return key
  }

  private final func loadedTextKey(_ loader: RowLoader, _ row: LoadedRow) throws(StoreError) -> String {
    let schema = loader.schema
    guard loader.isGiven[schema.primaryKey], case .text(let bytes) = try row(schema.primaryKey) else {
      throw schema.columns[schema.primaryKey].failure(schema, "must not be NULL", nil)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whose the row is. What names no tenant, be it NULL, 0 or a column that is not there, belongs to nobody.
  private final func loadedScope(_ loader: RowLoader, _ row: LoadedRow, _ writer: TableWriter) throws -> Scope {
    let schema = loader.schema
    switch schema.scope {
    case .global: return .global
    case .inherited, .referred: return try loadedScope(writer)
    case .workspace:
      guard let column = schema.scopeColumn, loader.isGiven[column], let tenant = try number(column, schema, row),
        tenant > 0
      else { return .system }
      return .tenant(tenant)
    }
  }

  /// A number that lives in the row's key; `nil` for NULL.
  private final func number(
    _ ordinal: Int, _ schema: TableSchema, _ row: LoadedRow
  ) throws(StoreError) -> UInt64? {
    guard case .text(let text) = try row(ordinal) else { return nil }
    let column = schema.columns[ordinal]
    guard let number = column.number(sqlText: text), let key = UInt64(exactly: number),
      column.type.integerRange?.contains(number) ?? true
    else {
      throw column.failure(schema, "is no \(column.type.sqlName)", String(decoding: text.prefix(80), as: UTF8.self))
    }
    return key
  }

  /// What is stored under the primary key of the row in `writer.new`; it comes to `writer.old`.
  final func storedRow(_ loader: RowLoader, _ writer: TableWriter, _ place: RowPlace) throws -> StoredRow {
    let schema = writer.table.schema
    guard let holder = try locate(writer.table, element: writer.primaryKey.bytes) else { return .none }
    writer.setScope(holder)
    guard try loadOld(writer) else { throw StoreError.damagedRow(schema) }
    writer.setScope(place.scope)
    if holder == place.scope, writer.old.bytes.isEqual(to: writer.new.bytes) { return .same }
    // What was made for columns that the row lacks, a UUID or the time, differs from run to run.
    let agrees = try RowReader.lend(writer.old.bytes, schema: schema, scope: holder, key: place.integer) { old in
      try RowReader.lend(writer.new.bytes, schema: schema, scope: place.scope, key: place.integer) { new in
        try loader.agrees(old, new)
      }
    }
    return agrees ? .same : .other(holder)
  }

  /// The error for a primary key that another row has.
  final func keyIsTaken(_ writer: TableWriter, at place: RowPlace, by holder: Scope) throws -> StoreError {
    let schema = writer.table.schema
    return StoreError(
      .duplicate, "the primary key is already there", table: schema.name,
      column: schema.columns[schema.primaryKey].name, constraint: "PRIMARY",
      value: try writer.newValue(schema.primaryKey, at: place).messageText,
      otherKey: try shownKeyText(writer.table, holder, element: writer.primaryKey.bytes))
  }
}

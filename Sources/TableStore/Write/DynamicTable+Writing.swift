internal import LMDB

extension DynamicTable where Mode == Writing {
  /// Stores a row as SQL's INSERT does: columns that are not named take their default, a missing number key the next
  /// AUTO_INCREMENT value, a missing tenant's column the tenant that writes.
  ///
  /// - Parameter values: by column name, in any letter case.
  /// - Returns: the primary key.
  /// - Throws: what `TableHandle.insert` throws; nothing is stored then.
  @discardableResult
  public func insert(_ values: [String: SQLValue]) throws -> SQLValue {
    let (session, writer, values) = try begin(values)
    return try insert(values, session, writer)
  }

  /// Changes columns of a row as SQL's UPDATE does, with ON UPDATE CURRENT_TIMESTAMP where it is declared.
  ///
  /// - Parameters:
  ///   - key: the primary key as SQL would write it.
  ///   - values: by column name, in any letter case.
  /// - Returns: whether there is such a row within reach.
  @discardableResult
  public func update(_ key: String, set values: [String: SQLValue]) throws -> Bool {
    let (session, writer, values) = try begin(values)
    guard let address = try address(of: key) else { return false }
    try update(address, values, session, writer)
    return true
  }

  /// Stores a row, or, where its primary key or a unique index holds its values already, changes that row's named
  /// columns: INSERT … ON DUPLICATE KEY UPDATE with every named column but the primary key.
  ///
  /// - Returns: whether a new row was stored.
  @discardableResult
  public func upsert(_ values: [String: SQLValue]) throws -> Bool {
    let (session, writer, values) = try begin(values)
    guard let address = try holder(values, session, writer) else {
      _ = try insert(values, session, writer)
      return true
    }
    var changes = values
    changes[schema.primaryKey] = nil
    try update(address, changes, session, writer)
    return false
  }

  /// Removes a row for good, and what refers to it as the foreign keys say.
  ///
  /// - Parameter key: the primary key as SQL would write it.
  /// - Returns: whether there was such a row within reach.
  @discardableResult
  public func erase(_ key: String) throws -> Bool {
    let session = try begin([:]).session
    guard let address = try address(of: key) else { return false }
    try session.erase(table, address, within: reach)
    return true
  }
}

extension DynamicTable where Mode == Writing {
  private typealias Values = [Int: SQLValue]

  private func begin(
    _ values: [String: SQLValue]
  ) throws -> (session: WriteSession, writer: TableWriter, values: Values) {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    var found: Values = [:]
    for (name, value) in values {
      guard let ordinal = schema.ordinal(of: name) else {
        throw StoreError(.invalidValue, "there is no such column", table: schema.name, column: name)
      }
      found[ordinal] = try schema.columns[ordinal].textual(value, schema)
    }
    return (session, try session.writer(of: table), found)
  }

  private func insert(_ values: Values, _ session: WriteSession, _ writer: TableWriter) throws -> SQLValue {
    let place = try encode(values, session, writer)
    try session.insert(writer, at: place, references: .all)
    if schema.hasIntegerKey { return .integer(Int128(place.integer)) }
    return .text(try session.keyText(table, place.scope, element: writer.primaryKey.bytes))
  }

  /// Puts a new row together in the writer and says where it belongs.
  private func encode(_ values: Values, _ session: WriteSession, _ writer: TableWriter) throws -> RowPlace {
    writer.rows.begin()
    for ordinal in schema.layout.stored {
      if let value = values[ordinal] {
        try writer.rows.append(sqlValue: value)
      } else {
        try writer.rows.appendDefault(now: session.now.wholeSeconds)
      }
    }
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
    var place = RowPlace(scope: .system, integer: 0)
    if schema.hasIntegerKey {
      place.integer = try number(schema.primaryKey, values) ?? session.nextKey(of: table)
      writer.setKey(.system, integer: place.integer, text: nil)
    } else {
      writer.setKey(.system, integer: nil, text: try writer.newValue(schema.primaryKey, at: place).messageText)
    }
    place.scope = try scope(values, session, writer, now: nil)
    writer.setScope(place.scope)
    return place
  }

  private func update(
    _ address: RowAddress, _ values: Values, _ session: WriteSession, _ writer: TableWriter
  ) throws {
    let place = try session.load(address, into: writer)
    writer.rows.begin()
    try RowReader.lend(writer.old.bytes, schema: schema, scope: place.scope, key: place.integer) { row in
      for ordinal in schema.layout.stored {
        if let value = values[ordinal] {
          try writer.rows.append(sqlValue: value)
        } else {
          try writer.rows.append(field: row.field(ordinal))
        }
      }
    }
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
    try checkKey(values, address, writer)
    guard try scope(values, session, writer, now: place) == place.scope else {
      throw StoreError(.crossesScope, "a row does not change its workspace", table: schema.name)
    }
    // A column that is named keeps what it is given, also when that is what it had.
    let touched = schema.columns.indices.filter { schema.columns[$0].updatesTimestamp && values[$0] == nil }
    try session.replace(writer, at: place, touches: touched)
  }

  private func checkKey(_ values: Values, _ address: RowAddress, _ writer: TableWriter) throws {
    guard let value = values[schema.primaryKey] else { return }
    let key = schema.hasIntegerKey ? try number(schema.primaryKey, values).map { "\($0)" } : value.messageText
    guard let key, try schema.keyElement(sqlText: key).array == address.element else {
      throw StoreError(
        .invalidValue, "a row does not change its primary key", table: schema.name,
        column: schema.columns[schema.primaryKey].name, value: value.messageText)
    }
  }

  /// The row that has the primary key, or the values of a unique index, of a row to be stored.
  private func holder(_ values: Values, _ session: WriteSession, _ writer: TableWriter) throws -> RowAddress? {
    if let value = values[schema.primaryKey], value != .null, let key = try keyText(value, values),
      let address = try address(of: key, anywhere: true)
    {
      return try within(address)
    }
    for index in table.indexes where index.isUnique {
      let filters = index.parts.map { part -> Filter in
        let column = schema.columns[part.column]
        return .compare(part.column, column, .equal, (values[part.column] ?? .null).stored(in: column))
      }
      guard !filters.contains(.constant(nil)) else { continue }
      var found: RowAddress?
      try session.select(table, .everything, Selection(filter: .all(filters), includesDeleted: true)) { row in
        found = try session.address(of: row, table)
        return false
      }
      if let found { return try within(found) }
    }
    return nil
  }

  /// A primary key that fits its column, as SQL would write it.
  private func keyText(_ value: SQLValue, _ values: Values) throws -> String? {
    guard !schema.hasIntegerKey else { return try number(schema.primaryKey, values).map { "\($0)" } }
    return try value.messageText.withUTF8Bytes { utf8 throws(StoreError) in
      String(decoding: try schema.columns[schema.primaryKey].fitted(utf8, schema), as: UTF8.self)
    }
  }

  private func within(_ address: RowAddress) throws -> RowAddress {
    guard reach.includes(address.scope) else {
      throw StoreError(.duplicate, "the value is already there", table: schema.name)
    }
    return address
  }

  private func address(of key: String, anywhere: Bool = false) throws -> RowAddress? {
    let element = try schema.keyElement(sqlText: key)
    defer { withExtendedLifetime(element) {} }
    guard let scope = try session.locate(table, element: element.bytes), anywhere || reach.includes(scope) else {
      return nil
    }
    return RowAddress(scope: scope, element: element.array)
  }

  /// - Parameter now: where the row is before a change; `nil` for a new one.
  private func scope(_ values: Values, _ session: WriteSession, _ writer: TableWriter, now: RowPlace?) throws -> Scope {
    var writing: Scope = .system
    if case .tenant(let tenant) = reach { writing = .tenant(tenant) }
    let scope: Scope
    switch schema.scope {
    case .global: return .global
    case .referred: scope = now?.scope ?? writing
    case .inherited:
      scope = try now.map { try session.inheritedScope(writer, now: $0) } ?? session.inheritedScope(writer)
    case .workspace:
      guard let ordinal = schema.scopeColumn, values[ordinal] != nil else {
        scope = now?.scope ?? writing
        break
      }
      scope = try number(ordinal, values).map(Scope.tenant) ?? .system
    }
    if scope == .system, schema.scope == .workspace, let ordinal = schema.scopeColumn,
      !schema.columns[ordinal].isNullable
    {
      throw schema.columns[ordinal].failure(schema, "must not be NULL", nil)
    }
    guard reach.includes(scope) else { throw StoreError.foreignRow(schema) }
    return scope
  }

  /// A number that lives in the row's key; `nil` for NULL and where none is given.
  private func number(_ ordinal: Int, _ values: Values) throws -> UInt64? {
    let column = schema.columns[ordinal]
    let value = values[ordinal] ?? .null
    guard value != .null else { return nil }
    guard let number = value.messageText.withUTF8Bytes({ column.number(sqlText: $0) }),
      let key = UInt64(exactly: number), column.type.integerRange?.contains(number) ?? true
    else { throw column.failure(schema, "is no \(column.type.sqlName)", value.messageText) }
    return key
  }
}

extension ColumnDefinition {
  /// Bytes as the text that they are, but where the column holds bytes.
  fileprivate func textual(_ value: SQLValue, _ schema: TableSchema) throws(StoreError) -> SQLValue {
    guard case .bytes(let bytes) = value, storage != .bytes else { return value }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw failure(schema, "is not valid UTF-8", "\(bytes.count) bytes")
    }
    return .text(text)
  }
}

extension RowWriter {
  /// Writes the next column from an SQL value.
  mutating func append(sqlValue value: SQLValue) throws(StoreError) {
    switch value {
    case .null: try appendNull()
    case .bool(let bool): try append(sqlLiteral: bool ? "1" : "0")
    case .integer(let integer): try append(sqlLiteral: "\(integer)")
    case .text(let text): try append(sqlLiteral: text)
    case .bytes(let bytes): try bytes.span.bytes.withUnsafeBytes { raw throws(StoreError) in try append(sqlText: raw) }
    }
  }

  private mutating func append(sqlLiteral text: String) throws(StoreError) {
    try text.withUTF8Bytes { utf8 throws(StoreError) in try append(sqlText: utf8) }
  }
}

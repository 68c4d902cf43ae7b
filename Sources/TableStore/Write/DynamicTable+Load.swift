internal import LMDB

/// A column's value in a row that comes from elsewhere.
package enum LoadedValue {
  /// The row does not say: the column's default.
  case missing
  case null
  /// The text that SQL would write, without quotes and escapes; the bytes live during the call.
  case text(UnsafeRawBufferPointer)
}

/// What became of a loaded row.
package enum LoadOutcome {
  case stored
  /// The same row, byte for byte, was there already.
  case alreadyThere
}

extension DynamicTable where Mode == Writing {
  /// Stores a row as a dump has it: nothing is filled in but defaults of missing columns, nothing is touched, and
  /// references are not checked.
  ///
  /// - Parameter value: the value of a column, by its ordinal.
  /// - Throws: `StoreError` when the row cannot be stored; nothing of it is stored then.
  package func load(_ value: (Int) throws(StoreError) -> LoadedValue) throws -> LoadOutcome {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    let writer = session.writer(of: table)
    try encode(value, writer, session)
    let integer = schema.hasIntegerKey ? try key(value) : 0
    if schema.hasIntegerKey {
      writer.setKey(.system, integer: integer, text: nil)
    } else {
      writer.setKey(.system, integer: nil, text: try text(value))
    }
    let scope = try scope(value, writer, session)
    writer.setScope(scope)
    let place = RowPlace(scope: scope, integer: integer)
    if try session.loadOld(writer), writer.old.bytes.isEqual(to: writer.new.bytes) { return .alreadyThere }
    try session.insert(writer, at: place, references: .none)
    return .stored
  }

  private func encode(
    _ value: (Int) throws(StoreError) -> LoadedValue, _ writer: TableWriter, _ session: WriteSession
  ) throws {
    writer.rows.begin()
    for ordinal in schema.layout.stored {
      switch try value(ordinal) {
      case .missing: try writer.rows.appendDefault(now: session.now.wholeSeconds)
      case .null: try writer.rows.append(sqlText: nil)
      case .text(let text): try writer.rows.append(sqlText: text)
      }
    }
    writer.new.removeAll()
    writer.rows.finish(into: writer.new)
  }

  private func key(_ value: (Int) throws(StoreError) -> LoadedValue) throws -> UInt64 {
    guard let key = try number(schema.primaryKey, value), key > 0 else {
      throw schema.columns[schema.primaryKey].failure(schema, "must be a number above 0", nil)
    }
    return key
  }

  private func text(_ value: (Int) throws(StoreError) -> LoadedValue) throws -> String {
    guard case .text(let bytes) = try value(schema.primaryKey) else {
      throw schema.columns[schema.primaryKey].failure(schema, "must not be NULL", nil)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func scope(
    _ value: (Int) throws(StoreError) -> LoadedValue, _ writer: TableWriter, _ session: WriteSession
  ) throws -> Scope {
    switch schema.scope {
    case .global: return .global
    case .inherited, .referred: return try session.loadedScope(writer)
    case .workspace:
      let ordinal = schema.scopeColumn!
      if let tenant = try number(ordinal, value) { return .tenant(tenant) }
      guard schema.columns[ordinal].isNullable else {
        throw schema.columns[ordinal].failure(schema, "must not be NULL", nil)
      }
      return .system
    }
  }

  /// A number that lives in the row's key; `nil` for NULL.
  private func number(_ ordinal: Int, _ value: (Int) throws(StoreError) -> LoadedValue) throws -> UInt64? {
    guard case .text(let text) = try value(ordinal) else { return nil }
    let column = schema.columns[ordinal]
    guard let number = column.number(sqlText: text), let key = UInt64(exactly: number),
      column.type.integerRange?.contains(number) ?? true
    else {
      throw column.failure(schema, "is no \(column.type.sqlName)", String(decoding: text.prefix(80), as: UTF8.self))
    }
    return key
  }
}

extension DynamicTable {
  /// How many tables up a row finds its tenant: 0 when it names the tenant itself or has none.
  package var scopeDepth: Int {
    let catalog = session.store.catalog
    let teller: StoredTable? =
      switch schema.scope {
      case .global, .workspace: nil
      case .inherited: table.pointers.first { $0.column == schema.scopeColumn }.map { catalog[$0.target.id] }
      case .referred(let name, _): catalog.table(named: name)
      }
    guard let teller else { return 0 }
    return DynamicTable(session: session, table: teller, reach: reach).scopeDepth + 1
  }
}

extension DynamicTable where Mode == Writing {
  /// Takes out the rows whose declared foreign keys refer to nothing, and what depends on them.
  ///
  /// - Returns: a sentence for each row.
  package func removeDangling() throws -> [StoreError] {
    session.requireOpen()
    let pointers = table.pointers.filter { $0.foreignKey != nil }
    guard !pointers.isEmpty, let session = session as? WriteSession else { return [] }
    var found: [(error: StoreError, address: RowAddress)] = []
    try session.scanRows(table, reach) { row, address in
      for pointer in pointers {
        guard let element = try session.element(of: row, pointer.column),
          try session.locate(session.store.catalog[pointer.target.id], element: element.span.bytes) == nil
        else { continue }
        let error = StoreError(
          .missingReference, "there is no such row in \(pointer.target.name)", table: schema.name,
          column: schema.columns[pointer.column].name, constraint: pointer.foreignKey,
          value: try row.value(pointer.column).messageText, otherKey: try row.value(schema.primaryKey).messageText)
        found.append((error, address))
        break
      }
      return true
    }
    for (_, address) in found { try session.erase(table, address, within: .everything) }
    return found.map(\.error)
  }
}

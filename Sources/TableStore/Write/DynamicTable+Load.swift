internal import LMDB

extension DynamicTable where Mode == Writing {
  /// Stores a row as a dump has it: nothing is filled in but columns that it lacks, nothing is touched, and references
  /// are not checked.
  ///
  /// A name that an enumeration lacks becomes NULL, or the default where the column takes no NULL; `loader.altered` tells.
  /// - Parameters:
  ///   - loader: what is known of the row's columns.
  ///   - value: the value of a column that `loader` has as given, by its ordinal.
  /// - Throws: `StoreError` when the row cannot be stored; nothing of it is stored then.
  package func load(
    _ loader: RowLoader, _ value: (Int) throws(StoreError) -> LoadedValue
  ) throws -> LoadOutcome {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    let writer = try session.writer(of: table)
    try encode(loader, value, writer, session)
    if loader.makesKeys {
      writer.setKey(.system, integer: try session.nextKey(of: table), text: nil)
    } else if schema.hasIntegerKey {
      writer.setKey(.system, integer: try key(value), text: nil)
    } else {
      writer.setKey(.system, integer: nil, text: try textKey(loader, value))
    }
    let scope = try scope(loader, value, writer, session)
    writer.setScope(scope)
    let place = RowPlace(scope: scope, integer: try table.integer(writer.primaryKey.bytes))
    loader.key = place.integer
    if try isThere(loader, writer, place, session) { return .alreadyThere }
    try session.insert(writer, at: place, references: .none)
    return .stored
  }

  private func encode(
    _ loader: RowLoader, _ value: (Int) throws(StoreError) -> LoadedValue, _ writer: TableWriter,
    _ session: WriteSession
  ) throws {
    loader.altered.removeAll(keepingCapacity: true)
    writer.rows.begin()
    for ordinal in schema.layout.stored {
      guard loader.isGiven[ordinal] else {
        try writer.rows.append(loader.fillings[ordinal], now: session.now.wholeSeconds)
        continue
      }
      switch try value(ordinal) {
      case .missing: try writer.rows.appendDefault(now: session.now.wholeSeconds)
      case .null: try writer.rows.appendNull()
      case .text(let text):
        if try writer.rows.append(sqlText: text, as: loader.conversions[ordinal]) { loader.altered.append(ordinal) }
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

  private func textKey(_ loader: RowLoader, _ value: (Int) throws(StoreError) -> LoadedValue) throws -> String {
    guard loader.isGiven[schema.primaryKey], case .text(let bytes) = try value(schema.primaryKey) else {
      throw schema.columns[schema.primaryKey].failure(schema, "must not be NULL", nil)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whose the row is. What names no tenant, be it NULL, 0 or a column that is not there, belongs to nobody.
  private func scope(
    _ loader: RowLoader, _ value: (Int) throws(StoreError) -> LoadedValue, _ writer: TableWriter,
    _ session: WriteSession
  ) throws -> Scope {
    switch schema.scope {
    case .global: return .global
    case .inherited, .referred: return try session.loadedScope(writer)
    case .workspace:
      guard let column = schema.scopeColumn, loader.isGiven[column], let tenant = try number(column, value), tenant > 0
      else { return .system }
      return .tenant(tenant)
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

  /// Whether there is a row already that has the same key, or had one made for it, and agrees in what the row brings.
  private func isThere(
    _ loader: RowLoader, _ writer: TableWriter, _ place: RowPlace, _ session: WriteSession
  ) throws -> Bool {
    if loader.makesKeys {
      let earlier = try RowReader.lend(
        writer.new.bytes, schema: schema, scope: place.scope, key: place.integer
      ) { row in try loader.takeEarlier(row, table, session) }
      if let earlier { loader.key = earlier }
      return earlier != nil
    }
    guard try session.mayExist(place, in: table),
      let holder = try session.locate(table, element: writer.primaryKey.bytes)
    else { return false }
    writer.setScope(holder)
    guard try session.loadOld(writer) else { throw StoreError.damagedRow(schema) }
    writer.setScope(place.scope)
    if holder == place.scope, writer.old.bytes.isEqual(to: writer.new.bytes) { return true }
    // What was made for columns that the row lacks, a UUID or the time, differs from run to run.
    return try RowReader.lend(writer.old.bytes, schema: schema, scope: holder, key: place.integer) { old in
      try RowReader.lend(writer.new.bytes, schema: schema, scope: place.scope, key: place.integer) { new in
        try loader.agrees(old, new)
      }
    }
  }
}

extension RowWriter {
  /// Writes a column that a loaded row lacks.
  fileprivate mutating func append(_ filling: RowLoader.Filling, now: Int64) throws(StoreError) {
    switch filling {
    case .standard: try appendDefault(now: now)
    case .unique:
      try DraftFill.newUUID().withUTF8Bytes { utf8 throws(StoreError) in try append(variable: utf8) }
    case .empty:
      let column = column
      switch column.storage {
      case .decimal: try append(scaled: 0)
      case .integer: try append(integer: column.type.firstValue)
      case .text, .bytes:
        let text = column.type == .json ? "null" : ""
        try text.withUTF8Bytes { utf8 throws(StoreError) in try append(variable: utf8) }
      }
    }
  }

  /// Writes a loaded text; says whether the stored value says less than it.
  fileprivate mutating func append(
    sqlText text: UnsafeRawBufferPointer, as conversion: RowLoader.Conversion
  ) throws(StoreError) -> Bool {
    switch conversion {
    case .enumeration(let names): return try append(name: text, of: names)
    case .exact: break
    case .time where text.count <= 19: break
    case .time, .number:
      try append(sqlText: text)
      return conversion.loses(text)
    }
    try append(sqlText: text)
    return false
  }

  /// Writes an enumeration's value; what is not on the list becomes NULL or the default.
  private mutating func append(name: UnsafeRawBufferPointer, of names: [String]) throws(StoreError) -> Bool {
    if let index = names.firstIndex(where: { $0.utf8.elementsEqual(name) }) {
      try append(integer: Int128(index + 1))
      return false
    }
    let column = column
    if let number = column.number(sqlText: name) {
      try append(integer: number)
    } else if column.isNullable {
      try appendNull()
    } else if column.defaultValue != .none {
      try appendDefault(now: 0)
    } else {
      throw column.failure(schema, "is no \(column.type.sqlName)", String(decoding: name.prefix(80), as: UTF8.self))
    }
    return true
  }
}

extension RowLoader.Conversion {
  /// Whether a text that was read has digits other than 0 where the column has none.
  fileprivate func loses(_ text: UnsafeRawBufferPointer) -> Bool {
    let kept: Int
    switch self {
    case .exact, .enumeration: return false
    case .time: kept = 20
    case .number(let scale):
      guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return false }
      kept = point + 1 + scale
    }
    return text.dropFirst(kept).contains { $0 != UInt8(ascii: "0") }
  }
}

extension ColumnType {
  /// The least value of an integer that is not below 0: enumerations and MySQL's times begin with 1.
  fileprivate var firstValue: Int128 {
    switch self {
    case .enumeration, .timestamp, .datetime: 1
    default: 0
    }
  }
}

extension DynamicTable {
  /// How many tables up a row finds its tenant: 0 when it names the tenant itself or has none.
  package var scopeDepth: Int {
    let catalog = session.catalog
    let teller: StoredTable? =
      switch schema.scope {
      case .global, .workspace: nil
      case .inherited: table.pointers.first { $0.column == schema.scopeColumn }.map { catalog[$0.target.id] }
      case .referred(let name, _): catalog.table(named: name)
      }
    guard let teller else { return 0 }
    return DynamicTable(session: session, table: teller, reach: reach).scopeDepth + 1
  }

  /// The next AUTO_INCREMENT value, as last committed.
  package func storedNextKey() throws -> UInt64 {
    session.requireOpen()
    return try session.storedNextKey(of: table) ?? 1
  }
}

internal import LMDB

extension WriteSession {
  /// Stores a new row. The writer's `new` and keys are set, the keys' scope included.
  func insert(_ writer: TableWriter, at place: RowPlace, references: ReferenceCheck) throws {
    if let holder = try locate(writer.table, element: writer.primaryKey.bytes) {
      let schema = writer.table.schema
      throw StoreError(
        .duplicate, "the primary key is already there", table: schema.name,
        column: schema.columns[schema.primaryKey].name, constraint: "PRIMARY",
        value: try keyText(writer.table, holder, element: writer.primaryKey.bytes),
        otherKey: try keyText(writer.table, holder, element: writer.primaryKey.bytes))
    }
    if references == .all { try checkReferences(writer, at: place) }
    try update(writer, at: place, hasOld: false, hasNew: true)
    if writer.table.schema.hasIntegerKey { try use(place.integer, of: writer.table) }
  }

  /// Replaces the row in `writer.old` by that in `writer.new`; sets the columns that follow every update.
  func replace(_ writer: TableWriter, at place: RowPlace) throws {
    guard !writer.new.bytes.isEqual(to: writer.old.bytes) else { return }
    for column in writer.table.schema.touchedColumns where try !changes(column, writer, place) {
      writer.patch(column, now.wholeSeconds)
    }
    try checkReferences(writer, at: place)
    try update(writer, at: place, hasOld: true, hasNew: true)
  }

  /// Removes the row in `writer.old` for good, and what refers to it as its foreign keys say.
  func erase(_ writer: TableWriter, at place: RowPlace) throws {
    try releaseReferrers(writer, place)
    try update(writer, at: place, hasOld: true, hasNew: false)
  }

  private func changes(_ column: Int, _ writer: TableWriter, _ place: RowPlace) throws -> Bool {
    func value(_ row: RawSpan) throws -> SQLValue {
      try RowReader.lend(row, schema: writer.table.schema, scope: place.scope, key: place.integer) { row in
        try row.value(column)
      }
    }
    return try value(writer.old.bytes) != value(writer.new.bytes)
  }
}

// MARK: ON DELETE

extension WriteSession {
  /// Applies the foreign keys that point at a row which is about to go.
  private func releaseReferrers(_ writer: TableWriter, _ place: RowPlace) throws {
    let element = writer.primaryKey.array
    for referrer in writer.table.referrers {
      let table = store.catalog[referrer.table]
      let children = try self.children(table, column: referrer.column, of: element)
      for child in children {
        switch referrer.onDelete {
        case .restrict:
          throw StoreError(
            .stillReferenced, "a row of \(table.schema.name) still refers to it", table: writer.table.schema.name,
            constraint: referrer.foreignKey,
            otherKey: try keyText(table, child.scope, element: child.element.span.bytes))
        case .cascade: try erase(table, child)
        case .setNull:
          guard let (writer, place) = try load(table, child) else { continue }
          writer.copyOldToNew()
          writer.patch(referrer.column, nil)
          try update(writer, at: place, hasOld: true, hasNew: true)
        }
      }
    }
  }

  /// Removes the row at an address for good; nothing when it is gone already.
  func erase(_ table: StoredTable, _ address: RowAddress) throws {
    guard let (writer, place) = try load(table, address) else { return }
    try erase(writer, at: place)
  }

  /// Reads a row that is about to change; `nil` when another path of the same cascade took it already.
  private func load(_ table: StoredTable, _ address: RowAddress) throws -> (TableWriter, RowPlace)? {
    // A writer of its own: the one of the transaction may be in use further up.
    let writer = TableWriter(table)
    writer.primaryKey.append(address.element.span.bytes)
    writer.setScope(address.scope)
    guard try loadOld(writer) else { return nil }
    return (writer, RowPlace(scope: address.scope, integer: try table.integer(address.element.span.bytes)))
  }

  /// The rows of a table whose column refers to a primary key.
  private func children(_ table: StoredTable, column: Int, of element: [UInt8]) throws -> [RowAddress] {
    var found: [RowAddress] = []
    try scanRows(table, .everything) { row, address in
      if try self.element(of: row, column) == element { found.append(address) }
      return true
    }
    return found
  }
}

internal import LMDB

/// Which references of a row are checked.
enum ReferenceCheck {
  /// All: declared foreign keys must have a target, and no reference may reach another tenant's row.
  case all
  /// None: a dump brings rows in any order, and what its database held.
  case none
}

extension WriteSession {
  /// Checks what a row refers to.
  ///
  /// - Parameter isChange: whether there was such a row, in `writer.old`; references that it had are not checked again.
  func checkReferences(_ writer: TableWriter, at place: RowPlace, isChange: Bool) throws {
    let table = writer.table
    let before = isChange ? try table.pointers.map { try element(writer.old, $0.column, table, place) } : []
    try RowReader.lend(writer.new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      for (position, pointer) in table.pointers.enumerated() {
        guard let element = try self.element(of: row, pointer.column), !isChange || before[position] != element else {
          continue
        }
        let scope = try locate(catalog[pointer.target.id], element: element.span.bytes)
        func failure(_ code: StoreError.Code, _ message: String) throws -> StoreError {
          StoreError(
            code, message, table: table.schema.name, column: table.schema.columns[pointer.column].name,
            constraint: pointer.foreignKey, value: try row.value(pointer.column).messageText)
        }
        if scope == nil, pointer.foreignKey != nil {
          throw try failure(.missingReference, "there is no such row in \(pointer.target.name)")
        }
        if let target = scope?.tenant, let own = place.scope.tenant, target != own {
          // Told as if the row did not exist: what other tenants have is nobody's business.
          throw try failure(.crossesScope, "there is no such row in \(pointer.target.name) of this workspace")
        }
      }
    }
  }

  /// A reference of an encoded row as the element of the target's primary key; `nil` for NULL.
  private func element(_ row: ByteBuffer, _ column: Int, _ table: StoredTable, _ place: RowPlace) throws -> [UInt8]? {
    try RowReader.lend(row.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      try element(of: row, column)
    }
  }

  /// The scope that a changed row inherits: the one it has, unless it refers to another row than before. What it refers to
  /// need not be there any more.
  func inheritedScope(_ writer: TableWriter, now place: RowPlace) throws -> Scope {
    guard let column = writer.table.schema.scopeColumn,
      try element(writer.old, column, writer.table, place) == element(writer.new, column, writer.table, place)
    else { return try inheritedScope(writer) }
    return place.scope
  }
}

extension Session {
  /// The scope of a row that does not say it itself, by its declaration.
  ///
  /// - Parameter writer: a writer for whose table `writer.new` and `writer.primaryKey` are set.
  final func loadedScope(_ writer: TableWriter) throws -> Scope {
    guard case .referred(let name, let columnName) = writer.table.schema.scope else {
      return try inheritedScope(writer)
    }
    guard let table = catalog.table(named: name), let column = table.schema.ordinal(of: columnName) else {
      preconditionFailure("table \(writer.table.schema.name): there is no \(name).\(columnName)")
    }
    let referrer = try rows(
      of: table, whose: column, refersTo: writer.primaryKey.array, in: writer.table, limit: 1)
    return referrer.first?.scope ?? .system
  }

  /// The scope that a row inherits from the row that its scope column refers to.
  final func inheritedScope(_ writer: TableWriter) throws -> Scope {
    let table = writer.table
    guard let column = table.schema.scopeColumn,
      let pointer = table.pointers.first(where: { $0.column == column })
    else { preconditionFailure("table \(table.schema.name) inherits its scope through a column that is no reference") }
    return try RowReader.lend(writer.new.bytes, schema: table.schema, scope: .global, key: 0) { row in
      let target = catalog[pointer.target.id]
      guard let element = try element(of: row, column) else { return .system }
      guard let scope = try locate(target, element: element.span.bytes) else {
        throw StoreError(
          .missingReference, "there is no such row in \(pointer.target.name)", table: table.schema.name,
          column: table.schema.columns[column].name, constraint: pointer.foreignKey,
          value: try row.value(column).messageText)
      }
      return scope
    }
  }
}

extension Session {
  /// The primary key of a row that stands in the way, for messages; `nil` when the row is out of reach.
  final func shownKeyText(_ table: StoredTable, _ scope: Scope, element: RawSpan) throws -> String? {
    reach.includes(scope) ? try keyText(table, scope, element: element) : nil
  }
}

extension Session {
  /// A primary key as text, for messages.
  ///
  /// - Parameter element: the key as an element.
  final func keyText(_ table: StoredTable, _ scope: Scope, element: RawSpan) throws -> String {
    var scanner = KeyScanner(at: 0)
    if table.schema.hasIntegerKey { return try scanner.integer(in: element).map { "\($0)" } ?? "NULL" }
    makeRowKey(scope, element: element)
    var text = "?"
    _ = try withRow(table, scope: scope, integer: 0) { row in
      text = try row.value(table.schema.primaryKey).messageText
      return true
    }
    return text
  }
}

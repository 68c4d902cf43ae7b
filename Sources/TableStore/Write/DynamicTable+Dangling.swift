internal import LMDB

extension DynamicTable {
  /// The tables with a declared foreign key to this one.
  package var referrers: [String] {
    table.referrers.map { session.catalog[$0.table].schema.name }
  }
}

extension DynamicTable where Mode == Writing {
  /// Takes out rows whose declared foreign keys refer to nothing: just these rows, so that those which refer to them
  /// are found in their turn.
  ///
  /// - Parameters:
  ///   - limit: how many at most; there may be more when as many were found.
  ///   - body: is lent each row before it goes.
  /// - Returns: how many rows were taken out.
  package func removeDangling(
    limit: Int, _ body: (StoreError, borrowing RowReader) throws -> Void
  ) throws -> Int {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    let found = try dangling(limit, session)
    let writer = try session.writer(of: table)
    for (address, error) in found {
      writer.primaryKey.removeAll()
      writer.primaryKey.append(address.element.span.bytes)
      writer.setScope(address.scope)
      guard try session.loadOld(writer) else { throw StoreError.damagedRow(schema) }
      let place = RowPlace(scope: address.scope, integer: try table.schema.integer(writer.primaryKey.bytes))
      try RowReader.lend(writer.old.bytes, schema: schema, scope: place.scope, key: place.integer) { row in
        try body(error, row)
      }
      try session.update(writer, at: place, hasOld: true, hasNew: false)
    }
    return found.count
  }

  private func dangling(_ limit: Int, _ session: WriteSession) throws -> [(RowAddress, StoreError)] {
    let pointers = table.pointers.filter { $0.foreignKey != nil }
    var found: [(RowAddress, StoreError)] = []
    guard !pointers.isEmpty else { return found }
    var targets = pointers.map { KnownTargets($0) }
    try session.scanRows(table, reach) { row, address in
      for position in targets.indices where try !targets[position].contains(row, session) {
        found.append((address, try targets[position].failure(row, schema)))
        break
      }
      return found.count < limit
    }
    return found
  }
}

/// What a foreign key was seen to refer to: many rows refer to the same few.
private struct KnownTargets {
  private static let capacity = 1 << 16

  private let pointer: StoredTable.Pointer
  private var numbers: Set<Int128> = []

  init(_ pointer: StoredTable.Pointer) { self.pointer = pointer }

  /// Whether the row refers to a row that is there, or to none.
  mutating func contains(_ row: borrowing RowReader, _ session: Session) throws -> Bool {
    var number: Int128?
    if case .integer(let value) = try row.field(pointer.column) {
      if numbers.contains(value) { return true }
      number = value
    }
    guard let element = try session.element(of: row, pointer.column) else { return true }
    let table = session.catalog[pointer.target.id]
    guard try session.locate(table, element: element.span.bytes) != nil else { return false }
    if numbers.count == Self.capacity { numbers.removeAll(keepingCapacity: true) }
    if let number { numbers.insert(number) }
    return true
  }

  func failure(_ row: borrowing RowReader, _ schema: TableSchema) throws -> StoreError {
    StoreError(
      .missingReference, "there is no such row in \(pointer.target.name)", table: schema.name,
      column: schema.columns[pointer.column].name, constraint: pointer.foreignKey,
      value: try row.value(pointer.column).messageText, otherKey: try row.value(schema.primaryKey).messageText)
  }
}

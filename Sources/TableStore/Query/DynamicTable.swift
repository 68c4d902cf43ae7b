internal import LMDB

/// A table known by its SQL name: rows as SQL values, for tools. It never hides, adds or touches anything.
public struct DynamicTable<Mode: AccessMode> {
  let session: Session
  let table: StoredTable
  let reach: Reach

  /// Columns, indexes and scope.
  public var schema: TableSchema { table.schema }

  /// Visits rows in the order of `terms`, then by primary key; all of them, also those marked as deleted.
  ///
  /// In a write all keys are read first, so that `body` may change the table that it walks; what it erases is not visited.
  public func forEach(
    order terms: [OrderTerm] = [], limit: Int = .max, _ body: (borrowing RowReader) throws -> Void
  ) throws {
    var selection = Selection(includesDeleted: true)
    selection.order = terms
    selection.limit = limit
    selection.sortLimit = .max
    selection.isUnordered = false
    selection.tieDirection = .ascending
    try forEach(selection, body)
  }

  /// Visits the rows that a selection finds.
  func forEach(_ selection: Selection, _ body: (borrowing RowReader) throws -> Void) throws {
    try forEach(session.plan(table, reach, selection), body)
  }

  /// Visits the rows that a plan finds.
  func forEach(_ plan: Plan, _ body: (borrowing RowReader) throws -> Void) throws {
    guard Mode.self != Reading.self else {
      return try session.run(plan) { row in
        try body(row)
        return true
      }
    }
    var addresses: [RowAddress] = []
    try session.run(plan) { row in
      addresses.append(try session.address(of: row, table))
      return true
    }
    for address in addresses {
      let element = address.element.span.bytes
      session.makeRowKey(address.scope, element: element)
      let key = try table.schema.integer(element)
      _ = try session.lendRow(table, scope: address.scope, integer: key, asCopy: isWrite) { row in
        try body(row)
        return true
      }
    }
  }

  /// Whether rows may change while they are lent.
  var isWrite: Bool { Mode.self != Reading.self }

  /// Lends the row with this primary key, written as SQL would; `false` when there is none within reach.
  public func get(_ key: String, _ body: (borrowing RowReader) throws -> Void) throws -> Bool {
    try get(self.key(sqlText: key), body)
  }

  /// The number of rows, without a scan; only past the borders of tenants.
  ///
  /// - Throws: `.crossesScope` where a tenant asks: rows are counted over all tenants.
  public func storedSizes() throws -> (rows: Int, bytes: Int, indexes: [IndexSize]) {
    session.requireOpen()
    guard reach == .everything || !schema.isScoped else {
      throw StoreError(.crossesScope, "rows are counted over all workspaces together", table: schema.name)
    }
    let sizes = try session.storedSizes(table)
    let others = [KeySpace.rows, KeySpace.locator].map { Int(sizes[$0].bytes) }.reduce(0, +)
    let kept = Set(table.indexes.map(\.id) + table.searches.map(\.id))
    let unbuilt = Set(try table.searches.filter { try !session.isReady($0, table) }.map(\.id))
    let indexes = schema.indexes.map { index in
      IndexSize(
        name: index.name, entries: Int(sizes[index.id].entries), bytes: Int(sizes[index.id].bytes),
        state: !kept.contains(index.id) ? "left out" : unbuilt.contains(index.id) ? "not built" : "readable")
    }
    return (Int(sizes[KeySpace.rows].entries), indexes.reduce(others) { $0 + $1.bytes }, indexes)
  }
}

extension Tables {
  /// A table by its SQL name; `nil` when the program does not know it.
  public func table(named name: String) -> DynamicTable<Mode>? {
    session.requireOpen()
    return session.catalog.table(named: name).map { DynamicTable(session: session, table: $0, reach: reach) }
  }
}

extension TableSchema {
  /// A primary key from its SQL text.
  func keyElement(sqlText text: String) throws(StoreError) -> ByteBuffer {
    let element = ByteBuffer(capacity: 32)
    if hasIntegerKey {
      guard let key = UInt64(text) else {
        throw columns[primaryKey].failure(self, "is no \(columns[primaryKey].type.sqlName)", text)
      }
      element.appendKey(key)
    } else {
      text.withUTF8Bytes {
        _ = element.appendKey(text: $0, prefix: nil, budget: KeyLimits.textPrimaryKey)
      }
    }
    return element
  }
}

internal import LMDB

/// What goes with a row that is erased, as the foreign keys that point to it say.
///
/// It is found before anything changes, so that a refusal leaves nothing behind; each row is in it once, so that rows
/// which point to each other in a circle come to an end.
private struct Erasure {
  /// One row of the store.
  struct StoredRow: Hashable {
    let table: UInt8
    let address: RowAddress
  }

  /// The rows that go, and those that are being looked at.
  var rows: Set<StoredRow> = []
  /// The rows that go, those that refer before those that are referred to.
  var order: [StoredRow] = []
  /// The columns that become NULL.
  var released: [(row: StoredRow, column: Int)] = []

  /// Refuses what a tenant would do to others by way of a row that is common to all.
  func check(_ reach: Reach, _ schema: TableSchema) throws {
    let isForeign = { (row: StoredRow) in !reach.includes(row.address.scope) }
    if order.contains(where: isForeign) || released.contains(where: { isForeign($0.row) }) {
      throw StoreError(.crossesScope, "rows of other workspaces depend on it", table: schema.name)
    }
  }
}

extension WriteSession {
  /// Removes the row in `writer.old` for good, and what refers to it as its foreign keys say.
  ///
  /// - Throws: `.stillReferenced`, and `.crossesScope` when rows beyond `reach` would go or change with it.
  func erase(_ writer: TableWriter, at place: RowPlace, within reach: Reach) throws {
    var erasure = Erasure()
    let address = RowAddress(scope: place.scope, element: writer.primaryKey.array)
    try plan([Erasure.StoredRow(table: writer.table.schema.id, address: address)], of: writer.table, &erasure)
    try erasure.check(reach, writer.table.schema)
    for (row, column) in erasure.released where !erasure.rows.contains(row) {
      let (writer, place) = try load(row)
      try writer.copyOldToNew(releasing: column, at: place)
      try update(writer, at: place, hasOld: true, hasNew: true)
    }
    for row in erasure.order.dropLast() {
      let (writer, place) = try load(row)
      try update(writer, at: place, hasOld: true, hasNew: false)
    }
    try update(writer, at: place, hasOld: true, hasNew: false)
  }

  /// Removes the row at an address for good; nothing when it is gone already.
  func erase(_ table: StoredTable, _ address: RowAddress, within reach: Reach) throws {
    guard try locate(table, element: address.element.span.bytes) != nil else { return }
    let (writer, place) = try load(Erasure.StoredRow(table: table.schema.id, address: address))
    try erase(writer, at: place, within: reach)
  }

  /// Puts rows of a table into `erasure`, behind what goes with them.
  private func plan(_ all: [Erasure.StoredRow], of target: StoredTable, _ erasure: inout Erasure) throws {
    let rows = all.filter { erasure.rows.insert($0).inserted }
    guard !rows.isEmpty else { return }
    for referrer in target.referrers {
      let table = catalog[referrer.table]
      let found = try references(of: table, referrer.column, to: rows.map(\.address.element), in: target)
      let children = found.map { Erasure.StoredRow(table: referrer.table, address: $0.address) }
      switch referrer.onDelete {
      case .cascade: try plan(children, of: table, &erasure)
      case .setNull: erasure.released += children.map { ($0, referrer.column) }
      case .restrict:
        // A row may refer to itself.
        let other = found.first { table !== target || $0.address.element != $0.target }
        guard let other else { continue }
        throw StoreError(
          .stillReferenced, "a row of \(table.schema.name) still refers to it", table: target.schema.name,
          constraint: referrer.foreignKey,
          otherKey: try keyText(table, other.address.scope, element: other.address.element.span.bytes))
      }
    }
    erasure.order += rows
  }

  /// Reads a row that is about to change, into a writer of its own: that of the table may be in use.
  private func load(_ row: Erasure.StoredRow) throws -> (TableWriter, RowPlace) {
    let writer = TableWriter(try tally(of: catalog[row.table]))
    return (writer, try load(row.address, into: writer))
  }

  /// Reads the row at an address into a writer's `old`.
  func load(_ address: RowAddress, into writer: TableWriter) throws -> RowPlace {
    let table = writer.table
    writer.primaryKey.removeAll()
    writer.primaryKey.append(address.element.span.bytes)
    writer.setScope(address.scope)
    guard try loadOld(writer) else { throw StoreError.damagedRow(table.schema) }
    return RowPlace(scope: address.scope, integer: try table.schema.integer(writer.primaryKey.bytes))
  }
}

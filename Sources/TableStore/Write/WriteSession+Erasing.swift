internal import LMDB

/// What goes with a row that is erased, as the foreign keys that point to it say.
///
/// It is found before anything changes, so that a refusal leaves nothing behind; each row is in it once, so that rows
/// which point to each other in a circle come to an end.
private struct Erasure {
  /// One row of the store.
  struct Row: Hashable {
    let table: UInt8
    let address: RowAddress
  }

  /// The rows that go, and those that are being looked at.
  var rows: Set<Row> = []
  /// The rows that go, those that refer before those that are referred to.
  var order: [Row] = []
  /// The columns that become NULL.
  var released: [(row: Row, column: Int)] = []
}

extension WriteSession {
  /// Removes the row in `writer.old` for good, and what refers to it as its foreign keys say.
  func erase(_ writer: TableWriter, at place: RowPlace) throws {
    var erasure = Erasure()
    let address = RowAddress(scope: place.scope, element: writer.primaryKey.array)
    try plan(Erasure.Row(table: writer.table.schema.id, address: address), &erasure)
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
  func erase(_ table: StoredTable, _ address: RowAddress) throws {
    guard try locate(table, element: address.element.span.bytes) != nil else { return }
    let (writer, place) = try load(Erasure.Row(table: table.schema.id, address: address))
    try erase(writer, at: place)
  }

  private func plan(_ row: Erasure.Row, _ erasure: inout Erasure) throws {
    guard erasure.rows.insert(row).inserted else { return }
    let target = store.catalog[row.table]
    for referrer in target.referrers {
      let table = store.catalog[referrer.table]
      for address in try rows(of: table, whose: referrer.column, refersTo: row.address.element, in: target) {
        let child = Erasure.Row(table: referrer.table, address: address)
        switch referrer.onDelete {
        case .cascade: try plan(child, &erasure)
        case .setNull: erasure.released.append((child, referrer.column))
        case .restrict where child == row: break
        case .restrict:
          throw StoreError(
            .stillReferenced, "a row of \(table.schema.name) still refers to it", table: target.schema.name,
            constraint: referrer.foreignKey,
            otherKey: try keyText(table, address.scope, element: address.element.span.bytes))
        }
      }
    }
    erasure.order.append(row)
  }

  /// Reads a row that is about to change, into a writer of its own: that of the table may be in use.
  private func load(_ row: Erasure.Row) throws -> (TableWriter, RowPlace) {
    let table = store.catalog[row.table]
    let writer = TableWriter(table)
    writer.primaryKey.append(row.address.element.span.bytes)
    writer.setScope(row.address.scope)
    guard try loadOld(writer) else { throw StoreError.damagedRow(table.schema) }
    return (writer, RowPlace(scope: row.address.scope, integer: try table.integer(writer.primaryKey.bytes)))
  }
}

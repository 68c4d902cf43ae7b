internal import LMDB

/// The tables of an open store.
final class Catalog: Sendable {
  /// By table id.
  private let byID: [StoredTable?]
  /// In declared order.
  let all: [StoredTable]

  /// - Parameter own: by table, the ids of our own indexes that the store has.
  init(_ schemas: [TableSchema], keyspaces: [String: Keyspace], own: [String: Set<UInt8>]) {
    precondition(Set(schemas.map(\.id)).count == schemas.count, "two tables share an id")
    precondition(Set(schemas.map(\.name)).count == schemas.count, "two tables share a name")
    let pointers = schemas.map { schema in
      schema.columns.enumerated().compactMap { ordinal, column -> StoredTable.Pointer? in
        guard ordinal != schema.primaryKey, let reference = column.reference,
          let target = reference.schema
        else { return nil }
        precondition(
          schemas.contains { $0 === target },
          "table \(schema.name) refers to \(target.name), which is not among the store's tables")
        return StoredTable.Pointer(
          column: ordinal, target: target, foreignKey: reference.foreignKey, onDelete: reference.onDelete)
      }
    }
    all = schemas.indices.map { index in
      let referrers = zip(schemas, pointers).flatMap { other, pointers in
        pointers.compactMap { pointer -> StoredTable.Referrer? in
          guard pointer.target === schemas[index], let key = pointer.foreignKey else { return nil }
          return .init(table: other.id, column: pointer.column, foreignKey: key, onDelete: pointer.onDelete)
        }
      }
      return StoredTable(
        schema: schemas[index], keyspace: keyspaces[schemas[index].name], pointers: pointers[index],
        referrers: referrers, own: own[schemas[index].name] ?? [])
    }
    var byID = [StoredTable?](repeating: nil, count: 256)
    for table in all { byID[Int(table.schema.id)] = table }
    self.byID = byID
  }

  /// A table by its id; traps when the store was opened without it.
  subscript(id: UInt8) -> StoredTable {
    guard let table = byID[Int(id)] else { preconditionFailure("table \(id) is not among the store's tables") }
    return table
  }

  /// A table by its SQL name.
  func table(named name: String) -> StoredTable? {
    all.first { $0.schema.name == name }
  }
}

internal import LMDB

/// A table in an open store: its description, where its bytes are, and what points where.
@usableFromInline final class StoredTable: Sendable {
  /// A column that points to another table.
  struct Pointer: Sendable {
    let column: Int
    let target: TableSchema
    let foreignKey: String?
    let onDelete: ReferentialAction
  }

  /// A declared foreign key of another table that points here.
  struct Referrer: Sendable {
    let table: UInt8
    let column: Int
    let foreignKey: String
    let onDelete: ReferentialAction
  }

  let schema: TableSchema
  /// The indexes that the store keeps up to date: those of SQL's schema, and what it was made with of our own.
  let indexes: [IndexLayout]
  /// The conditions of partial ones, by their places.
  let conditions: [FilterProgram?]
  /// The full-text indexes that the store keeps up to date.
  let searches: [SearchLayout]
  /// `nil` in a store opened for reading that was last written before the table existed.
  let keyspace: Keyspace?
  let pointers: [Pointer]
  let referrers: [Referrer]
  /// The columns whose values conditions of partial indexes look at, beyond whether they are NULL.
  let conditionColumns: ColumnSet
  /// What is remembered of how questions were answered.
  let memory = PlanMemory()

  /// - Parameter own: the ids of our own indexes that the store has.
  init(schema: TableSchema, keyspace: Keyspace?, pointers: [Pointer], referrers: [Referrer], own: Set<UInt8>) {
    self.schema = schema
    indexes = schema.maintained.filter { !$0.isOwn || own.contains($0.id) }
    searches = schema.searches.filter { !$0.definition.isOwn || own.contains($0.id) }
    conditionColumns = indexes.flatMap(\.conditionParts).reduce(ColumnSet()) { $0.union($1.filter.valueColumns) }
    conditions = indexes.map { index in index.condition.map { FilterProgram($0, schema) } }
    self.keyspace = keyspace
    self.pointers = pointers
    self.referrers = referrers
  }

  /// The keyspace, or an error that says what to do.
  func requireKeyspace() throws(StoreError) -> Keyspace {
    guard let keyspace else {
      throw StoreError(.notFound, "the store has no such table yet; open it once for writing", table: schema.name)
    }
    return keyspace
  }
}

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

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

internal import TableStore

/// The rows of global tables that a workspace's rows refer to, directly or through each other. Of other workspaces
/// nothing is found: among `workspaces` its own row only.
struct ReferredRows {
  /// By table id.
  private var keys: [UInt8: Set<RowKey>] = [:]
  /// Rows whose own references were not looked at yet.
  private var pending: [(table: TableSchema, key: RowKey)] = []
  /// By table id, the columns that refer to global tables but `workspaces`.
  private let pointers: [UInt8: [(column: Int, target: TableSchema)]]

  /// Begins with the workspace's own row.
  init(of workspace: ID<WorkspaceRecord>, in db: Tables<Reading>) throws {
    let workspaces = WorkspaceRecord.schema
    pointers = Dictionary(
      uniqueKeysWithValues: Blazz.tables.map { table in
        (table.schema.id, table.schema.references.filter { !$0.target.isScoped && $0.target !== workspaces })
      })
    add(try db.dynamic(workspaces).key(sqlText: "\(workspace)"), of: workspaces)
  }

  /// Notes what a row refers to.
  mutating func add(referencesOf row: borrowing RowReader, in table: DynamicTable<Reading>) throws {
    for (column, target) in pointers[table.schema.id, default: []] {
      if let key = try table.key(in: row, referredByColumn: column) { add(key, of: target) }
    }
  }

  /// Finds what the rows noted so far refer to.
  mutating func follow(in db: Tables<Reading>) throws {
    while let (schema, key) = pending.popLast() {
      let table = db.dynamic(schema)
      guard table.isStored else { continue }
      // A reference to nothing is kept as it is: there is no row to go with it.
      _ = try table.get(key) { row in try add(referencesOf: row, in: table) }
    }
  }

  /// The keys of a table's rows in order.
  func keys(of table: TableSchema) -> [RowKey] { keys[table.id, default: []].sorted() }

  private mutating func add(_ key: RowKey, of table: TableSchema) {
    if keys[table.id, default: []].insert(key).inserted { pending.append((table, key)) }
  }
}

extension Tables {
  /// A table of `Blazz.tables` without its type.
  func dynamic(_ schema: TableSchema) -> DynamicTable<Mode> {
    guard let table = table(named: schema.name) else {
      preconditionFailure("\(schema.name) is among the store's tables")
    }
    return table
  }
}

internal import TableStore

/// What an import asks of a table before it begins.
struct ImportTarget {
  /// The table's columns.
  let schema: TableSchema
  /// How many passes over the dump wait until its rows are stored: those that tell whose they are come first.
  let depth: Int
  /// The next AUTO_INCREMENT value: rows with lower ones were there before.
  let firstNewKey: UInt64
}

/// The tables that an import brings rows to, by the names that a dump gives them.
struct ImportTargets {
  private let targets: [String: ImportTarget]
  /// Lower-case names of the dump's tables; complete after the first pass.
  private var seen: Set<String> = []

  /// Looks at all tables of the store.
  init(_ db: Tables<Reading>) throws {
    targets = try Dictionary(
      uniqueKeysWithValues: Blazz.tables.compactMap { type in
        try db.table(named: type.schema.name).map { table in
          let target = ImportTarget(
            schema: table.schema, depth: table.scopeDepth, firstNewKey: try table.storedNextKey())
          return (table.schema.name, target)
        }
      })
  }

  /// Notes that the dump has a table.
  mutating func note(_ name: String) { seen.insert(name.lowercased()) }

  /// The pass in which the rows of a table of the dump are read.
  ///
  /// An older name waits: it means the present table only when the dump does not have that one too.
  func pass(of name: String) -> Int {
    let name = name.lowercased()
    if let target = targets[name] { return target.depth }
    return OlderNames.tables[name].flatMap { targets[$0] }.map { max(1, $0.depth) } ?? 0
  }

  /// The schema's table that a table of the dump is; `nil` when it is none.
  subscript(name: String) -> ImportTarget? {
    let name = name.lowercased()
    if let target = targets[name] { return target }
    return OlderNames.tables[name].flatMap { seen.contains($0) ? nil : targets[$0] }
  }
}

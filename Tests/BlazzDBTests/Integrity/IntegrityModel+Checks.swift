@testable import TableStore

extension IntegrityModel {
  /// Whose a new row is.
  func scope(
    of row: ModelRow, _ table: ModelTable, _ context: ModelContext, _ refusals: inout Set<ModelRefusal>
  ) -> Scope {
    switch table.schema.scope {
    case .global: .global
    case .workspace: Scope(tenant: row.values[table.schema.scopeColumn!])
    case .referred: context.scope
    case .inherited: inheritedScope(row, table, &refusals) ?? context.scope
    }
  }

  /// The scope of the row that a row inherits its own from; `nil` when there is none.
  func inheritedScope(_ row: ModelRow, _ table: ModelTable, _ refusals: inout Set<ModelRefusal>) -> Scope? {
    let column = table.schema.scopeColumn!
    let pointer = table.pointers.first { $0.column == column }!
    guard let key = ModelKey(row.values[column]) else { return .system }
    if let parent = tables[pointer.target].rows[key] { return parent.scope }
    refusals.insert(.init(.missingReference, column: name(column, table), constraint: pointer.foreignKey))
    return nil
  }

  /// Declared references have a target, and none leads to another workspace.
  ///
  /// - Parameter old: the row before a change, whose unchanged references are not looked at again.
  func checkReferences(
    _ row: ModelRow, _ table: ModelTable, since old: ModelRow?, _ refusals: inout Set<ModelRefusal>
  ) {
    for pointer in table.pointers {
      guard let key = ModelKey(row.values[pointer.column]) else { continue }
      if let old, ModelKey(old.values[pointer.column]) == key { continue }
      let column = name(pointer.column, table)
      guard let target = tables[pointer.target].rows[key] else {
        guard let foreignKey = pointer.foreignKey else { continue }
        refusals.insert(.init(.missingReference, column: column, constraint: foreignKey))
        continue
      }
      if let theirs = target.scope.tenant, let own = row.scope.tenant, theirs != own {
        refusals.insert(.init(.crossesScope, column: column, constraint: pointer.foreignKey))
      }
    }
  }

  /// Values of unique indexes are held by one row.
  func checkUnique(_ row: ModelRow, _ table: ModelTable, key: ModelKey?, _ refusals: inout Set<ModelRefusal>) {
    for (position, index) in table.uniqueIndexes.enumerated() {
      guard let holder = table.holder(position, row.values), holder != key else { continue }
      let columns = index.parts.map { name($0.column, table) }.joined(separator: ",")
      refusals.insert(.init(.duplicate, column: columns, constraint: index.name))
    }
  }
}

extension IntegrityModel {
  /// Removes a row and what refers to it; whether there is such a row within reach.
  mutating func erase(_ place: Int, _ key: ModelKey, _ context: ModelContext) -> ModelOutcome<Bool> {
    guard let row = tables[place].rows[key], context.reaches(row.scope) else { return .done(false) }
    var erased: [(table: Int, key: ModelKey)] = [(place, key)]
    var seen: [Set<ModelKey>] = tables.map { _ in [] }
    seen[place].insert(key)
    var released: [(table: Int, key: ModelKey, column: Int)] = []
    var refusals: Set<ModelRefusal> = []
    var next = 0
    while next < erased.count {
      let parent = erased[next]
      next += 1
      for (child, pointer) in tables[parent.table].referrers {
        for key in tables[child].keys where ModelKey(tables[child].rows[key]!.values[pointer.column]) == parent.key {
          switch pointer.onDelete {
          case .cascade: if seen[child].insert(key).inserted { erased.append((child, key)) }
          case .setNull: released.append((child, key, pointer.column))
          case .restrict: refusals.insert(.init(.stillReferenced, constraint: pointer.foreignKey))
          }
        }
      }
    }
    let changed = erased + released.map { ($0.table, $0.key) }
    if changed.contains(where: { !context.reaches(tables[$0.table].rows[$0.key]!.scope) }) {
      refusals.insert(.init(.crossesScope))
    }
    guard refusals.isEmpty else { return .refused(refusals) }
    for (table, key, column) in released {
      var row = tables[table].rows[key]!
      row.values[column] = .null
      tables[table].put(row, key)
    }
    for (table, key) in erased { tables[table].remove(key) }
    return .done(true)
  }

  /// The row that an upsert changes: the one with its primary key, or with its values in a unique index.
  func upsertHolder(_ place: Int, _ given: [Int: SQLValue], _ context: ModelContext) -> ModelOutcome<ModelKey?> {
    let table = tables[place]
    func named(_ ordinal: Int) -> SQLValue? { given[ordinal].flatMap { $0 == .null ? nil : $0 } }
    if let value = named(table.schema.primaryKey) {
      guard let stored = ModelValues.stored(value, table.schema.columns[table.schema.primaryKey]) else {
        return .refused([.init(.invalidValue, column: name(table.schema.primaryKey, table))])
      }
      if let key = ModelKey(stored), let row = table.rows[key] {
        return context.reaches(row.scope) ? .done(key) : .refused([.init(.duplicate)])
      }
    }
    for (position, index) in table.uniqueIndexes.enumerated() {
      var values = [SQLValue](repeating: .null, count: table.schema.columns.count)
      for part in index.parts {
        guard let value = named(part.column) else { continue }
        guard let stored = lookUp(value, part.column, table) else {
          return .refused([.init(.invalidValue, column: name(part.column, table))])
        }
        values[part.column] = stored
      }
      guard let key = table.holder(position, values), let row = table.rows[key] else { continue }
      return context.reaches(row.scope) ? .done(key) : .refused([.init(.duplicate)])
    }
    return .done(nil)
  }

  /// A value to look up: text of any length, numbers of any size.
  private func lookUp(_ value: SQLValue, _ ordinal: Int, _ table: ModelTable) -> SQLValue? {
    let column = table.schema.columns[ordinal]
    guard column.storage == .text else {
      guard let number = ModelValues.text(value).flatMap({ ModelValues.scaled($0, 0) }), UInt64(exactly: number) != nil
      else { return ModelValues.stored(value, column) }
      return .integer(number)
    }
    return ModelValues.text(value).map { .text($0) }
  }
}

extension SQLValue {
  /// Whether two values are the same to the byte; Swift's own equality takes texts for equal that Unicode does.
  static func isSame(_ left: SQLValue, _ right: SQLValue) -> Bool {
    guard case .text(let left) = left, case .text(let right) = right else { return left == right }
    return left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }
}

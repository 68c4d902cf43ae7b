@testable import TableStore

/// What a statement is given by: who runs it, and when.
struct ModelContext {
  var reach: Reach
  /// The statement's time as SQL writes it.
  var now: String

  /// The scope of what is written without saying whose it is.
  var scope: Scope {
    if case .tenant(let tenant) = reach { .tenant(tenant) } else { .system }
  }

  /// Whether a row of a scope is seen.
  func reaches(_ scope: Scope) -> Bool { reach == .everything || scope == .global || scope == self.scope }
}

extension IntegrityModel {
  /// INSERT of named values; the primary key.
  ///
  /// - Parameter uuid: the value that a column with that default takes.
  mutating func insert(
    _ place: Int, _ given: [Int: SQLValue], _ context: ModelContext, uuid: (Int) -> SQLValue
  ) -> ModelOutcome<SQLValue> {
    let (row, refusals) = inserted(tables[place], given, context, uuid)
    guard refusals.isEmpty else { return .refused(refusals) }
    let value = row.values[tables[place].schema.primaryKey]
    let key = ModelKey(value)!
    tables[place].put(row, key)
    tables[place].use(key)
    return .done(value)
  }

  /// The row that an INSERT makes, and what speaks against it.
  private func inserted(
    _ table: ModelTable, _ given: [Int: SQLValue], _ context: ModelContext, _ uuid: (Int) -> SQLValue
  ) -> (ModelRow, Set<ModelRefusal>) {
    var refusals: Set<ModelRefusal> = []
    var row = ModelRow(values: [], scope: .global)
    for (ordinal, column) in table.schema.columns.enumerated() {
      let value = given[ordinal].map { stored($0, ordinal, table) } ?? missing(ordinal, table, context, uuid)
      if value == nil { refusals.insert(.init(.invalidValue, column: column.name)) }
      row.values.append(value ?? .null)
    }
    row.scope = scope(of: row, table, context, &refusals)
    if !context.reaches(row.scope) { refusals.insert(.init(.crossesScope)) }
    if let key = ModelKey(row.values[table.schema.primaryKey]), table.rows[key] != nil {
      refusals.insert(.init(.duplicate, column: name(table.schema.primaryKey, table), constraint: "PRIMARY"))
    }
    checkReferences(row, table, since: nil, &refusals)
    checkUnique(row, table, key: nil, &refusals)
    return (row, refusals)
  }

  /// UPDATE of a row's named columns; whether there is such a row within reach.
  mutating func update(
    _ place: Int, _ key: ModelKey, set given: [Int: SQLValue], _ context: ModelContext
  ) -> ModelOutcome<Bool> {
    guard let old = tables[place].rows[key], context.reaches(old.scope) else { return .done(false) }
    let (row, refusals) = updated(tables[place], old, given, context)
    guard refusals.isEmpty else { return .refused(refusals) }
    tables[place].put(row, key)
    return .done(true)
  }

  private func updated(
    _ table: ModelTable, _ old: ModelRow, _ given: [Int: SQLValue], _ context: ModelContext
  ) -> (ModelRow, Set<ModelRefusal>) {
    var refusals: Set<ModelRefusal> = []
    var row = old
    for (ordinal, value) in given {
      if let stored = stored(value, ordinal, table) {
        row.values[ordinal] = stored
      } else {
        refusals.insert(.init(.invalidValue, column: name(ordinal, table)))
      }
    }
    let touched = table.schema.columns.indices.filter {
      table.schema.columns[$0].updatesTimestamp && given[$0] == nil
    }
    return (changed(row, from: old, table, touched, context, &refusals), refusals)
  }

  /// Replaces a row by a whole one that fits its columns; the row as it is then.
  ///
  /// - Parameter touched: columns that take the statement's time where `row` leaves them alone.
  mutating func replace(
    _ place: Int, _ key: ModelKey, _ row: ModelRow, touching touched: [Int], _ context: ModelContext
  ) -> ModelOutcome<[SQLValue]> {
    guard let old = tables[place].rows[key], context.reaches(old.scope) else { return .refused([.init(.notFound)]) }
    let touched = touched.filter { SQLValue.isSame(old.values[$0], row.values[$0]) }
    var refusals: Set<ModelRefusal> = []
    let changed = changed(row, from: old, tables[place], touched, context, &refusals)
    guard refusals.isEmpty else { return .refused(refusals) }
    tables[place].put(changed, key)
    return .done(changed.values)
  }

  /// What a changed row is in the end, and what speaks against it.
  private func changed(
    _ row: ModelRow, from old: ModelRow, _ table: ModelTable, _ touched: [Int], _ context: ModelContext,
    _ refusals: inout Set<ModelRefusal>
  ) -> ModelRow {
    var row = row
    let key = table.key(of: old.values)
    if ModelKey(row.values[table.schema.primaryKey]) != key {
      refusals.insert(.init(.invalidValue, column: name(table.schema.primaryKey, table)))
    }
    checkScope(row, old, table, &refusals)
    guard !zip(row.values, old.values).allSatisfy(SQLValue.isSame) else { return row }
    for column in touched { row.values[column] = .text(context.now) }
    checkReferences(row, table, since: old, &refusals)
    checkUnique(row, table, key: key, &refusals)
    return row
  }

  /// A row does not change its workspace, neither by its own column nor by what it inherits it from.
  private func checkScope(
    _ row: ModelRow, _ old: ModelRow, _ table: ModelTable, _ refusals: inout Set<ModelRefusal>
  ) {
    guard let column = table.schema.scopeColumn, ModelKey(row.values[column]) != ModelKey(old.values[column]) else {
      return
    }
    if table.schema.layout.scopeInKey != nil {
      refusals.insert(.init(.crossesScope))
    } else if let scope = inheritedScope(row, table, &refusals), scope != old.scope {
      refusals.insert(.init(.crossesScope))
    }
  }
}

extension IntegrityModel {
  func name(_ ordinal: Int, _ table: ModelTable) -> String { table.schema.columns[ordinal].name }

  /// A given value as its column holds it.
  private func stored(_ given: SQLValue, _ ordinal: Int, _ table: ModelTable) -> SQLValue? {
    guard ordinal == table.schema.primaryKey, table.schema.hasIntegerKey else {
      return ModelValues.stored(given, table.schema.columns[ordinal])
    }
    // NULL asks for the next number, as does 0 in MySQL; here 0 is refused, since what it means is a setting there.
    if given == .null { return nextKey(table) }
    let stored = ModelValues.stored(given, table.schema.columns[ordinal])
    return stored == .integer(0) ? nil : stored
  }

  /// The value of a column that an INSERT does not name.
  private func missing(
    _ ordinal: Int, _ table: ModelTable, _ context: ModelContext, _ uuid: (Int) -> SQLValue
  ) -> SQLValue? {
    let column = table.schema.columns[ordinal]
    if ordinal == table.schema.primaryKey && table.schema.hasIntegerKey { return nextKey(table) }
    if ordinal == table.schema.layout.scopeInKey, let tenant = context.scope.tenant { return .integer(Int128(tenant)) }
    return switch column.defaultValue {
    case .none: implicitDefault(column)
    case .literal(let text): ModelValues.stored(.text(text), column)
    case .currentTimestamp: .text(context.now)
    case .uuid: uuid(ordinal)
    }
  }

  /// NULL, or an enumeration's first name; anything else must be given.
  private func implicitDefault(_ column: ColumnDefinition) -> SQLValue? {
    if column.isNullable { return .null }
    guard case .enumeration(let names) = column.type else { return nil }
    return .text(names[0])
  }

  private func nextKey(_ table: ModelTable) -> SQLValue? {
    let range = ModelValues.range(table.schema.columns[table.schema.primaryKey])
    return range.contains(Int128(table.next)) ? .integer(Int128(table.next)) : nil
  }
}

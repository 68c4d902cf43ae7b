import TestSupport

@testable import TableStore

/// Makes up statements: most of them fit the rows that the model has, some collide, some lead into other workspaces or
/// nowhere.
struct StatementMaker {
  var values: ValueMaker
  /// The workspaces that tenants write for.
  static let tenants: [UInt64] = [1, 2, 3, 4]

  init(_ random: SeededRandom) { values = ValueMaker(random) }

  private var isForMySQL: Bool { values.isForMySQL }
  mutating func chance(_ part: Int) -> Bool { values.random.chance(part) }
  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &values.random) }

  /// A statement on a table by whoever writes.
  mutating func statement(_ place: Int, _ model: IntegrityModel, _ context: ModelContext) -> IntegrityStatement {
    let table = model.tables[place]
    let many = table.schema.name == "users" ? 25 : table.schema.name == "workspaces" ? 7 : 140
    // Few users and workspaces go: everything goes with them.
    let mayErase = many == 140 || chance(many == 25 ? 4 : 8)
    if table.keys.count > many && mayErase && !chance(4) { return .erase(keyText(table)) }
    switch number(0..<100) {
    case 0..<40: return .insert(row(table, model, context, isUpsert: false))
    case 40..<62: return .update(keyText(table), set: changes(table, model, context))
    case 62..<78: return .upsert(row(table, model, context, isUpsert: true))
    case 78..<86 where mayErase: return .erase(keyText(table))
    case 86..<94 where !isForMySQL && !table.keys.isEmpty: return .replace(replacement(table, model, context))
    case 94..<97 where !isForMySQL && !table.keys.isEmpty: return .delete(anyKey(table))
    case 97..<100 where !isForMySQL && mayErase && !table.keys.isEmpty: return .eraseTyped(anyKey(table))
    default: return .insert(row(table, model, context, isUpsert: false))
    }
  }
}

extension StatementMaker {
  /// Values of a new row whose key is left to the store.
  mutating func newRow(_ place: Int, _ model: IntegrityModel, _ context: ModelContext) -> [Int: SQLValue] {
    let table = model.tables[place]
    var values = row(table, model, context, isUpsert: false)
    if !isForMySQL { values[table.schema.primaryKey] = nil }
    return values
  }
}

// MARK: Keys

extension StatementMaker {
  private mutating func anyRow(_ table: ModelTable) -> [SQLValue]? {
    table.keys.isEmpty ? nil : table.rows[table.keys[number(0..<table.keys.count)]]?.values
  }

  private mutating func anyKey(_ table: ModelTable) -> SQLValue { anyRow(table)?[table.schema.primaryKey] ?? .null }

  /// The key of a row, or of none, as SQL would write it.
  private mutating func keyText(_ table: ModelTable) -> String {
    if table.schema.hasIntegerKey && chance(60) && !isForMySQL {
      return values.random.pick(["", "x", "-1", "1.0", "0"])
    }
    guard let row = anyRow(table), !chance(12) else { return table.schema.hasIntegerKey ? "99999999" : "nobody" }
    let key = row[table.schema.primaryKey].keyText
    if table.schema.hasIntegerKey { return key }
    let spelling = values.spelling(of: key)
    // A MySQL server that looks a text up in an index finds none that is longer than the column.
    let limit = table.schema.columns[table.schema.primaryKey].type.lengthLimit ?? 0
    return isForMySQL && spelling.unicodeScalars.count > limit ? key : spelling
  }

  /// The primary key of a new row; `nil` when it is left out.
  private mutating func newKey(_ table: ModelTable, meetsOthers: Bool) -> SQLValue? {
    let column = table.schema.columns[table.schema.primaryKey]
    if chance(meetsOthers ? 3 : 14), let row = anyRow(table) {
      let key = row[table.schema.primaryKey]
      return table.schema.hasIntegerKey ? key : .text(values.spelling(of: key.keyText))
    }
    guard table.schema.hasIntegerKey else {
      if chance(100) && !isForMySQL { return values.random.pick([.null, .integer(7), .bool(true)]) }
      return chance(60) ? nil : .text(values.unique(column))
    }
    if isForMySQL { return .integer(Int128(table.next) + Int128(number(0..<3))) }
    switch number(0..<40) {
    case 0, 1: return .integer(Int128(table.next) + Int128(number(0..<30)))
    case 2, 3: return .integer(Int128(number(1..<400)))
    case 4:
      return values.random.pick([
        .null, .integer(0), .text("x"), .integer(-1), .text("1.2"), .integer(1 << 64),
      ])
    default: return nil
    }
  }
}

// MARK: Rows

extension StatementMaker {
  /// Values of a new row by ordinal.
  private mutating func row(
    _ table: ModelTable, _ model: IntegrityModel, _ context: ModelContext, isUpsert: Bool
  ) -> [Int: SQLValue] {
    var given: [Int: SQLValue] = [:]
    // One that is there already, whose unique values an upsert is likely to meet.
    let twin = isUpsert && chance(2) ? anyRow(table) : nil
    let scope = scopeOfNewRow(table, context)
    for (ordinal, column) in table.schema.columns.enumerated() {
      if ordinal == table.schema.primaryKey {
        given[ordinal] = newKey(table, meetsOthers: isUpsert && twin == nil)
        // An upsert does not tell the key that it made up, and MySQL makes up none.
        if isUpsert || isForMySQL, !table.schema.hasIntegerKey, given[ordinal] == nil {
          given[ordinal] = .text("key \(number(0..<1_000))")
        }
        continue
      }
      let isRequired = !column.isNullable && column.defaultValue == .none
      let mustSay = isForMySQL && (column.defaultValue == .uuid || isRequired && isUpsert)
      guard mustSay || !chance(isRequired ? 300 : 3) || ordinal == table.schema.layout.scopeInKey else { continue }
      if let twin, table.isUnique(ordinal), !chance(5) {
        given[ordinal] = twin[ordinal].spelled { values.spelling(of: $0) }
      } else {
        given[ordinal] = value(ordinal, table, model, scope, isNew: true)
      }
    }
    return given
  }

  /// Changes of a few columns by ordinal.
  private mutating func changes(
    _ table: ModelTable, _ model: IntegrityModel, _ context: ModelContext
  ) -> [Int: SQLValue] {
    var given: [Int: SQLValue] = [:]
    for _ in 0..<number(1..<5) {
      let ordinal = number(0..<table.schema.columns.count)
      if ordinal == table.schema.primaryKey {
        guard !isForMySQL && chance(4) else { continue }
        given[ordinal] = chance(2) ? anyKey(table) : .text("other")
      } else if ordinal == table.schema.layout.scopeInKey {
        guard !isForMySQL && chance(3) else { continue }
        given[ordinal] = value(ordinal, table, model, context.scope, isNew: false)
      } else {
        given[ordinal] = value(ordinal, table, model, context.scope, isNew: false)
      }
    }
    return given
  }

  /// A row that is there, with other values where these fit.
  private mutating func replacement(
    _ table: ModelTable, _ model: IntegrityModel, _ context: ModelContext
  ) -> [SQLValue] {
    guard var row = anyRow(table) else { return [] }
    for (ordinal, given) in changes(table, model, context) where ordinal != table.schema.primaryKey {
      if let stored = ModelValues.stored(given, table.schema.columns[ordinal]) { row[ordinal] = stored }
    }
    return row
  }

  /// Whose a new row will be, as far as it says so itself.
  private mutating func scopeOfNewRow(_ table: ModelTable, _ context: ModelContext) -> Scope {
    guard context.scope == .system, !chance(6) else { return context.scope }
    return .tenant(values.random.pick(Self.tenants))
  }

  private mutating func value(
    _ ordinal: Int, _ table: ModelTable, _ model: IntegrityModel, _ scope: Scope, isNew: Bool
  ) -> SQLValue? {
    let column = table.schema.columns[ordinal]
    if ordinal == table.schema.layout.scopeInKey { return tenant(column, scope, isNew: isNew) }
    guard let pointer = table.pointers.first(where: { $0.column == ordinal }) else {
      return values.value(column, isUnique: table.isUnique(ordinal))
    }
    return reference(column, model.tables[pointer.target], scope)
  }

  /// The value of the column that names the workspace; `nil` when it is left out.
  private mutating func tenant(_ column: ColumnDefinition, _ scope: Scope, isNew: Bool) -> SQLValue? {
    if isForMySQL { return scope.tenant.map { .integer(Int128($0)) } ?? .null }
    switch number(0..<40) {
    case 0: return .integer(Int128(values.random.pick(Self.tenants)))
    case 1: return .null
    case 2: return values.random.pick([.text("x"), .integer(-1), .integer(77), .integer(1 << 64), .text("1")])
    case 3..<20: return scope.tenant.map { .integer(Int128($0)) } ?? .null
    default:
      if scope == .system { return column.isNullable ? nil : .integer(1) }
      return isNew ? scope.tenant.map { .integer(Int128($0)) } : nil
    }
  }

  /// A reference: most often to a row of the same workspace or of all.
  private mutating func reference(_ column: ColumnDefinition, _ target: ModelTable, _ scope: Scope) -> SQLValue {
    if column.isNullable && chance(6) { return .null }
    switch number(0..<60) {
    case 0 where target.schema.hasIntegerKey: return .integer(Int128(values.random.pick([99_999_999, 2_147_483_647])))
    case 1 where target.schema.hasIntegerKey && !isForMySQL:
      return values.random.pick([
        .integer(0), .integer(2_147_483_648), .integer(-1), .text("x"), .integer(1 << 64), .null,
      ])
    case 2: return target.schema.hasIntegerKey ? .integer(88_888_888) : .text("nobody")
    default: break
    }
    var key: SQLValue = target.schema.hasIntegerKey ? .integer(77_777_777) : .text("nobody")
    for _ in 0..<(chance(12) ? 1 : 8) {
      guard !target.keys.isEmpty, let row = target.rows[target.keys[number(0..<target.keys.count)]] else { break }
      key = row.values[target.schema.primaryKey]
      if row.scope == .global || row.scope == scope { break }
    }
    if case .text(let text) = key { return .text(values.spelling(of: text)) }
    return chance(50) ? .text(key.keyText) : key
  }
}

extension ModelTable {
  /// Whether a column is in a unique index.
  fileprivate func isUnique(_ ordinal: Int) -> Bool {
    uniqueIndexes.contains { $0.parts.contains { $0.column == ordinal } }
  }
}

extension SQLValue {
  /// The same text in another spelling.
  fileprivate func spelled(_ respell: (String) -> String) -> SQLValue {
    if case .text(let text) = self { .text(respell(text)) } else { self }
  }
}

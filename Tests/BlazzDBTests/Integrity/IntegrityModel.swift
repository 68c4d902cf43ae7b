@testable import BlazzDB
@testable import TableStore

/// What a store should hold: plain dictionaries, and MySQL's rules of keys and references written down a second time,
/// with the borders between workspaces.
struct IntegrityModel {
  /// In the order of `Blazz.tables`.
  var tables: [ModelTable]
  private let places: [String: Int]

  init() {
    let places = Dictionary(uniqueKeysWithValues: Blazz.tables.enumerated().map { ($1.schema.name, $0) })
    self.places = places
    tables = Blazz.tables.map { ModelTable($0.schema, places) }
    for (child, table) in tables.enumerated() {
      for pointer in table.pointers where pointer.foreignKey != nil {
        tables[pointer.target].referrers.append((table: child, pointer: pointer))
      }
    }
  }

  /// The place of a table.
  func place(_ name: String) -> Int { places[name]! }
}

/// A row's primary key, equal when SQL says so.
enum ModelKey: Hashable {
  case number(UInt64)
  case text([UInt16])

  /// `nil` for NULL.
  init?(_ value: SQLValue) {
    switch value {
    case .integer(let number): self = .number(UInt64(number))
    case .text(let text): self = .text(ModelText.equalityKey(text))
    case .null, .bool, .bytes: return nil
    }
  }
}

/// A row with its values in the columns' order, as SQL shows them.
struct ModelRow {
  var values: [SQLValue]
  var scope: Scope
}

/// A column that refers to another table's primary key.
struct ModelPointer {
  var column: Int
  var target: Int
  /// `nil` when it is not declared to SQL.
  var foreignKey: String?
  var onDelete: ReferentialAction
}

/// One table of the model.
struct ModelTable {
  let schema: TableSchema
  let pointers: [ModelPointer]
  let uniqueIndexes: [IndexDefinition]
  /// The foreign keys of all tables that refer to this one.
  fileprivate(set) var referrers: [(table: Int, pointer: ModelPointer)] = []
  private(set) var rows: [ModelKey: ModelRow] = [:]
  /// The keys of all rows, in an order that follows from the statements alone.
  private(set) var keys: [ModelKey] = []
  private var holders: [[[ModelKey]: ModelKey]]
  /// The next AUTO_INCREMENT value.
  private(set) var next: UInt64 = 1

  fileprivate init(_ schema: TableSchema, _ places: [String: Int]) {
    self.schema = schema
    pointers = schema.targets.map { column, target in
      let reference = schema.columns[column].reference!
      return ModelPointer(
        column: column, target: places[target.name]!, foreignKey: reference.foreignKey, onDelete: reference.onDelete)
    }
    uniqueIndexes = schema.indexes.filter { $0.kind == .unique }
    holders = uniqueIndexes.map { _ in [:] }
  }

  /// Notes that a key was used: the AUTO_INCREMENT value never goes back.
  mutating func use(_ key: ModelKey) {
    guard case .number(let number) = key, number >= next else { return }
    next = number == .max ? number : number + 1
  }

  /// The key of a row.
  func key(of values: [SQLValue]) -> ModelKey { ModelKey(values[schema.primaryKey])! }

  /// The values of a unique index as one; `nil` when one is NULL, since NULLs are distinct.
  private func uniqueKey(_ index: IndexDefinition, _ values: [SQLValue]) -> [ModelKey]? {
    let parts = index.parts.compactMap { ModelKey(values[$0.column]) }
    return parts.count == index.parts.count ? parts : nil
  }

  /// The row that holds the values of a unique index already.
  func holder(_ index: Int, _ values: [SQLValue]) -> ModelKey? {
    uniqueKey(uniqueIndexes[index], values).flatMap { holders[index][$0] }
  }

  /// Puts a row in or replaces it.
  mutating func put(_ row: ModelRow, _ key: ModelKey) {
    if rows[key] == nil { keys.append(key) }
    forget(key)
    rows[key] = row
    for index in uniqueIndexes.indices {
      if let unique = uniqueKey(uniqueIndexes[index], row.values) { holders[index][unique] = key }
    }
  }

  /// Takes a row out.
  mutating func remove(_ key: ModelKey) {
    forget(key)
    rows[key] = nil
    if let place = keys.firstIndex(of: key) { keys.swapAt(place, keys.count - 1) }
    keys.removeLast()
  }

  private mutating func forget(_ key: ModelKey) {
    guard let row = rows[key] else { return }
    for index in uniqueIndexes.indices {
      if let unique = uniqueKey(uniqueIndexes[index], row.values) { holders[index][unique] = nil }
    }
  }
}

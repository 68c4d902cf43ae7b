import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// Whose rows a test looks at.
enum Owner: UInt64, CaseIterable {
  case acme = 1
  case bravo = 2
  /// Rows that belong to no workspace.
  case nobody = 3

  var reach: Reach { self == .nobody ? .everything : .tenant(rawValue) }
}

/// A store with two workspaces, each with two rows in every scoped table, two rows of nobody where a table takes them, and
/// three rows in every global table, the third of which nothing scoped refers to; all made from the schema alone.
///
/// What an index orders by is the same in all of a table's rows, whoever owns them, so that a search which looks beyond
/// its workspace finds something; what must be unique differs.
final class TwoWorkspaces {
  let blazz: Blazz
  /// The values of rows by table and owner, in the columns' order; global rows are nobody's.
  private(set) var rows: [String: [Owner: [[SQLValue]]]] = [:]

  static let scoped = Blazz.tables.filter { $0.schema.isScoped }
  static let global = Blazz.tables.filter { !$0.schema.isScoped }

  init(_ blazz: Blazz) throws {
    self.blazz = blazz
    for table in Self.parentsFirst() {
      let schema = table.schema
      for owner in schema.isScoped ? Owner.allCases : [.nobody] {
        for number in 0..<(schema.isScoped ? 2 : 3) { try insert(schema, owner, number) }
      }
    }
  }

  /// Tables in an order in which what is referred to comes before what refers to it.
  static func parentsFirst() -> [any Table.Type] {
    var ordered: [any Table.Type] = []
    var left = Blazz.tables
    while !left.isEmpty {
      let waiting = Set(left.map { $0.schema.name })
      let ready = left.filter { table in
        table.schema.targets.allSatisfy { $0.target.name == table.schema.name || !waiting.contains($0.target.name) }
      }
      precondition(!ready.isEmpty, "tables refer to each other in a circle")
      ordered += ready
      let names = Set(ready.map { $0.schema.name })
      left.removeAll { names.contains($0.schema.name) }
    }
    return ordered
  }

  private func insert(_ schema: TableSchema, _ owner: Owner, _ number: Int) throws {
    guard var values = values(for: schema, owner, number: Int(owner.rawValue) * 10 + number) else { return }
    // The last row of each is marked as deleted.
    if number < (schema.isScoped ? 1 : 2), let column = schema.softDeleteColumn {
      values[schema.columns[column].name] = .null
    }
    let row = try blazz.store.writeSync(owner.reach) { db in
      let table = try #require(db.table(named: schema.name))
      let key = try table.insert(values)
      var row: [SQLValue] = []
      #expect(try table.get(key.keyText) { row = try $0.values(schema) })
      return row
    }
    rows[schema.name, default: [:]][owner, default: []].append(row)
  }

  /// Values of a new row of an owner by column name; `nil` where nobody can have one. Key and tenant are left to the
  /// store, but for text keys.
  func values(for schema: TableSchema, _ owner: Owner, number: Int) -> [String: SQLValue]? {
    var values: [String: SQLValue] = [:]
    let unique = Set(schema.indexes.filter { $0.kind == .unique }.flatMap { $0.parts.map(\.column) })
    let targets = schema.targets
    for (ordinal, column) in schema.columns.enumerated() {
      if ordinal == schema.primaryKey && schema.hasIntegerKey { continue }
      if ordinal == schema.layout.scopeInKey {
        guard owner == .nobody else { continue }
        guard column.isNullable else { return nil }
        values[column.name] = .null
      } else if let target = targets.first(where: { $0.column == ordinal })?.target {
        let rows = rows[target.name]?[target.isScoped ? owner : .nobody] ?? []
        guard let row = rows.isEmpty ? nil : rows[number % 10 % rows.count] else {
          guard column.isNullable && ordinal != schema.scopeColumn else { return nil }
          continue
        }
        values[column.name] = row[target.primaryKey]
      } else {
        let isUnique = unique.contains(ordinal) || ordinal == schema.primaryKey
        values[column.name] = Self.value(of: column, isUnique ? "\(number)-u" : "same")
      }
    }
    return values
  }

  private static func value(of column: ColumnDefinition, _ text: String) -> SQLValue {
    switch column.type {
    case .bool: .bool(true)
    case .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned: .integer(7)
    case .decimal: .text("1.5")
    case .timestamp, .datetime: .text("2025-03-04 05:06:07")
    case .date: .text("2025-03-04")
    case .enumeration(let names): .text(names[0])
    case .char, .varchar, .text, .mediumtext, .longtext: .text(text)
    case .json: .text("{\"k\": 1}")
    case .blob: .bytes([0, 1, 255])
    }
  }
}

extension TwoWorkspaces {
  /// The rows of an owner.
  func rows(_ schema: TableSchema, _ owner: Owner) -> [[SQLValue]] { rows[schema.name]?[owner] ?? [] }

  /// The rows that a workspace does not own.
  func foreign(_ schema: TableSchema, to owner: Owner) -> [[SQLValue]] {
    Owner.allCases.filter { $0 != owner }.flatMap { rows(schema, $0) }
  }

  /// The primary keys of an owner's rows.
  func keys(_ schema: TableSchema, _ owner: Owner) -> Set<SQLValue> {
    Set(rows(schema, owner).map { $0[schema.primaryKey] })
  }

  /// Runs `body` and expects every table to be byte for byte what it was.
  func expectUnchanged(
    _ what: String, _ location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let before = try blazz.store.rawTables()
    try body()
    let after = try blazz.store.rawTables()
    for (name, entries) in before where after[name] != entries {
      Issue.record("\(what): \(name) changed", sourceLocation: location)
    }
  }
}

/// Runs `body` on a new store with two workspaces.
func withTwoWorkspaces<Result>(_ body: (TwoWorkspaces) throws -> Result) throws -> Result {
  try withScratchFolder { folder in
    let blazz = try Blazz(path: folder.appending(path: "two.blazz").path, options: .testing)
    let result = try body(TwoWorkspaces(blazz))
    try blazz.close()
    return result
  }
}

extension TableSchema {
  /// The columns that refer to other tables, declared to SQL or not.
  var targets: [(column: Int, target: TableSchema)] {
    columns.enumerated().compactMap { ordinal, column in
      guard ordinal != primaryKey, let type = column.reference?.target as? any Table.Type else { return nil }
      return (ordinal, type.schema)
    }
  }
}

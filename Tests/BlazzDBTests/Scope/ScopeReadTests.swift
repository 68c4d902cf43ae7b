import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// A workspace reads its own rows and no others, by every public call, in every scoped table.
@Suite struct ScopeReadTests {
  @Test func everyScopedTableHasRowsOfBothWorkspaces() throws {
    #expect(TwoWorkspaces.scoped.count == 37)
    try withTwoWorkspaces { store in
      for table in TwoWorkspaces.scoped {
        for owner in [Owner.acme, .bravo] {
          #expect(store.rows(table.schema, owner).count == 2, "\(table.schema.name): \(owner)")
        }
      }
      #expect(TwoWorkspaces.scoped.count { !store.rows($0.schema, .nobody).isEmpty } == 9)
    }
  }

  @Test(arguments: [Owner.acme, .bravo]) func typedCalls(reader: Owner) throws {
    try withTwoWorkspaces { store in
      let workspace = try store.blazz.workspace(ID(reader.rawValue))
      for table in TwoWorkspaces.scoped {
        try workspace.read { db in try checkTyped(table, db, store, reader) }
        try workspace.writeSync { db in try checkTyped(table, db, store, reader) }
      }
    }
  }

  @Test(arguments: [Owner.acme, .bravo]) func callsByName(reader: Owner) throws {
    try withTwoWorkspaces { store in
      let workspace = try store.blazz.workspace(ID(reader.rawValue))
      for table in TwoWorkspaces.scoped {
        try workspace.read { db in try checkDynamic(table.schema, db, store, reader) }
        try workspace.writeSync { db in try checkDynamic(table.schema, db, store, reader) }
      }
    }
  }

  /// What a workspace is refused is there: the system reads it by the same calls.
  @Test func theSystemReadsAll() throws {
    try withTwoWorkspaces { store in
      try store.blazz.system.read { db in
        for table in TwoWorkspaces.scoped { try checkSystem(table, db, store) }
      }
    }
  }
}

extension ScopeReadTests {
  private func checkTyped<Row: Table, Mode: AccessMode>(
    _: Row.Type, _ db: Tables<Mode>, _ store: TwoWorkspaces, _ reader: Owner
  ) throws {
    let schema = Row.schema
    let own = store.keys(schema, reader)
    let liveRows = store.rows(schema, reader).prefix(schema.softDeleteColumn == nil ? 2 : 1)
    let live = Set(liveRows.map { $0[schema.primaryKey] })
    for (table, expected) in [(db.table(Row.self), live), (db.table(Row.self).withDeleted(), own)] {
      func expect(_ rows: [Row], _ what: String) {
        #expect(rows.count == expected.count && Set(rows.map(\.keyValue)) == expected, "\(schema.name): \(what)")
      }
      expect(try table.all(), "all")
      #expect(try table.count() == expected.count, "\(schema.name): count")
      var visited: [Row] = []
      try table.forEach { visited.append($0) }
      expect(visited, "forEach")
      for index in Row.orderedIndexes {
        for direction in [Direction.ascending, .descending] {
          let query = table.order(by: index, direction)
          expect(try query.all(), "order(by: \(index.definition.name))")
          #expect(try query.count() == expected.count)
          #expect(try query.first().map { expected.contains($0.keyValue) } == true)
          expect(try query.limit(expected.count + 1).all(), "limit")
        }
      }
      for row in store.foreign(schema, to: reader) { try checkUnseen(row, table, expected, schema) }
    }
    guard let index = Row.orderedIndexes.first else { return }
    #expect(try db.table(Row.self).order(by: index).withDeleted().count() == own.count)
  }

  /// Another's row is found by none of its values.
  private func checkUnseen<Row: Table, Mode: AccessMode>(
    _ row: [SQLValue], _ table: TableHandle<Row, Mode>, _ own: Set<SQLValue>, _ schema: TableSchema
  ) throws {
    let key = Row.key(row)
    #expect(try table.get(key) == nil, "\(schema.name)")
    #expect(code { try table.require(key) } == .notFound)
    for index in Row.orderedIndexes {
      let values = index.definition.parts.map { row[$0.column] }
      if index.definition.kind == .unique {
        #expect(try table.find(index, all: values) == nil, "\(index.definition.name)")
      }
      for count in 1...values.count {
        let query = table.matching(index, all: Array(values.prefix(count)))
        for query in [query, query.reversed()] {
          let found = try query.all()
          #expect(Set(found.map(\.keyValue)).isSubset(of: own), "\(index.definition.name)")
          #expect(try query.count() == found.count)
          var visited = 0
          try query.forEach { _ in visited += 1 }
          #expect(visited == found.count)
        }
      }
    }
  }

  private func checkDynamic<Mode: AccessMode>(
    _ schema: TableSchema, _ db: Tables<Mode>, _ store: TwoWorkspaces, _ reader: Owner
  ) throws {
    let table = try #require(db.table(named: schema.name))
    let own = store.rows(schema, reader)
    #expect(try table.allValues() == own, "\(schema.name)")
    for column in schema.columns.indices {
      for direction in [Direction.ascending, .descending] {
        var found: Set<SQLValue> = []
        try table.forEach(order: [OrderTerm(column, direction)], limit: 9) { row in
          found.insert(try row.value(schema.primaryKey))
        }
        #expect(found == store.keys(schema, reader), "\(schema.name) by \(schema.columns[column].name)")
      }
    }
    for row in store.foreign(schema, to: reader) {
      let isSeen = try table.get(row[schema.primaryKey].keyText) { _ in Issue.record("\(schema.name): a row was lent") }
      #expect(!isSeen, "\(schema.name)")
    }
    // How many rows there are is known of all workspaces together only.
    #expect(code { try table.storedSizes() } == .crossesScope, "\(schema.name)")
  }

  private func checkSystem<Row: Table>(_: Row.Type, _ db: Tables<Reading>, _ store: TwoWorkspaces) throws {
    let schema = Row.schema
    let table = db.table(Row.self).withDeleted()
    let rows = store.foreign(schema, to: .nobody) + store.rows(schema, .nobody)
    let keys = Set(rows.map { $0[schema.primaryKey] })
    #expect(try Set(table.all().map(\.keyValue)) == keys)
    #expect(try db.table(named: schema.name)?.storedSizes().rows == rows.count)
    for index in Row.orderedIndexes {
      #expect(try Set(table.order(by: index).all().map(\.keyValue)) == keys, "\(index.definition.name)")
      for row in rows {
        let found = try table.matching(index, all: index.definition.parts.map { row[$0.column] }).all()
        #expect(found.contains { $0.keyValue == row[schema.primaryKey] }, "\(index.definition.name)")
      }
    }
  }
}

extension Table {
  fileprivate var keyValue: SQLValue { primaryKey.sqlValue }
}

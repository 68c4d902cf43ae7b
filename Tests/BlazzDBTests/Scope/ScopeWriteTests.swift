import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// A workspace changes no row of another workspace, or of nobody, by any public call; every table is byte for byte the
/// same afterwards.
@Suite struct ScopeWriteTests {
  @Test func typedCalls() throws {
    try withTwoWorkspaces { store in
      let acme = try store.blazz.workspace(1)
      for table in TwoWorkspaces.scoped {
        try store.expectUnchanged(table.schema.name) {
          try acme.writeSync { db in try checkTyped(table, db, store) }
        }
      }
    }
  }

  @Test func callsByName() throws {
    try withTwoWorkspaces { store in
      let acme = try store.blazz.workspace(1)
      for table in TwoWorkspaces.scoped {
        try store.expectUnchanged(table.schema.name) {
          try acme.writeSync { db in try checkChanges(table.schema, db, store) }
          try acme.writeSync { db in try checkInsertions(table.schema, db, store) }
        }
      }
    }
  }

  /// Own rows do not move: neither by the tenant's column nor by what they inherit the tenant from.
  @Test func rowsDoNotMove() throws {
    try withTwoWorkspaces { store in
      for reach in [Reach.tenant(1), .everything] {
        for table in TwoWorkspaces.scoped {
          try store.expectUnchanged(table.schema.name) {
            try store.blazz.store.writeSync(reach) { db in try checkMoves(table, db, store) }
          }
        }
      }
    }
  }

  /// The same calls change own rows: what is refused above is not refused for another reason.
  @Test func ownRowsChange() throws {
    try withTwoWorkspaces { store in
      let acme = try store.blazz.workspace(1)
      for table in TwoWorkspaces.parentsFirst().reversed() where table.schema.isScoped {
        let schema = table.schema
        let key = store.rows(schema, .acme)[0][schema.primaryKey].keyText
        try acme.writeSync { db in
          let dynamic = try #require(db.table(named: schema.name))
          let values = try #require(store.values(for: schema, .acme, number: 18))
          #expect(try dynamic.update(key, set: values.filter { $0.key != schema.columns[schema.primaryKey].name }))
          #expect(try dynamic.erase(key), "\(schema.name)")
          #expect(try dynamic.upsert(values), "\(schema.name)")
        }
      }
    }
  }
}

extension ScopeWriteTests {
  private func checkTyped<Row: Table>(_: Row.Type, _ db: Tables<Writing>, _ store: TwoWorkspaces) throws {
    let schema = Row.schema
    for values in store.foreign(schema, to: .acme) {
      let row = try Row.make(values)
      for table in [db.table(Row.self), db.table(Row.self).withDeleted()] {
        #expect(code { try table.update(row) } == .notFound, "\(schema.name)")
        let lent = code { try table.update(row.primaryKey) { _ in Issue.record("\(schema.name): a row was lent") } }
        #expect(lent == .notFound, "\(schema.name)")
        #expect(try !table.delete(row.primaryKey), "\(schema.name)")
        #expect(try !table.erase(row.primaryKey), "\(schema.name)")
      }
    }
  }

  /// Changes of others' rows by their keys, column by column; the restoration of a deleted one is among them.
  private func checkChanges(_ schema: TableSchema, _ db: Tables<Writing>, _ store: TwoWorkspaces) throws {
    let table = try #require(db.table(named: schema.name))
    let own = store.rows(schema, .acme)[0]
    for row in store.foreign(schema, to: .acme) {
      let key = row[schema.primaryKey].keyText
      for (ordinal, column) in schema.columns.enumerated() where ordinal != schema.primaryKey {
        for value in [own[ordinal], row[ordinal], .null] {
          #expect(try !table.update(key, set: [column.name: value]), "\(schema.name).\(column.name)")
        }
      }
      #expect(try !table.erase(key), "\(schema.name)")
    }
  }

  /// New rows that take others' keys or unique values, or say that they are another's.
  private func checkInsertions(_ schema: TableSchema, _ db: Tables<Writing>, _ store: TwoWorkspaces) throws {
    let table = try #require(db.table(named: schema.name))
    let keyName = schema.columns[schema.primaryKey].name
    let values = try #require(store.values(for: schema, .acme, number: 19))
    func expectRefused(_ expected: Set<StoreError.Code?>, _ changes: [String: SQLValue], _ what: String) {
      let values = values.merging(changes) { $1 }
      for call in [{ _ = try table.insert(values) }, { _ = try table.upsert(values) }] {
        let error = storeError(call)
        #expect(expected.contains(error?.code), "\(schema.name): \(what)")
        // What stands in the way is nobody's business.
        #expect(error?.otherKey == nil, "\(schema.name): \(what)")
      }
    }
    for row in store.foreign(schema, to: .acme) {
      expectRefused([.duplicate], [keyName: row[schema.primaryKey]], "another's key")
      for index in schema.indexes where index.kind == .unique {
        let taken = index.parts.map { (schema.columns[$0.column].name, row[$0.column]) }
        let isOwnReference = index.parts.contains { part in schema.targets.contains { $0.column == part.column } }
        let expected: Set<StoreError.Code?> = isOwnReference ? [.crossesScope, .duplicate] : [.duplicate]
        expectRefused(expected, Dictionary(uniqueKeysWithValues: taken), index.name)
      }
      guard let column = schema.scopeColumn else { continue }
      expectRefused([.crossesScope], [schema.columns[column].name: row[column]], "another's workspace")
    }
  }

  private func checkMoves<Row: Table>(_: Row.Type, _ db: Tables<Writing>, _ store: TwoWorkspaces) throws {
    let schema = Row.schema
    guard let column = schema.scopeColumn else { return }
    let dynamic = try #require(db.table(named: schema.name))
    let own = store.rows(schema, .acme)[0]
    for other in store.foreign(schema, to: .acme) {
      let (key, change) = (own[schema.primaryKey].keyText, [schema.columns[column].name: other[column]])
      #expect(code { try dynamic.update(key, set: change) } == .crossesScope, "\(schema.name)")
      var moved = own
      moved[column] = other[column]
      let row = try Row.make(moved)
      #expect(code { try db.table(Row.self).update(row) } == .crossesScope, "\(schema.name)")
      #expect(code { try db.table(Row.self).update(row.primaryKey) { $0 = row } } == .crossesScope, "\(schema.name)")
    }
  }
}

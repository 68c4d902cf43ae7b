import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// What a workspace erases of the tables that all share takes no row of another workspace along.
@Suite struct ScopeErasureTests {
  @Test func rowsThatOthersDependOnStay() throws {
    try withTwoWorkspaces { store in
      let acme = try store.blazz.workspace(1)
      for table in [User.self, WorkspaceRecord.self] as [any Table.Type] {
        try store.expectUnchanged(table.schema.name) {
          // The first two users made workspaces and work in both; the second workspace is the other one.
          let rows = store.rows(table.schema, .nobody)
          for row in table == User.self ? rows.prefix(2) : rows[1..<2] {
            try acme.writeSync { db in try expectRefused(table, row, db) }
          }
        }
      }
    }
  }

  /// Whatever the outcome: scoped tables stay as they are, but for what goes with acme's own workspace.
  @Test func noGlobalRowTakesOthersAlong() throws {
    for isTyped in [false, true] {
      try withTwoWorkspaces { store in
        for table in TwoWorkspaces.global {
          for row in store.rows(table.schema, .nobody) where !(table == WorkspaceRecord.self && row[0] == .integer(1)) {
            let before = try scopedTables(store)
            let key = row[table.schema.primaryKey].keyText
            let isErased = try? store.blazz.workspace(1).writeSync { db throws -> Bool in
              isTyped ? try erase(table, row, db) : try db.table(named: table.schema.name)?.erase(key) == true
            }
            #expect(try scopedTables(store) == before, "\(table.schema.name) \(key), erased: \(isErased == true)")
          }
        }
      }
    }
  }

  /// A workspace may end itself: its own rows go as its foreign keys say, the other's stay.
  @Test func aWorkspaceErasesItself() throws {
    try withTwoWorkspaces { store in
      let dependent = TwoWorkspaces.scoped.map { $0.schema }.filter { schema in
        schema.foreignKeys.contains { ($0.reference.target as? any Table.Type)?.schema === WorkspaceRecord.schema }
      }
      #expect(dependent.count == 14)
      #expect(try store.blazz.workspace(1).writeSync { db in try db.workspaces.erase(1) })
      try store.blazz.system.read { db in
        for schema in TwoWorkspaces.scoped.map({ $0.schema }) {
          let rows = try #require(db.table(named: schema.name)).allValues()
          for owner in [Owner.bravo, .nobody] {
            for row in store.rows(schema, owner) { #expect(rows.contains(row), "\(schema.name)") }
          }
          if dependent.contains(where: { $0 === schema }) {
            #expect(!rows.contains { $0[schema.scopeColumn!] == .integer(1) }, "\(schema.name)")
          }
        }
      }
    }
  }

  /// The system erases what a workspace may not.
  @Test func theSystemErasesAcrossWorkspaces() throws {
    try withTwoWorkspaces { store in
      #expect(try store.blazz.system.writeSync { db in try db.users.erase(1) })
      try store.blazz.system.read { db throws in
        #expect(try db.workspaces.withDeleted().all().map(\.id) == [2, 3])
        #expect(try db.teams.withDeleted().all().map(\.workspaceID) == [2])
        #expect(try db.chats.withDeleted().all().map(\.workspaceID) == [2, 2])
      }
    }
  }
}

extension ScopeErasureTests {
  private func expectRefused<Row: Table>(_: Row.Type, _ row: [SQLValue], _ db: Tables<Writing>) throws {
    let name = Row.schema.name
    let table = db.table(Row.self).withDeleted()
    let isSoft = Row.schema.softDeleteColumn != nil
    #expect(code { try table.erase(Row.key(row)) } == .crossesScope, "\(name)")
    if !isSoft { #expect(code { try table.delete(Row.key(row)) } == .crossesScope, "\(name)") }
    let dynamic = try #require(db.table(named: name))
    #expect(code { try dynamic.erase(row[Row.schema.primaryKey].keyText) } == .crossesScope, "\(name)")
  }

  private func erase<Row: Table>(_: Row.Type, _ row: [SQLValue], _ db: Tables<Writing>) throws -> Bool {
    try db.table(Row.self).withDeleted().erase(Row.key(row))
  }

  private func scopedTables(_ store: TwoWorkspaces) throws -> [String: [RawStore.Entry]] {
    let names = Set(TwoWorkspaces.scoped.map { $0.schema.name })
    return try store.blazz.store.rawTables().filter { names.contains($0.key) }
  }
}

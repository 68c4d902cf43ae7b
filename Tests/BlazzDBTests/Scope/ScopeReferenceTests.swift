import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// No row of a workspace refers to a row of another, by any column that refers to a scoped table or names the workspace,
/// declared to SQL or not.
@Suite struct ScopeReferenceTests {
  @Test(arguments: [Reach.tenant(1), .everything]) func rowsOfAnotherWorkspaceAreNoTargets(reach: Reach) throws {
    var columns = 0
    try withTwoWorkspaces { store in
      for table in TwoWorkspaces.scoped {
        for (column, target) in table.schema.targets where target.isScoped {
          columns += 1
          try store.expectUnchanged("\(table.schema.name).\(table.schema.columns[column].name)") {
            try store.blazz.store.writeSync(reach) { db in try check(table, column, target, db, store, reach) }
          }
        }
      }
    }
    #expect(columns == 23)
  }

  /// The same rows with targets of their own are stored.
  @Test func ownTargetsAreTaken() throws {
    try withTwoWorkspaces { store in
      for table in TwoWorkspaces.scoped {
        let values = try #require(store.values(for: table.schema, .acme, number: 19))
        try store.blazz.workspace(1).writeSync { db in
          let table = try #require(db.table(named: table.schema.name))
          // A contact is in a group once: its membership is there already.
          guard table.schema.name != "contact_contact_group" else { return }
          try table.insert(values)
        }
      }
    }
  }
}

extension ScopeReferenceTests {
  private func check<Row: Table>(
    _: Row.Type, _ column: Int, _ target: TableSchema, _ db: Tables<Writing>, _ store: TwoWorkspaces, _ reach: Reach
  ) throws {
    let schema = Row.schema
    let dynamic = try #require(db.table(named: schema.name))
    let name = schema.columns[column].name
    var values = try #require(store.values(for: schema, .acme, number: 19))
    if let tenant = schema.layout.scopeInKey { values[schema.columns[tenant].name] = .integer(1) }
    let own = store.rows(schema, .acme)[0]
    for foreign in store.rows(target, .bravo) {
      let key = foreign[target.primaryKey]
      values[name] = key
      // The system may give a row that inherits its workspace to the other one; then all else is out of place.
      let scopedTargets = schema.targets.count { $0.target.isScoped }
      if reach == .tenant(1) || column != schema.scopeColumn || scopedTargets > 1 {
        #expect(code { try dynamic.insert(values) } == .crossesScope, "\(schema.name).\(name)")
        #expect(code { try dynamic.upsert(values) } == .crossesScope, "\(schema.name).\(name)")
      }
      let text = own[schema.primaryKey].keyText
      #expect(code { try dynamic.update(text, set: [name: key]) } == .crossesScope, "\(schema.name).\(name)")
      let holder = values.merging([schema.columns[schema.primaryKey].name: own[schema.primaryKey]]) { $1 }
      #expect(code { try dynamic.upsert(holder) } == .crossesScope, "\(schema.name).\(name)")
      var changed = own
      changed[column] = key
      let row = try Row.make(changed)
      #expect(code { try db.table(Row.self).withDeleted().update(row) } == .crossesScope, "\(schema.name).\(name)")
    }
  }
}

import TestSupport
import Testing

@testable import TableStore

/// Rows that belong to a tenant, or, with NULL, to the system itself.
@Table("events", id: 30, scope: .workspace)
private struct Event: Equatable {
  var id: ID<Event>
  var workspaceID: ID<Tenant>?
  @Column(.varchar(20)) var name: String
  static let byName = Index("events_name", id: 1, on: \.name)
  static let byTenantAndName = Index("events_tenant_name", id: 2, on: \.workspaceID, \.name)
  static let byTenant = Index("events_tenant", id: 3, on: \.workspaceID)
}

@Suite struct ScopeTests {
  @Test func aTenantSeesItsOwnRowsOnly() throws {
    try withTenants { store in
      let notes = try [1, 2].map { tenant in
        try store.writeSync(.tenant(tenant)) { db in try db.notes.insert(.init(code: "c\(tenant)", title: "t")) }
      }
      #expect(notes.map(\.workspaceID) == [1, 2])
      try store.writeSync(.tenant(1)) { db throws in
        #expect(try db.notes.get(notes[1].id) == nil)
        #expect(storeError { _ = try db.notes.require(notes[1].id) }?.code == .notFound)
        #expect(try db.notes.find(Note.byCode, "c2") == nil)
        #expect(try db.notes.matching(Note.byTitle, "t").all() == [notes[0]])
        #expect(try !db.notes.delete(notes[1].id))
        #expect(try !db.notes.erase(notes[1].id))
        #expect(storeError { try db.notes.update(notes[1]) }?.code == .notFound)
      }
      #expect(try store.read(.everything) { db in try db.notes.all() } == notes)
    }
  }

  @Test func aRowForAnotherTenantIsRefused() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        #expect(storeError { try db.notes.insert(.init(workspaceID: 2)) }?.code == .crossesScope)
        let note = try db.notes.insert(.init(workspaceID: 1))
        #expect(storeError { try db.notes.update(note.id) { $0.workspaceID = 2 } }?.code == .crossesScope)
      }
      let error = storeError {
        try store.writeSync(.everything) { db in _ = try db.notes.update(1) { $0.workspaceID = 2 } }
      }
      #expect(error?.code == .crossesScope)
    }
  }

  @Test func aChildGoesWithItsParent() throws {
    try withTenants { store in
      for tenant in [1, 2] as [UInt64] {
        try store.writeSync(.tenant(tenant)) { db in _ = try db.notes.insert(.init()) }
      }
      try store.writeSync(.tenant(1)) { db throws in
        #expect(storeError { try db.attachments.insert(.init(noteID: 2, name: "x")) }?.code == .crossesScope)
      }
      let child = try store.writeSync(.everything) { db in try db.attachments.insert(.init(noteID: 2, name: "x")) }
      #expect(try store.read(.tenant(1)) { db in try db.attachments.get(child.id) } == nil)
      #expect(try store.read(.tenant(2)) { db in try db.attachments.get(child.id) } == child)
      for reach in [Reach.tenant(2), .everything] {
        let error = storeError {
          try store.writeSync(reach) { db in _ = try db.attachments.update(child.id) { $0.noteID = 1 } }
        }
        #expect(error?.code == .crossesScope)
      }
    }
  }

  @Test func rowsOfTheSystemBelongToNoTenant() throws {
    try withStore([Tenant.self, Event.self]) { store in
      let (system, own) = try store.writeSync(.everything) { db in
        let table = db.table(Event.self)
        return (try table.insert(.init(name: "boot")), try table.insert(.init(workspaceID: 7, name: "login")))
      }
      #expect(system.workspaceID == nil && own.workspaceID == 7)
      #expect(try store.read(.tenant(7)) { db in try db.table(Event.self).all() } == [own])
      #expect(try store.read(.everything) { db in try db.table(Event.self).all() } == [system, own])
      let error = storeError {
        try store.writeSync(.everything) { db in _ = try db.table(Event.self).update(own.id) { $0.workspaceID = nil } }
      }
      #expect(error?.code == .crossesScope)
    }
  }

  /// The tenant's column is in front of the key, not among the index's columns; its value counts all the same.
  @Test func anIndexOnTheTenantsColumnHoldsToItsValue() throws {
    try withStore([Tenant.self, Event.self]) { store in
      let events = try store.writeSync(.everything) { db in
        try [nil, 1, 2, 2].map { try db.table(Event.self).insert(.init(workspaceID: $0, name: "same")) }
      }
      func matches(_ reach: Reach, _ tenant: ID<Tenant>?) throws -> [[Event]] {
        try store.read(reach) { db in
          let table = db.table(Event.self)
          return [
            try table.matching(Event.byTenant, tenant).all(),
            try table.matching(Event.byTenantAndName, tenant, "SAME").all(),
            try table.matching(Event.byTenantAndName, tenant).reversed().all().reversed(),
          ]
        }
      }
      for tenant in [nil, 1, 2, 3] as [ID<Tenant>?] {
        let expected = events.filter { $0.workspaceID == tenant }
        #expect(try matches(.everything, tenant) == [expected, expected, expected])
        let seen = tenant == 2 ? expected : []
        #expect(try matches(.tenant(2), tenant) == [seen, seen, seen])
      }
    }
  }

  @Test func aTextKeyIsEqualUnderTheCollation() throws {
    try withStore { store in
      try store.writeSync(.everything) { db in
        try db.settings.insert(.init(name: "Größe", value: "1"))
        #expect(storeError { try db.settings.insert(.init(name: "GROSSE")) }?.code == .duplicate)
        #expect(try db.settings.get("grosse ")?.value == "1")
        #expect(try db.settings.update("GROSSE") { $0.value = "2" } == Setting(name: "Größe", value: "2"))
        #expect(try db.settings.update("grosse") { $0.name = "Grösse" }.name == "Grösse")
        #expect(storeError { _ = try db.settings.update("grosse") { $0.name = "other" } }?.code == .invalidValue)
        #expect(try db.settings.all() == [Setting(name: "Grösse", value: "2")])
      }
    }
  }
}

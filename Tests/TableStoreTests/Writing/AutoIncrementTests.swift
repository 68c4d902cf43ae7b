import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Ids are counted as InnoDB counts them: upwards, and never twice.
@Suite struct AutoIncrementTests {
  @Test func countsFromOne() throws {
    try withStore { store in
      let ids = try store.writeSync(.everything) { db in
        try (0..<3).map { _ in try db.tenants.insert(.init(name: "t")).id }
      }
      #expect(ids == [1, 2, 3])
      #expect(try insert(store) == 4)
    }
  }

  @Test func aLargerIDAdvancesASmallerOneDoesNot() throws {
    try withStore { store throws in
      #expect(try insert(store, 100) == 100)
      #expect(try insert(store) == 101)
      #expect(try insert(store, 50) == 50)
      #expect(try insert(store) == 102)
    }
  }

  @Test func theErasedLargestIsNotUsedAgain() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.store"
      var store = try Store(path: path, tables: sampleTables, options: .testing)
      for _ in 0..<3 { _ = try insert(store) }
      #expect(try store.writeSync(.everything) { db in try db.tenants.erase(3) })
      #expect(try insert(store) == 4)
      #expect(try store.writeSync(.everything) { db in try db.tenants.erase(4) })
      try store.close()
      store = try Store(path: path, tables: sampleTables, options: .testing)
      #expect(try insert(store) == 5)
      try store.close()
    }
  }

  @Test func anAbandonedWriteUsesNothingUp() throws {
    try withStore { store throws in
      #expect(throws: Abandoned.self) {
        try store.writeSync(.everything) { db in
          _ = try db.tenants.insert(.init(id: 40, name: "t"))
          throw Abandoned()
        }
      }
      #expect(try insert(store) == 1)
    }
  }

  @Test func theLargestIDEndsTheCount() throws {
    try withStore { store throws in
      #expect(try insert(store, .init(.max)) == .init(.max))
      #expect(storeError { _ = try insert(store) }?.code == .duplicate)
      #expect(try insert(store, 7) == 7)
    }
  }

  /// One counter a table, over all tenants: a primary key is unique in the whole table.
  @Test func tenantsShareTheCounter() throws {
    try withTenants { store in
      let ids = try [1, 2, 1, 3].map { tenant in
        try store.writeSync(.tenant(tenant)) { db in try db.notes.insert(.init()).id }
      }
      #expect(ids == [1, 2, 3, 4])
      let error = storeError { try store.writeSync(.tenant(2)) { db in _ = try db.notes.insert(.init(id: 1)) } }
      #expect(error?.code == .duplicate && error?.constraint == "PRIMARY" && error?.column == "id")
    }
  }

  private func insert(_ store: Store, _ id: ID<Tenant>? = nil) throws -> ID<Tenant> {
    try store.writeSync(.everything) { db in try db.tenants.insert(.init(id: id, name: "t")).id }
  }
}

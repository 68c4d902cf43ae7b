import Foundation
import TestSupport
import Testing

@testable import TableStore

@Suite struct ReopeningTests {
  @Test func aReopenedStoreHoldsTheSame() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.store"
      var store = try Store(path: path, tables: sampleTables, options: .testing)
      try store.writeSync(.everything) { db in
        for id in 1...3 as ClosedRange<UInt64> {
          try db.tenants.insert(.init(id: ID(id), name: "t\(id)"))
          let note = try db.notes.insert(.init(workspaceID: ID(id), code: "c\(id)", title: "x"))
          try db.attachments.insert(.init(noteID: note.id, name: "n"))
        }
        try db.settings.insert(.init(name: "key", value: String(repeating: "v", count: 9_000)))
      }
      let before = try sampleTables.map { try store.rawEntries($0.schema) }
      let rows = try store.read(.everything) { db in (try db.notes.all(), try db.settings.all()) }
      try store.close()
      for options in [StoreOptions.testing, .readOnly] {
        let bytes = FileManager.default.contents(atPath: path)
        store = try Store(path: path, tables: sampleTables, options: options)
        #expect(try sampleTables.map { try store.rawEntries($0.schema) } == before)
        #expect(try store.read(.everything) { db in try db.notes.all() } == rows.0)
        #expect(try store.read(.everything) { db in try db.settings.all() } == rows.1)
        try store.requireConsistent()
        try store.close()
        #expect(FileManager.default.contents(atPath: path) == bytes)
      }
    }
  }

  @Test func aStoreOpenedForReadingIsNotWritten() async throws {
    try await withScratchFolder { folder in
      let path = folder.path + "/a.store"
      try Store(path: path, tables: sampleTables, options: .testing).close()
      let store = try Store(path: path, tables: sampleTables, options: .readOnly)
      let error = storeError { try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(name: "x")) } }
      #expect(error?.code == .readOnly)
      let other = await #expect(throws: StoreError.self) {
        try await store.write(.everything) { db in try db.tenants.insert(.init(name: "x")).id }
      }
      #expect(other?.code == .readOnly)
      #expect(try store.read(.everything) { db in try db.tenants.count() } == 0)
      try store.close()
    }
  }

  @Test func tablesThatAreNotGivenAreLeftAlone() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.store"
      var store = try Store(path: path, tables: sampleTables, options: .testing)
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(name: "t"))
        try db.settings.insert(.init(name: "key", value: "v"))
      }
      let settings = try store.rawEntries(Setting.schema)
      try store.close()
      store = try Store(path: path, tables: [Tenant.self], options: .testing)
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(name: "u")) }
      #expect(try store.read(.everything) { db in db.table(named: "settings") == nil })
      try store.close()
      store = try Store(path: path, tables: sampleTables, options: .testing)
      #expect(try store.rawEntries(Setting.schema) == settings)
      #expect(try store.read(.everything) { db in try db.tenants.count() } == 2)
      try store.requireConsistent()
      try store.close()
    }
  }

  @Test func aTableThatTheFileLacksIsMissingForReadersOnly() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.store"
      try Store(path: path, tables: [Tenant.self], options: .testing).close()
      var store = try Store(path: path, tables: sampleTables, options: .readOnly)
      let error = storeError { _ = try store.read(.everything) { db in try db.settings.all() } }
      #expect(error?.code == .notFound && error?.table == "settings")
      #expect(try store.read(.everything) { db in try db.tenants.all() } == [])
      try store.close()
      store = try Store(path: path, tables: sampleTables, options: .testing)
      #expect(try store.read(.everything) { db in try db.settings.all() } == [])
      try store.close()
    }
  }

  @Test func aStoreIsNotClosedUnderARead() throws {
    try withStore { store in
      try store.read(.everything) { _ in #expect(storeError { try store.close() }?.code == .cannotOpen) }
    }
  }

  @Test func aClosedStoreSaysSo() throws {
    try withScratchFolder { folder in
      let store = try Store(path: folder.path + "/a.store", tables: sampleTables, options: .testing)
      try store.close()
      try store.close()
      #expect(storeError { try store.read(.everything) { _ in } }?.code == .cannotOpen)
      #expect(storeError { try store.writeSync(.everything) { _ in } }?.code == .cannotOpen)
    }
  }
}

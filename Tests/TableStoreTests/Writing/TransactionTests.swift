import Foundation
import TestSupport
import Testing

@testable import TableStore

/// All of a write is kept or nothing; a read sees one state.
@Suite struct TransactionTests {
  @Test func aWriteThatThrowsLeavesNothing() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "kept")) }
      let before = try store.rawEntries(Note.schema)
      #expect(throws: Abandoned.self) {
        try store.writeSync(.tenant(1)) { db in
          for index in 0..<50 { _ = try db.notes.insert(.init(code: "c\(index)")) }
          _ = try db.notes.delete(1)
          _ = try db.notes.erase(2)
          throw Abandoned()
        }
      }
      #expect(try store.rawEntries(Note.schema) == before)
    }
  }

  @Test func aFailedStatementLeavesTheRestOfItsWrite() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        try db.notes.insert(.init(code: "one"))
        #expect(storeError { try db.notes.insert(.init(code: "ONE")) }?.code == .duplicate)
        #expect(storeError { _ = try db.notes.update(99) { $0.code = "x" } }?.code == .notFound)
        #expect(storeError { try db.attachments.insert(.init(noteID: 99, name: "x")) }?.code == .missingReference)
        try db.notes.insert(.init(code: "two"))
      }
      #expect(try store.read(.tenant(1)) { db in try db.notes.all().map(\.code) } == ["one", "two"])
    }
  }

  @Test func aReaderSeesItsStateWhileAWriterCommits() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "old")) }
      try store.read(.tenant(1)) { db in
        #expect(try db.notes.count() == 1)
        try store.writeSync(.tenant(1)) { other in
          try other.notes.insert(.init(code: "new"))
          try other.notes.update(1) { $0.code = "changed" }
        }
        #expect(try db.notes.all().map(\.code) == ["old"])
        #expect(try db.notes.find(Note.byCode, "new") == nil)
        #expect(try store.read(.tenant(1)) { db in try db.notes.all().map(\.code) } == ["changed", "new"])
      }
    }
  }

  @Test func aWriteSeesItsOwnChanges() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        let note = try db.notes.insert(.init(code: "a", title: "b"))
        #expect(try db.notes.find(Note.byCode, "A") == note)
        #expect(try db.notes.matching(Note.byTitle, "B").all() == [note])
        #expect(try store.read(.tenant(1)) { db in try db.notes.count() } == 0)
      }
    }
  }

  @Test func aWriteInsideAWriteIsRefused() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        try db.notes.insert(.init())
        #expect(storeError { try store.writeSync(.tenant(1)) { _ in } }?.code == .nestedWrite)
        try db.notes.insert(.init())
      }
      #expect(try store.read(.tenant(1)) { db in try db.notes.count() } == 2)
      try store.writeSync(.tenant(1)) { _ in }
    }
  }

  @Test func manyAsyncWritesAllHappen() async throws {
    try await withScratchFolder { folder in
      let store = try Store(path: folder.path + "/a.store", tables: sampleTables, options: .testing)
      try await withThrowingTaskGroup(of: ID<Tenant>.self) { group in
        for index in 0..<100 {
          group.addTask {
            try await store.write(.everything) { db in try db.tenants.insert(.init(name: "t\(index)")).id }
          }
        }
        let ids = try await group.reduce(into: Set()) { $0.insert($1) }
        #expect(ids == Set((1...100).map { ID($0) }))
      }
      await #expect(throws: Abandoned.self) {
        try await store.write(.everything) { db in
          _ = try db.tenants.insert(.init(name: "never"))
          throw Abandoned()
        }
      }
      #expect(try store.read(.everything) { db in try db.tenants.count() } == 100)
      try store.requireConsistent()
      try store.close()
    }
  }

  @Test func aFullMapIsAClearErrorAndLosesNothing() throws {
    var options = StoreOptions.testing
    options.mapSizeBytes = 1 << 20
    try withStore([EveryType.self], options: options) { store in
      try store.writeSync(.everything) { db in _ = try db.everyTypes.insert(.init(short: "kept")) }
      let before = try store.rawEntries(EveryType.schema)
      let error = storeError {
        try store.writeSync(.everything) { db in
          for _ in 0..<100 { _ = try db.everyTypes.insert(.init(longText: String(repeating: "x", count: 100_000))) }
        }
      }
      #expect(error?.code == .full)
      #expect(try store.rawEntries(EveryType.schema) == before)
      try store.writeSync(.everything) { db in _ = try db.everyTypes.insert(.init(short: "next")) }
    }
  }
}

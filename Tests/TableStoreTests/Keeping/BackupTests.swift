import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TableStore

/// Copies of stores that are in use.
@Suite struct BackupTests {
  /// Two notes whose priorities have the sum 0 in every state.
  private func move(_ store: Store, by amount: Int32) throws {
    try store.writeSync(.tenant(1)) { db in
      try db.notes.update(1) { $0.priority! += amount }
      try db.notes.update(2) { $0.priority! -= amount }
      try db.notes.insert(.init(title: String(repeating: "filling ", count: 40)))
    }
  }

  private func withPair(_ body: (Store, URL) throws -> Void) throws {
    try withScratchFolder { folder in
      let store = try Store(path: folder.path + "/a.store", tables: sampleTables, options: .testing)
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(id: 1, name: "one"))
        for _ in 1...2 { try db.notes.insert(.init(workspaceID: 1, priority: 0)) }
      }
      try body(store, folder)
      try store.close()
    }
  }

  @Test(arguments: [false, true]) func aCopyIsOneStateWhileOthersWrite(repacking: Bool) throws {
    try withPair { store, folder in
      let isDone = Mutex(false)
      let ended = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        while !isDone.withLock({ $0 }) { try? move(store, by: .random(in: -9...9)) }
        ended.signal()
      }
      var rows = 0
      for number in 0..<5 {
        let target = folder.path + "/copy\(number).store"
        try store.backup(to: target, repacking: repacking)
        let copy = try Store(path: target, tables: sampleTables, options: .testing)
        let notes = try copy.read(.everything) { db in try db.notes.all() }
        #expect(notes.compactMap(\.priority).reduce(0, +) == 0)
        #expect(notes.count >= rows)
        rows = notes.count
        try copy.requireConsistent()
        // The copy is a store like any other.
        try copy.writeSync(.tenant(1)) { db in _ = try db.notes.insert(.init(title: "new")) }
        try copy.close()
      }
      isDone.withLock { $0 = true }
      ended.wait()
    }
  }

  @Test func aRepackedCopyHasTheSameEntriesAndNothingElse() throws {
    try withPair { store, folder in
      let secret = "the secret of note three"
      for _ in 0..<200 { try move(store, by: 1) }
      try store.writeSync(.everything) { db in
        for _ in 0..<50 { try db.notes.insert(.init(workspaceID: 1, title: secret)) }
      }
      try store.writeSync(.everything) { db in
        for note in try db.notes.all() where note.title == secret { try db.notes.erase(note.id) }
      }
      let target = folder.path + "/packed.store"
      var told: [Int] = []
      try store.backup(to: target, repacking: true) { done, total in told += [done, total] }
      #expect(told.suffix(2).first == told.last && told.last! > 200)
      func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }
      #expect(try bytes(store.path).range(of: Data(secret.utf8)) != nil)
      #expect(try bytes(target).range(of: Data(secret.utf8)) == nil)
      #expect(try bytes(target).count < bytes(store.path).count)
      let copy = try Store(path: target, tables: sampleTables, options: .testing)
      for table in sampleTables { #expect(try copy.rawEntries(table.schema) == store.rawEntries(table.schema)) }
      #expect(try copy.statistics().freePages < 8)
      try copy.requireConsistent()
      try copy.close()
    }
  }

  /// A program that knows fewer tables copies the others too.
  @Test func tablesThatTheProgramLacksAreCopied() throws {
    try withPair { store, folder in
      try store.close()
      let few = try Store(path: store.path, tables: [Tenant.self], options: .testing)
      let target = folder.path + "/copy.store"
      try few.backup(to: target, repacking: true)
      try few.close()
      let copy = try Store(path: target, tables: sampleTables, options: .testing)
      #expect(try copy.read(.everything) { db in try db.notes.count() } == 2)
      try copy.close()
      _ = try Store(path: store.path, tables: sampleTables, options: .testing)
    }
  }

  @Test(arguments: [false, true]) func noFileIsOverwrittenAndNoneIsLeftHalf(repacking: Bool) throws {
    try withPair { store, folder in
      let target = folder.path + "/there"
      try Data("mine".utf8).write(to: URL(filePath: target))
      #expect(storeError { try store.backup(to: target, repacking: repacking) }?.code == .cannotOpen)
      #expect(try Data(contentsOf: URL(filePath: target)) == Data("mine".utf8))
      #expect(storeError { try store.backup(to: folder.path + "/no/such", repacking: repacking) }?.code == .cannotOpen)
      guard repacking else { return }
      #expect(throws: Abandoned.self) {
        try store.backup(to: folder.path + "/half", repacking: true) { _, _ in throw Abandoned() }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["a.store", "a.store-lock", "there"])
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import TableStore

/// A store that two processes have open: what one commits, the other goes by in its next read and write. The bodies of exit
/// tests run in a process of their own.
@Suite struct SharedStoreTests {
  @Test func theNextReadSeesWhatAnotherProcessCommitted() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SharedStore(folder: folder.path).open()
    try store.put(["a"])
    // Everything is asked once, so that whatever may be kept of it is.
    #expect(try store.codes() == ["a"] && store.codes(with: "worda") == ["a"])
    let before = try store.statistics()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let other = try SharedStore(folder: path).open()
      try other.put(["b"])
      try other.put(["c"])
      try other.writeSync(.everything) { db in
        try db.shared.update(1) { $0.text = "changed" }
        _ = try db.shared.erase(2)
      }
      try other.close()
    }
    #expect(try store.codes() == ["a", "c"])
    #expect(try store.codes(with: "worda") == [] && store.codes(with: "changed") == ["a"])
    #expect(try store.codes(with: "wordc") == ["c"] && store.codes(with: "wordb") == [])
    let after = try store.statistics()
    #expect(after.rows == 2 && after.lastTransaction == before.lastTransaction + 3)
    try store.closeSound()
  }

  @Test func aReadUnderWayKeepsItsState() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shared = SharedStore(folder: folder.path)
    let store = try shared.open()
    try store.put(["a"])
    let seen = OwnThread { [path = folder.path as String] in
      let shared = SharedStore(folder: path)
      return try store.read(.everything) { db in
        let first = try db.shared.count()
        try shared.signals.send("reading")
        try shared.signals.wait("written")
        return (first, try db.shared.count(), try db.shared.find(Shared.byCode, "b") == nil)
      }
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let shared = SharedStore(folder: path)
      try shared.signals.wait("reading")
      let other = try shared.open()
      try other.put(["b"])
      try other.close()
      try shared.signals.send("written")
    }
    let (before, after, isMissing) = try await seen.value
    #expect(before == 1 && after == 1 && isMissing)
    #expect(try store.codes() == ["a", "b"])
    try store.closeSound()
  }

  /// A, B, A again: keys, unique values, counts and words.
  @Test func noKeyIsGivenTwice() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SharedStore(folder: folder.path).open()
    #expect(try store.put(["a1", "a2"]) == [1, 2])
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let other = try SharedStore(folder: path).open()
      guard try other.put(["b1", "b2", "b3"]) == [3, 4, 5] else { exit(3) }
      let error = storeError { try other.put(["a1"]) }
      guard error?.code == .duplicate else { exit(4) }
      try other.close()
    }
    #expect(try store.put(["a3"]) == [6])
    #expect(storeError { try store.put(["B2"]) }?.code == .duplicate)
    #expect(try store.codes() == ["a1", "a2", "b1", "b2", "b3", "a3"])
    #expect(try store.codes(with: "wordb*") == ["b1", "b2", "b3"])
    try store.closeSound()
  }

  @Test func processesThatWriteAtOnceGetKeysOfTheirOwn() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shared = SharedStore(folder: folder.path)
    let store = try shared.open()
    let own = OwnThread {
      try shared.signals.wait("begun")
      return try (0..<150).flatMap { try store.put(["own\($0)"]) }
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let shared = SharedStore(folder: path)
      let other = try shared.open()
      try shared.signals.send("begun")
      let keys = try (0..<150).flatMap { try other.put(["other\($0)"]) }
      try other.close()
      try shared.signals.send("keys", keys.map(String.init).joined(separator: " "))
    }
    let others = try shared.signals.wait("keys").split(separator: " ").compactMap { UInt64($0) }
    let all = try await own.value + others
    #expect(all.count == 300 && Set(all) == Set(1...300))
    #expect(Set(try store.codes()).count == 300)
    #expect(try store.statistics().rows == 300)
    try store.closeSound()
  }

  /// The other process adds an index that this one's options do not name, and builds it. Rows that this one writes then, in a
  /// store that it opened before, belong in there.
  @Test func anIndexThatAnotherProcessAddedIsKeptUp() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SharedStore(folder: folder.path).open()
    try store.put(["before"])
    #expect(storeError { _ = try store.codes(with: "before", Shared.codes) } != nil)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let other = try SharedStore(folder: path).open(indexes: ["own_shared_codes"])
      try other.buildSearches()
      try other.close()
    }
    try store.put(["behind"])
    #expect(try store.codes(with: "behind", Shared.codes) == ["behind"])
    #expect(try store.codes(with: "before", Shared.codes) == ["before"])
    try store.writeSync(.everything) { db in _ = try db.shared.erase(1) }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let other = try SharedStore(folder: path).open()
      guard try other.codes(with: "be*", Shared.codes) == ["behind"] else { exit(3) }
      try other.closeSound()
    }
    try store.closeSound()
  }

  @Test func aNewerProgramsTableIsRefusedAsWhenItIsOpened() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try Store(path: folder.path + "/people.store", tables: [Person.self], options: .testing)
    try store.writeSync(.everything) { db in _ = try db.table(Person.self).insert(.init(name: "Ana", age: 3)) }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let other = try Store(path: path + "/people.store", tables: [LongerPerson.self], options: .testing)
      try other.writeSync(.everything) { db in _ = try db.table(LongerPerson.self).insert(.init(name: "Budi")) }
      try other.close()
    }
    for _ in 0..<2 {
      let reading = storeError { _ = try store.read(.everything) { db in try db.table(Person.self).all() } }
      #expect(reading?.code == .incompatible && reading?.table == "people")
      let writing = storeError {
        try store.writeSync(.everything) { db in _ = try db.table(Person.self).insert(.init(name: "Cut", age: 1)) }
      }
      #expect(writing?.code == .incompatible)
    }
    try store.close()
    let again = try Store(path: folder.path + "/people.store", tables: [LongerPerson.self], options: .testing)
    #expect(try again.read(.everything) { db in try db.table(LongerPerson.self).all().map(\.name) } == ["Ana", "Budi"])
    try again.closeSound()
  }
}

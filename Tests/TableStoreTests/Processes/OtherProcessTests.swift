import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Other processes that grow the file, or die in the middle of a write or a read. The bodies of exit tests run in a
/// process of their own.
@Suite struct OtherProcessTests {
  /// The map of this process is too small for what the other one writes; one read is under way, places of others are idle.
  @Test func readersAndWritersFollowAGrownFile() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shared = SharedStore(folder: folder.path)
    let store = try shared.open(mapSizeBytes: 1 << 20)
    try store.put(["own"])
    for _ in 0..<3 { #expect(try store.codes() == ["own"]) }
    let running = OwnThread {
      try store.read(.everything) { db in
        try shared.signals.send("reading")
        try shared.signals.wait("grown")
        // The other's rows are there, and a read has begun that waits for this one: its state is as it was.
        usleep(20_000)
        return try db.shared.orderedByKey().all().map(\.code)
      }
    }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let shared = SharedStore(folder: path)
      try shared.signals.wait("reading")
      let other = try shared.open()
      for part in 0..<10 { try other.put((0..<100).map { "other\(part)-\($0)" }, textBytes: 3_000) }
      try other.close()
    }
    #expect(try store.fileBytes() > 3 << 20)
    let next = OwnThread {
      try shared.signals.send("grown")
      return try store.read(.everything) { db in try db.shared.count() }
    }
    #expect(try await running.value == ["own"])
    #expect(try await next.value == 1_001)
    #expect(try store.put(["behind"]) == [1_002])
    #expect(try store.codes().count == 1_002)
    try store.closeSound()
  }

  @Test func aWriteGoesOnWhenTheOneBeforeItIsKilled() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shared = SharedStore(folder: folder.path)
    let store = try shared.open()
    try store.put(["before"])
    let write = OwnThread {
      try shared.signals.wait("writing")
      try shared.signals.send("waiting")
      return try store.put(["lost-1"])
    }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let shared = SharedStore(folder: path)
      let other = try shared.open()
      try other.writeSync(.everything) { db in
        for number in 0..<300 {
          try db.shared.insert(.init(code: "lost-\(number)", text: String(repeating: "lost ", count: 500)))
        }
        try db.shared.update(1) { $0.text = "lost" }
        try shared.signals.send("writing")
        try shared.signals.wait("waiting")
        usleep(20_000)
        kill(getpid(), SIGKILL)
      }
    }
    // Neither the unique value nor a key of the lost write is taken.
    #expect(try await write.value == [2])
    #expect(try store.codes() == ["before", "lost-1"])
    #expect(try store.codes(with: "lost") == [])
    #expect(try store.put(["behind"]) == [3])
    try store.closeSound()
  }

  @Test func aReadOfAnotherProcessIsSeenAndItsDeathFreesItsPages() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shared = SharedStore(folder: folder.path)
    let store = try shared.open()
    try store.put((0..<50).map { "row\($0)" })
    @Sendable func update(_ count: Int) throws {
      for number in 0..<count {
        try store.writeSync(.everything) { db in
          _ = try db.shared.update(ID(UInt64(number % 50 + 1))) { $0.text = "text \(number)" }
        }
      }
    }
    try update(100)
    let grown = OwnThread {
      let process = try Int32(shared.signals.wait("reading"))
      let begin = try store.statistics()
      try update(200)
      let end = try store.statistics()
      try shared.signals.send("seen")
      return (process, begin, end)
    }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let shared = SharedStore(folder: path)
      let other = try shared.open()
      try other.read(.everything) { db in
        _ = try db.shared.count()
        try shared.signals.send("reading", "\(getpid())")
        try shared.signals.wait("seen")
        kill(getpid(), SIGKILL)
      }
    }
    let (process, begin, end) = try await grown.value
    let reader = try #require(end.activeReaders.first)
    #expect(end.activeReaders.count == 1 && reader.process == process && reader.age == nil)
    #expect(reader.commitsBehind == 200 && reader.transaction == begin.lastTransaction)
    // All that the 200 writes freed is still needed: every one took pages from the end of the file.
    #expect(end.heldBackPages > 200 && end.heldBackPages <= end.freePages)
    #expect(end.pages > begin.pages + 200)
    // The first write that takes a page from the end of the file clears the place; the others use the free pages.
    try update(300)
    #expect(try store.environment.readers().isEmpty)
    #expect(try store.statistics().pages <= end.pages + 32)
    try store.closeSound()
  }
}

extension Store {
  /// The length of the file.
  func fileBytes() throws -> Int { try environment.information().fileBytes }
}

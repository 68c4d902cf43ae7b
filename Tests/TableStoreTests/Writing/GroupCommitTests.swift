import Foundation
import LMDB
import Synchronization
import TestSupport
import Testing

@testable import TableStore

/// Writes that wait for each other: which share a commit, which are undone, who is told what.
@Suite struct GroupCommitTests {
  /// A store whose turn to write is taken until `release` is called.
  private func withHeldStore(
    _ options: StoreOptions = .testing, _ body: (Store, _ release: @Sendable () -> Void) async throws -> Void
  ) async throws {
    try await withScratchFolder { folder in
      let store = try Store(path: folder.path + "/group.store", tables: sampleTables, options: options)
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
      let (isHeld, isReleased) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      Thread.detachNewThread {
        try? store.writeSync(.everything) { _ in
          isHeld.signal()
          isReleased.wait()
        }
      }
      isHeld.waitForever()
      let release: @Sendable () -> Void = { isReleased.signal() }
      defer { release() }
      try await body(store, release)
      try store.requireConsistent()
      try store.close()
    }
  }

  /// Waits until so many writes stand in line.
  private func wait(for count: Int, in store: Store) async throws {
    while store.writes.waitingCount < count { try await Task.sleep(for: .milliseconds(1)) }
  }

  private func commits(_ store: Store) throws -> UInt64 {
    try store.read(.everything) { db in db.session.transaction.number }
  }

  private func codes(_ store: Store) throws -> [String?] {
    try store.read(.tenant(1)) { db in try db.notes.orderedByKey().all().map(\.code) }
  }

  @Test func writesThatWaitShareACommit() async throws {
    try await withHeldStore { store, release in
      let before = try commits(store)
      let tasks = (0..<50).map { number in
        Task { try await store.write(.tenant(1)) { db in try db.notes.insert(.init(code: "n\(number)")).id } }
      }
      try await wait(for: 50, in: store)
      release()
      var ids: Set<ID<Note>> = []
      for task in tasks { ids.insert(try await task.value) }
      #expect(ids == Set((1...50).map { ID($0) }))
      // The one that held the turn changed nothing and still counts.
      #expect(try commits(store) <= before + 2)
      #expect(try codes(store).count == 50)
    }
  }

  @Test func oneThatThrowsIsUndoneAlone() async throws {
    try await withHeldStore { store, release in
      let tasks = (0..<30).map { number in
        Task {
          try await store.write(.tenant(1)) { db in
            try db.notes.insert(.init(code: "n\(number)"))
            if number % 3 == 0 { throw Abandoned() }
            // What another one of the group wrote is seen, what was undone is not.
            if try db.notes.find(Note.byCode, "n0") != nil { throw Abandoned() }
          }
        }
      }
      try await wait(for: 30, in: store)
      release()
      for (number, task) in tasks.enumerated() {
        let result = await task.result
        #expect((try? result.get()) != nil || number % 3 == 0)
      }
      let expected = (0..<30).filter { $0 % 3 != 0 }.map { "n\($0)" }
      #expect(try Set(codes(store)) == Set(expected))
    }
  }

  @Test func blockedThreadsShareACommitAndRunTheirOwnCode() async throws {
    try await withHeldStore { store, release in
      let before = try commits(store)
      let ended = DispatchSemaphore(value: 0)
      let own = Mutex(0)
      for number in 0..<16 {
        Thread.detachNewThread {
          let thread = ObjectIdentifier(Thread.current)
          try? store.writeSync(.tenant(1)) { db in
            if ObjectIdentifier(Thread.current) == thread { own.withLock { $0 += 1 } }
            try db.notes.insert(.init(code: "n\(number)"))
            if number == 7 { throw Abandoned() }
          }
          ended.signal()
        }
      }
      try await wait(for: 16, in: store)
      release()
      for _ in 0..<16 { ended.waitForever() }
      #expect(own.withLock { $0 } == 16)
      #expect(try codes(store).count == 15)
      #expect(try commits(store) <= before + 2)
    }
  }

  @Test func aCancelledWriteLeavesTheLine() async throws {
    try await withHeldStore { store, release in
      let kept = Task { try await store.write(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "kept")) } }
      try await wait(for: 1, in: store)
      let cancelled = Task { try await store.write(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "never")) } }
      try await wait(for: 2, in: store)
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      #expect(store.writes.waitingCount == 1)
      release()
      try await kept.value
      #expect(try codes(store) == ["kept"])
    }
  }

  @Test func moreThanTheLineHoldsWaitOutside() async throws {
    var options = StoreOptions.testing
    options.groupCommit.waiting = 3
    options.groupCommit.writes = 2
    try await withHeldStore(options) { store, release in
      let before = try commits(store)
      let tasks = (0..<20).map { number in
        Task { try await store.write(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "n\(number)")) } }
      }
      try await wait(for: 3, in: store)
      #expect(store.writes.waitingCount == 3)
      release()
      for task in tasks { try await task.value }
      #expect(try codes(store).count == 20)
      #expect(try commits(store) >= before + 10)
    }
  }

  /// What the engine cannot go on after, as a full map, is told to all who would have shared the commit; those who come
  /// behind are written.
  @Test func aWriteThatDoesNotFitEndsItsGroup() async throws {
    var options = StoreOptions.testing
    options.mapSizeBytes = 2 << 20
    try await withHeldStore(options) { store, release in
      var tasks: [Task<Void, any Error>] = []
      for number in 0..<6 {
        tasks.append(
          Task {
            try await store.write(.tenant(1)) { db in
              try db.notes.insert(.init(code: "n\(number)"))
              guard number == 3 else { return }
              for _ in 0..<200 { try db.notes.insert(.init(title: String(repeating: "x", count: 60_000))) }
            }
          })
        try await wait(for: number + 1, in: store)
      }
      release()
      for (number, task) in tasks.enumerated() {
        var failure: StoreError.Code?
        if case .failure(let error) = await task.result { failure = (error as? StoreError)?.code }
        #expect(failure == (number <= 3 ? .full : nil))
      }
      #expect(try codes(store) == ["n4", "n5"])
    }
  }

  /// It is not kept in mind what a large write changes: it begins a commit, in which those that come behind it may join.
  @Test func aLargeWriteBeginsACommit() async throws {
    try await withHeldStore { store, release in
      let numbers = Mutex<[UInt64]>([0, 0, 0])
      let ended = DispatchSemaphore(value: 0)
      for place in 0..<3 {
        Thread.detachNewThread {
          try? store.writeSync(.tenant(1), isLarge: place == 1) { db in
            try db.notes.insert(.init(code: "n\(place)"))
            numbers.withLock { $0[place] = db.session.transaction.number }
          }
          ended.signal()
        }
        try await wait(for: place + 1, in: store)
      }
      release()
      for _ in 0..<3 { ended.waitForever() }
      let found = numbers.withLock { $0 }
      #expect(found == [found[0], found[0] + 1, found[0] + 1])
      #expect(try codes(store) == ["n0", "n1", "n2"])
    }
  }

  /// Money moves between accounts, some of it not; every state that a reader sees has the same sum.
  @Test func everyReaderSeesOneStateOfConcurrentWriters() async throws {
    try await withScratchFolder { folder in
      let store = try Store(path: folder.path + "/sum.store", tables: sampleTables, options: .testing)
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(id: 1, name: "one"))
        for id in 1...20 { try db.notes.insert(.init(id: ID(UInt64(id)), workspaceID: 1, priority: 100)) }
      }
      let isDone = Mutex(false)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<64 {
          group.addTask {
            var random = SystemRandomNumberGenerator()
            for _ in 0..<30 {
              let (from, to) = (UInt64.random(in: 1...20, using: &random), UInt64.random(in: 1...20, using: &random))
              let fails = Bool.random(using: &random)
              let result = await Result {
                try await store.write(.tenant(1)) { db in
                  try db.notes.update(ID(from)) { $0.priority! -= 1 }
                  if fails { throw Abandoned() }
                  try db.notes.update(ID(to)) { $0.priority! += 1 }
                }
              }
              #expect((try? result.get()) == nil ? fails : !fails)
            }
          }
        }
        let readers = (0..<4).map { _ in
          Task { @Sendable () async throws -> Int in
            var states = 0
            while !isDone.withLock({ $0 }) {
              let sum = try store.read(.tenant(1)) { db in try db.notes.all().reduce(0) { $0 + Int($1.priority!) } }
              #expect(sum == 2_000)
              states += 1
              await Task.yield()
            }
            return states
          }
        }
        try await group.waitForAll()
        isDone.withLock { $0 = true }
        for reader in readers { #expect(try await reader.value > 0) }
      }
      try store.requireConsistent()
      try store.close()
    }
  }
}

extension DispatchSemaphore {
  /// Waits from within a task; whoever signals needs no thread of the tasks'.
  fileprivate func waitForever() { wait() }
}

extension Result where Failure == any Error {
  /// What an asynchronous call gives or throws.
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}

import Foundation
import LMDB
import Synchronization
import TestSupport
import Testing

/// What other processes do to a file that this one has open. The bodies of exit tests run in a process of their own.
@Suite struct OtherProcessTests {
  @Test func clearsThePlaceOfADeadReader() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, _) = try Self.open(folder.path)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let (environment, _) = try OtherProcessTests.open(path)
      let transaction = try environment.beginRead()
      kill(getpid(), SIGKILL)
      _ = consume transaction
    }
    #expect(try environment.clearStaleReaders() == 1)
    #expect(try environment.clearStaleReaders() == 0)
  }

  @Test func survivesADeadWriter() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path)
    _ = try environment.write { try $0.put([1], Bytes("old".utf8), in: keyspace) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let (environment, keyspace) = try OtherProcessTests.open(path)
      var transaction = try environment.beginWrite()
      for number in 0..<1_000 { try transaction.put([9], Bytes("new \(number)".utf8), in: keyspace) }
      try transaction.delete(Bytes("old".utf8).span.bytes, in: keyspace)
      kill(getpid(), SIGKILL)
      try transaction.commit()
    }
    _ = try environment.write { try $0.put([2], Bytes("after".utf8), in: keyspace) }
    let entries = try environment.beginRead().entries(in: keyspace)
    #expect(entries == [Entry(key: Bytes("after".utf8), value: [2]), Entry(key: Bytes("old".utf8), value: [1])])
  }

  @Test func followsTheGrowthOfAnotherProcess() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path, mapSizeBytes: 1 << 20)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try OtherProcessTests.fill(path)
    }
    #expect(try environment.beginRead().entryCount(of: keyspace) == 2_000)
    #expect(try environment.information().mapSizeBytes == 64 << 20)
  }

  @Test func doesNotMoveTheMapUnderAReader() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path, mapSizeBytes: 1 << 20, patience: .milliseconds(20))
    do {
      let reader = try environment.beginRead()
      await #expect(processExitsWith: .success) { [path = folder.path as String] in
        try OtherProcessTests.fill(path)
      }
      #expect(reason { _ = try environment.beginRead() } == .mapOutgrown(1))
      #expect(reason { _ = try environment.beginWrite() } == .mapOutgrown(1))
      #expect(try reader.entryCount(of: keyspace) == 0)
    }
    _ = try environment.write { try $0.put([1], [1], in: keyspace) }
    #expect(try environment.beginRead().entryCount(of: keyspace) == 2_001)
  }

  /// The file is replaced by whoever has it alone; to be refused costs neither process its lock.
  @Test func noFileIsReplacedThatAnotherProcessHasOpen() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path)
    _ = try environment.write { try $0.put([1], [1], in: keyspace) }
    for number in UInt8(2)...3 {
      await #expect(processExitsWith: .success) { [path = folder.path as String, number = number as UInt8] in
        let (environment, keyspace) = try OtherProcessTests.open(path)
        guard reason({ try environment.repackAndClose { _, _ in } }) == .openElsewhere else { exit(9) }
        _ = try environment.write { try $0.put([1], [number], in: keyspace) }
      }
    }
    #expect(try environment.beginRead().entryCount(of: keyspace) == 3)
    try environment.repackAndClose { _, _ in }
    let (again, sameKeyspace) = try Self.open(folder.path)
    #expect(try again.beginRead().entryCount(of: sameKeyspace) == 3)
  }

  /// Who comes while the file is replaced waits, and finds the new one.
  @Test func whoWaitsForAReplacedFileFindsTheNewOne() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path)
    for number in UInt8(1)...20 { _ = try environment.write { try $0.put([1], [number], in: keyspace) } }
    let arrived = "\(folder.path)/arrived"
    async let other = #expect(processExitsWith: .success) { [path = folder.path as String] in
      _ = FileManager.default.createFile(atPath: "\(path)/arrived", contents: nil)
      let (environment, keyspace) = try OtherProcessTests.open(path)
      guard try environment.beginRead().entryCount(of: keyspace) == 20 else { exit(9) }
      _ = try environment.write { try $0.put([1], [21], in: keyspace) }
    }
    // On a thread of its own: those of tasks may be as few as the tests that wait here.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      Thread.detachNewThread {
        ended.resume(
          with: Result {
            try environment.repackAndClose { done, total in
              guard done == total else { return }
              while !FileManager.default.fileExists(atPath: arrived) { usleep(1_000) }
              // Long enough for it to stand at the lock; were it not, nothing would be proved, and nothing fail.
              usleep(100_000)
            }
          })
      }
    }
    _ = await other
    let (again, sameKeyspace) = try Self.open(folder.path)
    #expect(try again.beginRead().entryCount(of: sameKeyspace) == 21)
  }

  /// Who opens the file alone sets the lock file up: in the middle of that the number of the last transaction is 0 there.
  /// Killed then, it must not leave that to the next one, who would number transactions anew and take pages in use.
  @Test func survivesAKillInTheMiddleOfAnOpening() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    do {
      let (environment, keyspace) = try Self.open(folder.path)
      for number in UInt8(1)...20 { _ = try environment.write { try $0.put([1], [number], in: keyspace) } }
      try environment.close()
    }
    let arrived = "\(folder.path)/arrived"
    async let other = #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let handle = try #require(FileHandle(forUpdatingAtPath: "\(path)/shared.mdb-lock"))
      let file = handle.fileDescriptor
      for byte in [0x4000_0000, 0] {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_start = byte
        range.l_len = 1
        guard fcntl(file, F_SETLK, &range) == 0 else { exit(9) }
      }
      var zero = UInt64(0)
      guard pwrite(file, &zero, 8, 48) == 8 else { exit(9) }
      _ = FileManager.default.createFile(atPath: "\(path)/arrived", contents: nil)
      // Long enough for the other to stand at the lock; were it not, nothing would be proved, and nothing fail.
      usleep(200_000)
      kill(getpid(), SIGKILL)
    }
    while !FileManager.default.fileExists(atPath: arrived) { try await Task.sleep(for: .milliseconds(1)) }
    let (environment, keyspace) = try Self.open(folder.path)
    _ = await other
    let before = try environment.information().lastTransaction
    _ = try environment.write { try $0.put([1], [21], in: keyspace) }
    #expect(before >= 20)
    #expect(try environment.information().lastTransaction == before + 1)
    #expect(try environment.beginRead().entryCount(of: keyspace) == 21)
    _ = try environment.checkStructure()
  }

  /// Many threads begin reads and writes while the map is too small, and one read uses it: all of them wait for that one.
  @Test func allWaitForTheLastReaderOfTheOldMap() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path, mapSizeBytes: 1 << 20)
    let (began, threads) = (DispatchSemaphore(value: 0), 8)
    let counts = Mutex<[Int]>([])
    let ended = DispatchGroup()
    do {
      let reader = try environment.beginRead()
      await #expect(processExitsWith: .success) { [path = folder.path as String] in
        try OtherProcessTests.fill(path)
      }
      for number in 0..<threads {
        Thread.detachNewThread {
          ended.enter()
          began.signal()
          let count =
            try? number == 0
            ? environment.write { try $0.entryCount(of: keyspace) } : environment.beginRead().entryCount(of: keyspace)
          counts.withLock { $0.append(count ?? -1) }
          ended.leave()
        }
      }
      for _ in 0..<threads { began.waitForOne() }
      usleep(20_000)
      #expect(try reader.entryCount(of: keyspace) == 0)
    }
    ended.waitForAll()
    #expect(counts.withLock { $0 } == Array(repeating: 2_000, count: threads))
  }

  /// A process that died while it read holds pages back only until a commit makes the file longer.
  @Test func aDeadReaderMakesTheFileGrowByOneCommit() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (environment, keyspace) = try Self.open(folder.path)
    func update(_ count: Int) throws -> Int {
      for number in 0..<count {
        _ = try environment.write {
          try $0.put(Bytes("\(number)".utf8), Bytes("key \(number % 10)".utf8), in: keyspace)
        }
      }
      return try environment.information().lastPage
    }
    let before = try update(50)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let (environment, _) = try OtherProcessTests.open(path)
      let transaction = try environment.beginRead()
      kill(getpid(), SIGKILL)
      _ = consume transaction
    }
    #expect(try environment.readers().count == 1)
    #expect(try update(500) <= before + 16)
    #expect(try environment.readers().isEmpty)
  }

  private static func open(
    _ folder: String, mapSizeBytes: Int = 64 << 20, patience: Duration = .seconds(60)
  ) throws -> (Environment, Keyspace) {
    var options = EnvironmentOptions.testing
    options.mapSizeBytes = mapSizeBytes
    options.mapPatience = patience
    let environment = try Environment(path: "\(folder)/shared.mdb", options: options)
    return (environment, try environment.keyspace())
  }

  /// Puts more than the smaller map holds.
  private static func fill(_ folder: String) throws {
    let (environment, keyspace) = try open(folder)
    try environment.write { transaction in
      for number in 0..<2_000 {
        try transaction.put(Bytes(repeating: 1, count: 2_000), Bytes("\(number)".utf8), in: keyspace)
      }
    }
  }
}

// Waiting is not for tasks; here a thread of the test's own does no more than that.
extension DispatchSemaphore {
  fileprivate func waitForOne() { wait() }
}

extension DispatchGroup {
  fileprivate func waitForAll() { wait() }
}

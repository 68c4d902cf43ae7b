import Foundation
import LMDB
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
    let (environment, keyspace) = try Self.open(folder.path, mapSizeBytes: 1 << 20)
    do {
      let reader = try environment.beginRead()
      await #expect(processExitsWith: .success) { [path = folder.path as String] in
        try OtherProcessTests.fill(path)
      }
      #expect(reason { _ = try environment.beginRead() } == .transactionsActive(1))
      #expect(reason { _ = try environment.beginWrite() } == .transactionsActive(1))
      #expect(try reader.entryCount(of: keyspace) == 0)
    }
    _ = try environment.write { try $0.put([1], [1], in: keyspace) }
    #expect(try environment.beginRead().entryCount(of: keyspace) == 2_001)
  }

  private static func open(_ folder: String, mapSizeBytes: Int = 64 << 20) throws -> (Environment, Keyspace) {
    var options = EnvironmentOptions.testing
    options.mapSizeBytes = mapSizeBytes
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

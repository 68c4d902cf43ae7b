import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct WriteTransactionTests {
  @Test func trapsWhenCommittedOnAnotherThread() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment(path: "\(path)/thread.mdb", options: .testing)
      nonisolated(unsafe) var transaction: WriteTransaction? = try environment.beginWrite()
      let thread = Thread { try? transaction.take()?.commit() }
      thread.start()
      while !thread.isFinished { usleep(1_000) }
    }
  }

  @Test func trapsOnASecondOneOnTheSameThread() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      let environment = try Environment(path: "\(path)/twice.mdb", options: .testing)
      let first = try environment.beginWrite()
      _ = try environment.beginWrite()
      first.abandon()
    }
  }

  /// Such commits have a thread beside them; the file is closed right behind the last.
  @Test(arguments: [EnvironmentOptions.Durability.full, .relaxed])
  func largeCommitsAreThereWhenTheFileIsOpenedAgain(durability: EnvironmentOptions.Durability) throws {
    try withScratchFolder { folder in
      var options = EnvironmentOptions.testing
      options.durability = durability
      for number in 0..<6 as Range<UInt8> {
        let environment = try Environment(path: "\(folder.path)/large.mdb", options: options)
        let keyspace = try environment.keyspace()
        #expect(try environment.beginRead().entryCount(of: keyspace) == Int(number) * 2_000)
        try environment.write { transaction in
          for place in 0..<2_000 {
            try transaction.put(
              Bytes(repeating: number, count: 1_000), [UInt8(place % 250), UInt8(place / 250), number], in: keyspace)
          }
          #expect(transaction.bytesWritten > 1 << 20)
        }
        let wrong = try environment.beginRead().entries(in: keyspace).count {
          $0.value != Bytes(repeating: $0.key[2], count: 1_000)
        }
        #expect(wrong == 0)
        try environment.close()
      }
    }
  }

  @Test func refusesToAppendOutOfOrder() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/append.mdb", options: .testing)
      let keyspace = try environment.keyspace()
      let failure = reason {
        var transaction = try environment.beginWrite()
        try transaction.put([1], [5], in: keyspace, mode: .append)
        try transaction.put([1], [6], in: keyspace, mode: .append)
        #expect(reason { try transaction.put([1], [6], in: keyspace, mode: .append) } == .keysOutOfOrder)
        #expect(transaction.isPoisoned == true)
        try transaction.commit()
      }
      #expect(failure == .keysOutOfOrder)
      #expect(try environment.beginRead().entryCount(of: keyspace) == 0)
    }
  }

  @Test func aFailureInsideASavepointEndsTheTransaction() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/savepoint.mdb", options: .testing)
      let keyspace = try environment.keyspace()
      let failure = reason {
        try environment.write { transaction in
          try transaction.put([1], [1], in: keyspace)
          let swallowed = reason {
            try transaction.savepoint { inner in
              try inner.put([2], [2], in: keyspace)
              _ = try? inner.put([2], [0], in: keyspace, mode: .append)
            }
          }
          #expect(swallowed == .keysOutOfOrder)
          #expect(transaction.isPoisoned == true)
          #expect(transaction.failure?.reason == .keysOutOfOrder)
        }
      }
      #expect(failure == .keysOutOfOrder)
      #expect(try environment.beginRead().entryCount(of: keyspace) == 0)
    }
  }

  /// LMDB refuses a transaction that has read a damaged page, though no change failed.
  @Test(arguments: [false, true]) func aReadOfADamagedPageEndsTheTransaction(isKept: Bool) throws {
    try withScratchFolder { folder in
      let path = "\(folder.path)/damaged.mdb"
      var environment = try Environment(path: path, options: .testing)
      let large = try environment.keyspace("large")
      try environment.write { transaction in
        for number in 0..<2_000 { try transaction.put([1], Bytes("\(number)".utf8), in: large) }
      }
      _ = try environment.keyspace("small")
      try environment.close()
      var file = try Bytes(Data(contentsOf: URL(filePath: path)))
      for page in LMDBFileMap(file).branches {
        for node in LMDBFileMap.nodes(file, page: page) { file.set(node, UInt32(1 << 30)) }
      }
      try Data(file).write(to: URL(filePath: path))
      environment = try Environment(path: path, options: .testing)
      let (damaged, sound) = (try environment.keyspace("large"), try environment.keyspace("small"))
      let failure = reason {
        try environment.write { transaction in
          try transaction.savepoint { inner in _ = try inner.put([1], [1], in: sound) }
          #expect(transaction.isPoisoned == false)
          _ = try? transaction.savepoint { inner in
            let read = reason { _ = try inner.value([0x31], in: damaged) }
            #expect(read == .code(.pageNotFound))
            if !isKept { throw Halfway() }
          }
          #expect(transaction.failure?.reason == .poisoned)
        }
      }
      #expect(failure == .poisoned)
      #expect(try environment.beginRead().entryCount(of: sound) == 0)
    }
  }

  /// Sorted entries and batches of keys, of which some are there already, half of them put when the savepoint is undone.
  @Test func putsThatAreLeftHalfWayAreUndoneWithTheirSavepoint() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/sorted.mdb", options: .testing)
      let (filled, empty) = (try environment.keyspace("filled"), try environment.keyspace("empty"))
      func entries(_ last: UInt8) throws -> EntrySorter {
        let sorter = EntrySorter(folder: folder.path, memoryBytes: 1 << 20)
        for key in 1...last { try sorter.append([key].span.bytes, [0, key].span.bytes) }
        sorter.finish()
        return sorter
      }
      try environment.write { transaction in
        try transaction.put([9], [3], in: filled)
        for keyspace in [filled, empty] {
          #expect(throws: Halfway.self) {
            try transaction.savepoint { inner in
              let batch = KeyBatch()
              for key: UInt8 in [3, 200] where keyspace == filled { batch.append([key].span.bytes) }
              try inner.put(batch, in: keyspace)
              try inner.put(
                [try entries(100), try entries(40)], in: keyspace, onProgress: { _ in },
                onTaken: { key, _, _ in if key.array == [40] { throw Halfway() } })
            }
          }
        }
        #expect(transaction.isPoisoned == false)
        try transaction.put([4], [4], in: filled)
      }
      let reading = try environment.beginRead()
      #expect(try reading.entries(in: filled) == [Entry(key: [3], value: [9]), Entry(key: [4], value: [4])])
      #expect(try reading.entryCount(of: empty) == 0)
    }
  }

  @Test func aFullMapIsAnErrorThatKeepsTheOldState() throws {
    try withScratchFolder { folder in
      var options = EnvironmentOptions.testing
      options.mapSizeBytes = 1 << 20
      let environment = try Environment(path: "\(folder.path)/full.mdb", options: options)
      let keyspace = try environment.keyspace()
      _ = try environment.write { try $0.put([1], [1], in: keyspace) }
      let value = Bytes(repeating: 1, count: 4_000)
      func fill() -> LMDBError.Reason? {
        reason {
          try environment.write { transaction in
            for number in 0..<300 { try transaction.put(value, Bytes("\(number)".utf8), in: keyspace) }
          }
        }
      }
      #expect(fill() == .mapFull)
      #expect(try environment.beginRead().entryCount(of: keyspace) == 1)
      do {
        let reader = try environment.beginRead()
        #expect(reason { try environment.growMap(toBytes: 8 << 20) } == .transactionsActive(1))
        #expect(try reader.entryCount(of: keyspace) == 1)
      }
      try environment.growMap(toBytes: 8 << 20)
      #expect(try environment.information().mapSizeBytes == 8 << 20)
      #expect(fill() == nil)
      #expect(try environment.beginRead().entryCount(of: keyspace) == 301)
    }
  }
}

private struct Halfway: Error {}

import Foundation
import LMDB
import TestSupport
import Testing

#if os(Linux)

  /// Which pages the system has read, of files that were not in memory.
  @Suite(.enabled(if: ColdFile.canBeMade, "files of this disk cannot be had out of memory")) struct ReadAheadTests {
    private static let entryCount = 9_000

    @Test func aSearchReadsItsPagesOnly() throws {
      try withColdEnvironment(keys: Array(0..<Self.entryCount)) { environment, keyspace, file in
        let transaction = try environment.beginRead()
        let searches = stride(from: 100, to: Self.entryCount, by: 200).map { $0 }
        for number in searches { #expect(try transaction.get(key(number).span.bytes, in: keyspace) != nil) }
        // Each leaf, and a few branches above them.
        let count = file.residentPages().count { $0 }
        #expect(
          count >= searches.count && count <= searches.count + 60, "\(count) pages for \(searches.count) searches")
      }
    }

    @Test(arguments: [true, false])
    func aWalkHasThePagesAheadRead(isForward: Bool) throws {
      try withColdEnvironment(keys: Array(0..<Self.entryCount)) { environment, keyspace, file in
        let transaction = try environment.beginRead()
        var cursor = try transaction.cursor(in: keyspace)
        _ = try isForward ? cursor.first() : cursor.last()
        let stepCount = 1_000
        for _ in 0..<stepCount { _ = try isForward ? cursor.next() : cursor.previous() }
        let page = pageNumber(cursor.key)
        // All of these lie ahead, beyond what the system reads for a page by itself; branches lie among them.
        let ahead = isForward ? page + 1..<page + 16 : page - 15..<page
        #expect(file.waits(until: { $0[ahead].count { $0 } >= ahead.count - 2 }), "of pages \(ahead) beside \(page)")
        let waits = ColdFile.diskWaits
        var count = stepCount + 1
        while try isForward ? cursor.next() : cursor.previous() { count += 1 }
        #expect(count == Self.entryCount)
        // Two entries a page: one by one, it would have waited for each of 4,000.
        #expect(ColdFile.diskWaits - waits < 400)
      }
    }

    @Test func keysOfABatchComeIntoAColdFile() throws {
      var random = SeededRandom(seed: 8)
      try withColdEnvironment(keys: Array(stride(from: 0, to: 2 * Self.entryCount, by: 2))) {
        environment, keyspace, file in
        let keys = (0..<6_000).map { _ in 2 * Int.random(in: 0..<Self.entryCount, using: &random) + 1 }
        let waits = ColdFile.diskWaits
        try environment.write { transaction in
          let batch = KeyBatch()
          for number in Set(keys) { batch.append(key(number).span.bytes) }
          try transaction.put(batch, in: keyspace)
          #expect(batch.isEmpty)
        }
        // The file has some 4,500 pages, and a key comes to most of them.
        #expect(ColdFile.diskWaits - waits < 1_000)
        let found = try environment.beginRead().entries(in: keyspace)
        let expected = Set(keys).union(stride(from: 0, to: 2 * Self.entryCount, by: 2)).sorted().map(key)
        #expect(found.map(\.key) == expected)
      }
    }

    @Test func leavesOfKeysAreAskedForTogether() throws {
      var random = SeededRandom(seed: 9)
      try withColdEnvironment(keys: Array(0..<Self.entryCount)) { environment, keyspace, file in
        // Keys that are there, that lie between those, and that lie before and behind all.
        let numbers = (0..<200).map { _ in Int.random(in: 0..<Self.entryCount, using: &random) }
        let keys =
          numbers.enumerated().map { place, number in key(number) + (place % 2 == 0 ? [] : [5]) } + [[0], [255]]
        let prefetch = KeyPrefetch(environment)
        let waits = ColdFile.diskWaits
        for key in keys { prefetch.add(key.span.bytes, in: keyspace) }
        let asked = prefetch.run()
        // Two entries a leaf; the leaves lie below a few branches.
        let leaves = Set(numbers.map { $0 / 2 }).count
        #expect(asked >= leaves - 20 && asked <= leaves + 60, "\(asked) pages for \(leaves) leaves")
        #expect(file.waits(until: { $0.count { $0 } >= asked }), "\(file.residentPages().count { $0 }) pages")
        let transaction = try environment.beginRead()
        for key in keys { _ = try transaction.get(key.span.bytes, in: keyspace) }
        #expect(ColdFile.diskWaits - waits < 40)
        // All is there the second time, and what was asked for once is forgotten.
        for key in keys { prefetch.add(key.span.bytes, in: keyspace) }
        #expect(prefetch.run() == 0)
        #expect(prefetch.run() == 0)
      }
    }

    @Test func aLongWalkHasWhatLiesAroundPagesRead() throws {
      var random = SeededRandom(seed: 7)
      var keys = Array(0..<Self.entryCount)
      keys.shuffle(using: &random)
      try withColdEnvironment(keys: keys) { environment, keyspace, file in
        let transaction = try environment.beginRead()
        var cursor = try transaction.cursor(in: keyspace)
        try cursor.first()
        var touched: Set<Int> = []
        while touched.count < 600, try cursor.next() { touched.insert(pageNumber(cursor.key)) }
        #expect(
          file.waits(until: { $0.count { $0 } >= 2 * touched.count }), "\(file.residentPages().count { $0 }) pages")
      }
    }

    /// A file that nobody reads is all in memory after a while, and only where that was asked for.
    @Test func aFileComesIntoMemoryInTheBackground() throws {
      let keys = Array(0..<Self.entryCount)
      try withColdEnvironment(keys: keys, warmsCacheAfter: .zero) { _, _, file in
        #expect(file.waits(until: { $0.allSatisfy { $0 } }), "\(file.residentPages().count { $0 }) pages")
      }
      try withColdEnvironment(keys: keys) { _, _, file in
        let before = file.residentPages().count { $0 }
        usleep(100_000)
        #expect(file.residentPages().count { $0 } == before)
      }
    }

    @Test func aFileIsReadPageByPageUntilItComesIntoMemory() throws {
      try withColdEnvironment(keys: Array(0..<Self.entryCount), warmsCacheAfter: .seconds(3_600)) {
        environment, keyspace, file in
        let before = file.residentPages().count { $0 }
        let transaction = try environment.beginRead()
        #expect(try transaction.get(key(77).span.bytes, in: keyspace) != nil)
        #expect(file.residentPages().count { $0 } <= before + 10)
      }
    }

    @Test func aFileThatIsClosedIsNotReadOn() throws {
      var counts: Set<Int> = []
      for delay in 0..<10 {
        try withColdEnvironment(keys: Array(0..<Self.entryCount), warmsCacheAfter: .zero) { environment, _, file in
          usleep(UInt32(delay * 500))
          try environment.close()
          // Who still read by the number of the closed file would find these.
          let others = (0..<8).map { _ in open(file.path, O_RDONLY) }
          defer { for other in others { close(other) } }
          let before = file.residentPages().count { $0 }
          usleep(20_000)
          #expect(file.residentPages().count { $0 } == before)
          counts.insert(before)
        }
      }
      #expect(counts.count > 1, "all were closed before or behind it")
    }

    /// Lends an environment whose file is not in memory, with entries that were put in the order of `keys`.
    private func withColdEnvironment(
      keys: [Int], warmsCacheAfter delay: Duration? = nil, _ body: (Environment, Keyspace, ColdFile) throws -> Void
    ) throws {
      try withScratchFolder { folder in
        let file = ColdFile(path: "\(folder.path)/cold.mdb")
        do {
          let environment = try Environment(path: file.path, options: .testing)
          let keyspace = try environment.keyspace()
          try environment.write { transaction in
            for number in keys { try transaction.put(Bytes(repeating: 7, count: 1_200), key(number), in: keyspace) }
          }
          try environment.close()
        }
        try #require(file.leaveMemory())
        var options = EnvironmentOptions.testing
        options.warmsCacheAfter = delay
        if delay == nil { options.readsPageByPage = true }
        let environment = try Environment(path: file.path, options: options)
        try body(environment, environment.keyspace(), file)
      }
    }

    private func key(_ number: Int) -> Bytes { withUnsafeBytes(of: UInt32(number).bigEndian) { Bytes($0) } }

    /// The page that an entry lies in: a page begins with its number.
    private func pageNumber(_ key: RawSpan) -> Int {
      key.withUnsafeBytes { bytes in
        let address = UInt(bitPattern: bytes.baseAddress) & ~4_095
        return Int(UnsafeRawPointer(bitPattern: address)!.load(as: UInt64.self))
      }
    }
  }

#endif

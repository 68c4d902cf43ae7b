import Foundation
import LMDB
import TestSupport
import Testing

/// Entries sorted in memory and in runs on disk, against an array that is sorted.
@Suite struct EntrySorterTests {
  /// Random entries with many equal beginnings, of up to `most` bytes.
  private func entries(_ count: Int, most: Int, _ random: inout SeededRandom) -> [Entry] {
    (0..<count).map { number in
      let length = Int.random(in: 1...40, using: &random)
      let key = (0..<length).map { _ in UInt8.random(in: 0...3, using: &random) }
      let value = Bytes(repeating: UInt8(truncatingIfNeeded: number), count: Int.random(in: 0...most, using: &random))
      return Entry(key: key, value: value)
    }
  }

  private func sorters(_ entries: [Entry], _ count: Int, _ folder: URL) throws -> [EntrySorter] {
    let sorters = (0..<count).map { _ in EntrySorter(folder: folder.path, memoryBytes: 1) }
    for (number, entry) in entries.enumerated() {
      try sorters[number % count].append(entry.key.span.bytes, entry.value.span.bytes)
    }
    for sorter in sorters { sorter.finish() }
    return sorters
  }

  @Test(arguments: [(0, 10), (1, 10), (5_000, 100), (30_000, 4_000)])
  func entriesComeInKeyOrder(count: Int, most: Int) throws {
    try withScratchFolder { folder in
      var random = SeededRandom()
      let entries = entries(count, most: most, &random)
      var found: [Entry] = []
      try EntryMerge(sorters(entries, 3, folder)).forEach { key, value in
        found.append(Entry(key: key.array, value: value.array))
      }
      #expect(found.map(\.key) == entries.map(\.key).sorted { $0.lexicographicallyPrecedes($1) }, "seed \(random.seed)")
      #expect(Set(found) == Set(entries) && found.count == entries.count, "seed \(random.seed)")
      // Runs have no names: nothing is left, whatever happens.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test(arguments: [false, true]) func sortedEntriesAreStoredOnce(isEmpty: Bool) throws {
    try withScratchFolder { folder in
      var random = SeededRandom()
      let entries = entries(3_000, most: 300, &random)
      let environment = try Environment(path: folder.path + "/x.store", options: .testing)
      let keyspace = try environment.keyspace()
      var expected: [Bytes: Bytes] = [:]
      if !isEmpty {
        for entry in entries.prefix(100) { expected[entry.key] = [9] }
        try environment.write { transaction in
          for key in expected.keys { try transaction.put([9], key, in: keyspace) }
        }
      }
      var taken = 0
      try environment.write { transaction in
        try transaction.put(sorters(entries, 2, folder), in: keyspace) { _ in
        } onTaken: { key, value, present in
          taken += 1
          if !isEmpty, expected[key.array] != nil { #expect(present.array == [9]) }
        }
      }
      let stored = try environment.beginRead().entries(in: keyspace)
      let keys = Set(entries.map(\.key))
      #expect(Set(stored.map(\.key)) == keys, "seed \(random.seed)")
      #expect(taken == entries.count - keys.count + expected.count, "seed \(random.seed)")
      for entry in stored where expected[entry.key] != nil { #expect(entry.value == [9]) }
    }
  }
}

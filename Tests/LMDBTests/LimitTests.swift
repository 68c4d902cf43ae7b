import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct LimitTests {
  @Test func keepsKeysAndValuesOfAllLengths() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/limits.mdb", options: .testing)
      let keyspace = try environment.keyspace()
      let valueLengths = [0, 1, 2_030, 2_031, 4_080]
      try environment.write { transaction in
        for length in 1...511 {
          let value = Bytes(repeating: 9, count: valueLengths[length % valueLengths.count])
          try transaction.put(value, Bytes(repeating: 7, count: length), in: keyspace)
        }
      }
      let transaction = try environment.beginRead()
      for length in 1...511 {
        let value = Bytes(repeating: 9, count: valueLengths[length % valueLengths.count])
        #expect(try transaction.value(Bytes(repeating: 7, count: length), in: keyspace) == value)
      }
      #expect(try transaction.value(Bytes(repeating: 7, count: 512), in: keyspace) == nil)
    }
  }

  @Test func trapsOnAKeyThatIsTooLong() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      try putOne(in: path, keyBytes: 512, valueBytes: 1)
    }
  }

  @Test func trapsOnAnEmptyKey() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      try putOne(in: path, keyBytes: 0, valueBytes: 1)
    }
  }

  @Test func trapsOnAValueThatIsTooLong() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .failure) { [path = folder.path as String] in
      try putOne(in: path, keyBytes: 1, valueBytes: 4_081)
    }
  }

  @Test func doesNotTrapAtTheLimits() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try putOne(in: path, keyBytes: 511, valueBytes: 4_080)
    }
  }
}

private func putOne(in folder: String, keyBytes: Int, valueBytes: Int) throws {
  let environment = try Environment(path: "\(folder)/limits.mdb", options: .testing)
  let keyspace = try environment.keyspace()
  _ = try environment.write {
    try $0.put(Bytes(repeating: 1, count: valueBytes), Bytes(repeating: 1, count: keyBytes), in: keyspace)
  }
}

import Testing

@testable import TableStore

/// A row of more than 2,000 bytes with its checksum lies in chunks; nothing of them is left behind.
@Suite struct LongRowTests {
  /// A row of `EveryType` with one text has so many bytes besides it: format byte, count, 3 bytes of NULL bits for 23
  /// stored columns, 89 fixed bytes, 2 bytes for each of 9 variable columns, 4 bytes of checksum.
  private static let overhead = 2 + 3 + (1 + 1 + 1 + 4 + 4 + 8 + 8 + 8 + 16 + 16 + 8 + 8 + 4 + 1) + 9 * 2 + 4

  @Test(arguments: [1_998, 1_999, 2_000, 2_001, 2_002, 2_030, 2_031, 4_079, 4_080, 4_081, 8_160, 8_161])
  func rowsAroundTheLimits(length: Int) throws {
    try withStore([EveryType.self]) { store in
      let text = String(repeating: "x", count: length - Self.overhead)
      let row = try store.writeSync(.everything) { db in try db.everyTypes.insert(.init(longText: text)) }
      let entries = try store.rawEntries(EveryType.schema)
      let chunks = entries.filter { $0.key[0] == 0xFF }
      if length <= 2_000 {
        #expect(entries.map(\.value.count) == [length])
      } else {
        #expect(entries[0].value == [0x80, 0] + withUnsafeBytes(of: UInt64(length).littleEndian, Array.init))
        #expect(chunks.map(\.value.count).reduce(0, +) == length)
        #expect(chunks.dropLast().allSatisfy { $0.value.count == 4_080 })
      }
      #expect(try store.read(.everything) { db in try db.everyTypes.get(row.id) } == row)
      #expect(row.longText == text)
    }
  }

  @Test(arguments: [2_030, 2_031, 32_767, 32_768, 65_536, 16 << 20]) func longValues(length: Int) throws {
    try withStore([EveryType.self]) { store in
      let text = String((0..<UInt8(64)).map { Character(Unicode.Scalar($0 + 0x30)) })
      let long = String(String(repeating: text, count: length / 64 + 1).utf8.prefix(length))!
      let row = try store.writeSync(.everything) { db in
        try db.everyTypes.insert(.init(longText: long, exact: "behind", blob: [1, 2, 3]))
      }
      let read = try store.read(.everything) { db in try db.everyTypes.require(row.id) }
      #expect(read.longText?.utf8.elementsEqual(long.utf8) == true)
      #expect(read.exact == "behind" && read.blob == [1, 2, 3])
    }
  }

  @Test func noChunkIsLeftBehind() throws {
    try withStore([EveryType.self]) { store in
      func chunkCount() throws -> Int {
        try store.requireConsistent()
        return try store.rawEntries(EveryType.schema).count { $0.key[0] == 0xFF }
      }
      var row = try store.writeSync(.everything) { db in try db.everyTypes.insert(.init(longText: "short")) }
      for length in [10_000, 5_000, 100_000, 1, 3_000, 0] {
        row.longText = String(repeating: "y", count: length)
        try store.writeSync(.everything) { [row] db in _ = try db.everyTypes.update(row) }
        #expect(try store.read(.everything) { db in try db.everyTypes.get(row.id) } == row)
        let bytes = length + Self.overhead
        #expect(try chunkCount() == (bytes <= 2_000 ? 0 : (bytes + 4_079) / 4_080))
      }
      row.longText = String(repeating: "z", count: 50_000)
      _ = try? store.writeSync(.everything) { [row] db in
        try db.everyTypes.update(row)
        throw Abandoned()
      }
      #expect(try chunkCount() == 0)
      try store.writeSync(.everything) { [row] db in
        try db.everyTypes.update(row)
        try db.everyTypes.erase(row.id)
      }
      #expect(try store.rawEntries(EveryType.schema).isEmpty)
    }
  }

  /// Keys of 1 and of 2 bytes lie next to each other: the chunks of one row are not those of another.
  @Test func chunksOfNeighboursStayApart() throws {
    try withTenants { store in
      let ids: [UInt64] = [1, 2, 255, 256, 257, 65_535, 65_536, .max - 1]
      func title(_ id: UInt64) -> String { String(repeating: "\(id) ", count: 2_000) }
      for id in ids {
        try store.writeSync(.tenant(id % 2 + 1)) { db in _ = try db.notes.insert(.init(id: ID(id), title: title(id))) }
      }
      for id in ids.dropFirst() where id % 2 == 0 {
        try store.writeSync(.tenant(1)) { db in _ = try db.notes.erase(ID(id)) }
        try store.requireConsistent()
      }
      for id in [1, 255, 257, 65_535] as [UInt64] {
        #expect(try store.read(.tenant(2)) { db in try db.notes.require(ID(id)).title } == title(id))
      }
    }
  }
}

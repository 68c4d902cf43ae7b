import Foundation
import TestSupport
import Testing

@testable import LMDB

/// Where a map begins, found from a page that may be damaged.
@Suite struct MappedPagesTests {
  @Test func theMapIsFoundFromEachPageOfATree() throws {
    try withMap { map, pageCount in
      for number in 2..<pageCount {
        let pages = try #require(find(from: map + number * Limits.pageBytes, pageCount))
        #expect(pages.start == UInt(bitPattern: map))
        #expect(pages.address(of: UInt64(pageCount)) == nil)
      }
    }
  }

  @Test func aPageWithAnotherNumberLeadsNowhere() throws {
    var random = SeededRandom()
    try withMap { map, pageCount in
      let page = map + 4 * Limits.pageBytes
      for wrong in 0..<UInt64(2 * pageCount) where wrong != 4 {
        page.storeBytes(of: wrong, as: UInt64.self)
        #expect(find(from: page, pageCount) == nil, "\(wrong)")
      }
      for _ in 0..<1_000 {
        let wrong = UInt64.random(in: 0...UInt64.max, using: &random)
        page.storeBytes(of: wrong, as: UInt64.self)
        #expect(wrong == 4 || find(from: page, pageCount) == nil, "\(random)")
      }
    }
  }

  private func find(from page: UnsafeMutableRawPointer, _ pageCount: Int) -> MappedPages? {
    let bytes = UnsafeRawBufferPointer(start: page + 100, count: 8)
    return MappedPages(around: RawSpan(_unsafeBytes: bytes), fileBytes: pageCount * Limits.pageBytes)
  }

  /// Lends a map of a small file, in which changes stay in memory.
  private func withMap(_ body: (UnsafeMutableRawPointer, Int) throws -> Void) throws {
    try withScratchFolder { folder in
      let path = "\(folder.path)/map.mdb"
      let environment = try Environment(path: path, options: .testing)
      let keyspace = try environment.keyspace()
      try environment.write { transaction in
        for number in 0..<400 {
          try transaction.put(Bytes(repeating: 1, count: 40), Bytes("key \(number)".utf8), in: keyspace)
        }
      }
      try environment.close()
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      // Free pages have no number; this file has none.
      let count = Int(try file.seekToEnd()) / Limits.pageBytes
      // Before it lies what cannot be read.
      let room = try #require(mmap(nil, 3 * count * Limits.pageBytes, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0))
      defer { munmap(room, 3 * count * Limits.pageBytes) }
      let map = room + 2 * count * Limits.pageBytes
      let bytes = count * Limits.pageBytes
      try #require(
        mmap(map, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, file.fileDescriptor, 0) == map)
      try body(map, count)
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import LMDB

/// Branches as they lie in the map, sound and damaged.
@Suite struct PageViewTests {
  @Test func aKeyIsFollowedToTheChildInWhichItBelongs() throws {
    var random = SeededRandom()
    try withBranch { branch, number in
      let page = PageView(base: UnsafeRawPointer(branch))
      let separators = (1..<page.nodeCount).map { Bytes(page[$0].key) }
      #expect(separators.count > 20)
      for _ in 0..<2_000 {
        var key = separators.randomElement(using: &random)!
        switch Int.random(in: 0..<3, using: &random) {
        case 0: key.append(.random(in: 0...255, using: &random))
        case 1: key[.random(in: 0..<key.count, using: &random)] = .random(in: 0...255, using: &random)
        default: break
        }
        let place = separators.lastIndex { !key.lexicographicallyPrecedes($0) }.map { $0 + 1 } ?? 0
        let child = key.withUnsafeBytes { page.child(of: number, for: $0) }
        #expect(child == page[place].child, "\(random)")
      }
      #expect([7 as UInt8].withUnsafeBytes { page.child(of: number + 1, for: $0) } == nil)
    }
  }

  /// A look outside of the page ends the process: nothing lies before it and behind it.
  @Test func aDamagedBranchIsNotReadBeyond() throws {
    var random = SeededRandom()
    try withBranch { branch, number in
      let sound = Bytes(UnsafeRawBufferPointer(start: branch, count: Limits.pageBytes))
      var refusals = 0
      for round in 0..<4_000 {
        branch.copyMemory(from: sound, byteCount: sound.count)
        for _ in 0..<(round % 40) {
          let isHeader = Bool.random(using: &random)
          let place = Int.random(in: isHeader ? 8..<200 : 0..<Limits.pageBytes, using: &random)
          branch.storeBytes(of: .random(in: 0...255, using: &random), toByteOffset: place, as: UInt8.self)
        }
        let page = PageView(base: UnsafeRawPointer(branch))
        if round % 4 == 0 {
          // The node that is looked at first begins at the page's end.
          let middle = PageView.headerBytes + 2 * ((1 + max(1, page.nodeCount)) / 2)
          let start = UInt16.random(in: 4_070...4_110, using: &random)
          if middle < Limits.pageBytes { branch.storeBytes(of: start, toByteOffset: middle, as: UInt16.self) }
        }
        let key = (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
        if key.withUnsafeBytes({ page.child(of: number, for: $0) }) == nil { refusals += 1 }
      }
      #expect(refusals > 100 && refusals < 4_000, "\(random)")
    }
  }

  /// Lends the root of a tree, which is a branch, and its number; the pages around it cannot be read.
  private func withBranch(_ body: (UnsafeMutableRawPointer, UInt64) throws -> Void) throws {
    try withScratchFolder { folder in
      let path = "\(folder.path)/branch.mdb"
      let environment = try Environment(path: path, options: .testing)
      let keyspace = try environment.keyspace()
      var random = SeededRandom(seed: 3)
      try environment.write { transaction in
        for _ in 0..<4_000 {
          let key = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
          try transaction.put(Bytes(repeating: 1, count: 40), key, in: keyspace)
        }
      }
      try environment.close()
      let file = Bytes(try Data(contentsOf: URL(filePath: path)))
      let branches = stride(from: 2 * Limits.pageBytes, to: file.count, by: Limits.pageBytes).filter {
        file.load(at: $0 + 10) == PageFlags.branch
      }
      let start = try #require(branches.max { (file.load(at: $0 + 12) as UInt16) < file.load(at: $1 + 12) })
      let bytes = 3 * Limits.pageBytes
      let map = try #require(mmap(nil, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0))
      defer { munmap(map, bytes) }
      let page = map + Limits.pageBytes
      mprotect(page, Limits.pageBytes, PROT_READ | PROT_WRITE)
      page.copyMemory(from: Bytes(file[start..<start + Limits.pageBytes]), byteCount: Limits.pageBytes)
      try body(page, file.load(at: start))
    }
  }
}

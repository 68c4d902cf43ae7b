import Foundation
import LMDB
import TestSupport
import Testing

/// The structural check takes every file that the library writes, and refuses or survives every damaged one.
@Suite struct StructureCheckTests {
  /// Random writes, with long values and mass deletions: after each commit the check finds no fault, and the same counts
  /// as the library.
  @Test func takesWhatTheLibraryWrites() throws {
    try withScratchFolder { folder in
      var random = SeededRandom()
      let environment = try Environment(path: "\(folder.path)/sound.mdb", options: .testing)
      let names = ["one", "two", "three"]
      let opened = try environment.openKeyspaces(names, create: true)
      for round in 0..<40 {
        try environment.write { try Self.change(&$0, opened[random.pick(names)]!, &random, round) }
        try Self.compareCounts(environment, Array(opened.values))
      }
    }
  }

  @Test func reportsProgressAndStops() throws {
    try withScratchFolder { folder in
      let environment = try Environment(path: "\(folder.path)/large.mdb", options: .testing)
      let keyspace = try environment.keyspace()
      try environment.write { transaction in
        for number in 0..<9_000 {
          try transaction.put(Bytes(repeating: 1, count: 2_000), Bytes("\(number)".utf8), in: keyspace)
        }
      }
      var seen: [Int] = []
      let report = try #require(
        try environment.checkStructure { done, all in
          seen.append(done)
          return done <= all
        })
      #expect(report.pageCount > 4_096 && seen.first == 4_096 && seen.allSatisfy { $0 % 4_096 == 0 })
      let stopped = try environment.checkStructure { _, _ in false }
      #expect(stopped == nil)
    }
  }

  /// A check holds its state against a writer that would use its pages again.
  @Test func goesOnBesideAWriter() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let environment = try Environment(path: "\(folder.path)/busy.mdb", options: .testing)
    let keyspace = try environment.keyspace()
    let writer = Thread { [environment] in
      var random = SeededRandom(seed: 7)
      for round in 0..<150 {
        do { try environment.write { try Self.change(&$0, keyspace, &random, round) } } catch {
          Issue.record("\(error)")
        }
      }
    }
    writer.start()
    var states: Set<UInt64> = []
    while !writer.isFinished { states.insert(try #require(try environment.checkStructure()).transaction) }
    #expect(states.count > 2)
    try Self.compareCounts(environment, [keyspace])
  }

  /// Damage is refused, or can be read, written and checked again.
  @Test(arguments: [false, true]) func survivesDamage(crafted: Bool) throws {
    try withScratchFolder { folder in
      let damage = try Self.makeDamage(folder.path)
      let seed = SeededRandom().seed
      var refused: [FileDamage.Kind: Int] = [:]
      for number in 0..<150 {
        let (kind, bytes) = damage.copy(number, seed: seed, crafted: crafted)
        let path = "\(folder.path)/damaged.mdb"
        try Data(bytes).write(to: URL(filePath: path))
        do {
          try Self.readAndWrite(path, number)
        } catch let error as LMDBError {
          #expect(!error.description.contains("\n"))
          refused[kind, default: 0] += 1
        }
      }
      // Most crafted damage is a fault of structure; of random damage what hits headers.
      let always: [FileDamage.Kind] = crafted ? [.pageNumber, .counts, .recordFlags] : [.zeroedPage, .truncated]
      for kind in always { #expect(refused[kind, default: 0] >= 3, "\(kind)") }
    }
  }
}

extension StructureCheckTests {
  /// Some puts and deletions: of values of every length, sometimes of a whole stretch.
  private static func change(
    _ transaction: inout WriteTransaction, _ keyspace: Keyspace, _ random: inout SeededRandom, _ round: Int,
    most: Int = 200
  ) throws {
    if round % 7 == 6 {
      let first = Bytes("\(Int.random(in: 10..<90, using: &random))".utf8)
      _ = try transaction.deleteRange(from: first.span.bytes, to: Bytes([0x3A]).span.bytes, in: keyspace)
    }
    for _ in 0..<Int.random(in: 1...most, using: &random) {
      let number = Int.random(in: 0..<20_000, using: &random)
      let key = Bytes("\(number)".utf8) + Bytes(repeating: 0x61, count: random.chance(9) ? 480 : number % 50)
      if random.chance(4) {
        try transaction.delete(key.span.bytes, in: keyspace)
      } else {
        let length = random.chance(5) ? Int.random(in: 2_000...4_080, using: &random) : number % 400
        try transaction.put(Bytes(repeating: UInt8(number & 0xFF), count: length), key, in: keyspace)
      }
    }
  }

  private static func compareCounts(_ environment: Environment, _ keyspaces: [Keyspace]) throws {
    let report = try #require(try environment.checkStructure())
    let reader = try environment.beginRead()
    let sizes = try keyspaces.map { try reader.statistics(of: $0) }
    #expect(report.entryCount == sizes.map(\.entryCount).reduce(0, +))
    #expect(try report.freePageCount == environment.freePageCounts().all)
    #expect(report.leakedPageCount == 0)
    #expect(try report.pageCount == environment.information().lastPage + 1)
    // What is used besides: the meta pages, the tree of names and that of free pages.
    let others = report.usedPageCount - sizes.map(\.sizeBytes).reduce(0, +) / 4_096
    #expect((3...200).contains(others), "\(others)")
  }

  /// A file with deep trees, long values and free pages, an older state of it, and another file.
  private static func makeDamage(_ folder: String) throws -> FileDamage {
    var random = SeededRandom(seed: 11)
    func make(_ name: String, rounds: Int, then: Int) throws -> ([UInt8], [UInt8]) {
      let path = "\(folder)/\(name)"
      let environment = try Environment(path: path, options: .testing)
      let opened = try environment.openKeyspaces(["one", "two", "three"], create: true)
      func run(_ rounds: Int) throws -> [UInt8] {
        for round in 0..<rounds {
          for keyspace in ["one", "two", "three"].map({ opened[$0]! }) {
            try environment.write { try change(&$0, keyspace, &random, round) }
          }
        }
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
      }
      let states = (try run(rounds), try run(then))
      try environment.close()
      return states
    }
    let (older, file) = try make("base", rounds: 5, then: 4)
    return FileDamage(file, older: older, foreign: try make("foreign", rounds: 4, then: 1).1)
  }

  private static func readAndWrite(_ path: String, _ number: Int) throws {
    var options = EnvironmentOptions.testing
    options.checksStructureUpToBytes = .max
    let environment = try Environment(path: path, options: options)
    defer { try? environment.close() }
    let names = try environment.keyspaceNames().filter { !$0.contains("\0") }
    let opened = try environment.openKeyspaces(names, create: false)
    for keyspace in opened.values {
      let reader = try environment.beginRead()
      #expect(try reader.entries(in: keyspace).count == reader.entryCount(of: keyspace))
    }
    var random = SeededRandom(seed: UInt64(number))
    // Some writes delete a stretch too.
    for keyspace in opened.values {
      try environment.write { try change(&$0, keyspace, &random, number % 5 + 2, most: 30) }
    }
    #expect(try environment.checkStructure() != nil)
  }
}

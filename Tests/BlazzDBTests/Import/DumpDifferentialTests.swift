import Foundation
import Testing

@testable import BlazzDB

@Suite struct DumpDifferentialTests {
  static let seed =
    ProcessInfo.processInfo.environment["BLAZZ_TEST_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<(1 << 32))

  /// Random dumps, read in chunks that put a boundary at every place, give back the rows they were made of.
  @Test(arguments: [1, 2, 3, 7, 64, 64 << 10])
  func readsWhatWasWritten(chunkBytes: Int) {
    print("BLAZZ_TEST_SEED=\(Self.seed)")
    for index in 0..<400 {
      var renderer = DumpRenderer(seed: Self.seed &+ UInt64(index * 64 + chunkBytes))
      renderer.renderDump()
      let dump = ParsedDump(renderer.text, chunkBytes: chunkBytes)
      guard dump.error == nil, dump.batches == renderer.batches else {
        let text = String(decoding: renderer.text, as: UTF8.self)
        Issue.record(
          "seed \(Self.seed), dump \(index), chunk \(chunkBytes): \(dump.error.map(\.description) ?? "")\n\(text)")
        return
      }
    }
  }

  /// A dump cut anywhere gives rows of the whole dump, in order, and nothing else.
  @Test func cutDumpsGiveNoWrongRow() {
    for index in 0..<40 {
      var renderer = DumpRenderer(seed: Self.seed &+ UInt64(index))
      renderer.renderDump()
      let rows = renderer.batches.flatMap(\.rows)
      var ends = [0]
      for batch in renderer.batches { ends.append(ends.last! + batch.rows.count) }
      for length in 0..<min(renderer.text.count, 1000) {
        let cut = ParsedDump(Array(renderer.text[..<length]), chunkBytes: 1 + length % 70)
        // Only between statements may a loss go unnoticed.
        let isNoticed = cut.error.map { $0.code == .endOfDump } ?? ends.contains(cut.rows.count)
        if !isNoticed || !rows.starts(with: cut.rows) {
          Issue.record("seed \(Self.seed), dump \(index), cut at \(length): \(cut.error?.description ?? "")")
        }
      }
    }
  }

  /// Damaged bytes end in rows or an error, never in a crash.
  @Test func damagedDumpsDoNotCrash() {
    var random = SeededGenerator(seed: Self.seed)
    let seeds = [DumpDialectTests.mysqldump, DumpDialectTests.mariadb, DumpDialectTests.phpMyAdmin].map {
      Array($0.utf8)
    }
    for index in 0..<1500 {
      var bytes = seeds[index % seeds.count]
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if random.chance(50) {
          bytes[place] = random.pick(Array("'\"`\\;,()*/-# \0@x0".utf8))
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
        }
      }
      let dump = ParsedDump(bytes, chunkBytes: 1 + index % 40, maxRowBytes: 4 << 10)
      #expect((dump.error?.line ?? 1) > 0)
    }
  }
}

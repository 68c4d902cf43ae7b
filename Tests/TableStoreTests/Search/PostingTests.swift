import TestSupport
import Testing

@testable import TableStore

@Suite struct PostingTests {
  private func numbers(_ random: inout SeededRandom) -> UInt64 {
    UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
  }

  private func read<Result>(_ bytes: Bytes, _ body: (inout ByteReader) throws -> Result) rethrows -> Result? {
    try bytes.withUnsafeBytes { bytes in
      guard var reader = ByteReader(bytes) else { return nil }
      return try body(&reader)
    }
  }

  @Test func numbersReadBack() {
    var random = SeededRandom()
    let values = [0, 1, 127, 128, 16_383, 16_384, UInt64.max] + (0..<2_000).map { _ in numbers(&random) }
    var bytes: Bytes = []
    for value in values { bytes.append(varint: value) }
    let found = read(bytes) { reader in
      let found = values.map { _ in reader.varint() }
      return reader.isAtEnd ? found : []
    }
    #expect(found == values)
    #expect(read(Bytes(repeating: 0xFF, count: 40)) { $0.varint() } == .some(nil))
    #expect(read([0x80, 0x80]) { $0.varint() } == .some(nil))
  }

  @Test func bytesStayInside() {
    let bytes = Bytes(0..<10)
    _ = read(bytes) { reader in
      #expect(reader.take(4).map { Array($0) } == [0, 1, 2, 3])
      #expect(reader.take(7) == nil && reader.take(.max) == nil && reader.part(7) == nil)
      var part = reader.part(2)
      #expect(part?.byte() == 4 && part?.byte() == 5 && part?.byte() == nil)
      #expect(reader.take(0).map { Array($0) } == [])
      #expect(reader.take(4).map { Array($0) } == [6, 7, 8, 9] && reader.isAtEnd && reader.byte() == nil)
    }
    #expect(read([]) { $0.byte() } == .some(nil) || read([]) { $0.byte() } == nil)
  }

  @Test func postingsReadBack() {
    var random = SeededRandom()
    for round in 0..<300 {
      let hasCounts = round % 2 == 0
      let all = Posting.made(round, hasCounts: hasCounts, gap: round % 3 == 0 ? 3 : 1 << 50, &random)
      var writer = PostingWriter(hasCounts: hasCounts)
      for posting in all { writer.append(posting) }
      _ = read(writer.bytes) { bytes in
        var reader = PostingReader(bytes, hasCounts: hasCounts)
        #expect(all.map { _ in reader.next() } == all)
        #expect(reader.next() == nil && reader.bytes.isAtEnd)
      }
    }
  }
}

extension Posting {
  /// Postings in the order of their rows, at most `gap` from each other.
  static func made(_ count: Int, hasCounts: Bool, gap: UInt64, _ random: inout SeededRandom) -> [Posting] {
    var row: UInt64 = 0
    return (0..<count).map { _ in
      row += UInt64.random(in: 1...gap, using: &random)
      var posting = Posting(row: row)
      guard hasCounts else { return posting }
      for field in 0..<SearchLayout.mostFields where random.chance(2) {
        posting.counts[field] = random.chance(2) ? 1 : UInt8.random(in: 1...255, using: &random)
      }
      posting.length = UInt8.random(in: 0...255, using: &random)
      return posting
    }
  }
}

import TestSupport
import Testing

@testable import TableStore

@Suite struct PostingTests {
  private func numbers(_ random: inout SeededRandom) -> UInt64 {
    UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
  }

  private func bytes(_ count: Int, from least: UInt8, _ random: inout SeededRandom) -> Bytes {
    (0..<count).map { _ in UInt8.random(in: least...255, using: &random) }
  }

  private func read<Result>(_ bytes: Bytes, _ body: (inout ByteReader) throws -> Result) rethrows -> Result? {
    try bytes.withUnsafeBytes { bytes in
      guard var reader = ByteReader(bytes) else { return nil }
      return try body(&reader)
    }
  }

  private func postings(_ count: Int, hasCounts: Bool, gap: UInt64, _ random: inout SeededRandom) -> [Posting] {
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
      let all = postings(round, hasCounts: hasCounts, gap: round % 3 == 0 ? 3 : 1 << 50, &random)
      var writer = PostingWriter(hasCounts: hasCounts)
      for posting in all { writer.append(posting) }
      _ = read(writer.bytes) { bytes in
        var reader = PostingReader(bytes, hasCounts: hasCounts)
        #expect(all.map { _ in reader.next() } == all)
        #expect(reader.next() == nil && reader.bytes.isAtEnd)
      }
    }
  }

  private struct Entry {
    var term: Bytes
    var postings: [Posting]
  }

  /// Reads a block; `nil` when the bytes are none.
  private static func read(_ bytes: UnsafeRawBufferPointer, hasCounts: Bool) -> [Entry]? {
    guard var reader = ByteReader(bytes) else { return nil }
    var entries: [Entry] = []
    var term: Bytes = []
    while !reader.isAtEnd {
      guard let head = TermReader.next(&reader, &term) else { return nil }
      var list = PostingReader(head.bytes ?? reader, hasCounts: hasCounts)
      var postings: [Posting] = []
      for _ in 0..<head.count {
        guard let posting = list.next() else { return nil }
        postings.append(posting)
      }
      if head.bytes == nil { reader = list.bytes }
      entries.append(Entry(term: term, postings: postings))
    }
    return entries
  }

  /// Terms with postings, in order; some share long beginnings, some have many postings.
  private func entries(hasCounts: Bool, _ random: inout SeededRandom) -> [Entry] {
    let stem = Bytes(repeating: 9, count: 126)
    var terms: Set<Bytes> = [stem + [1, 1], stem + [1, 2], stem, Array(stem.prefix(60))]
    for _ in 0..<60 {
      let start = stem.prefix(random.pick([0, 0, 0, 5, 120]))
      terms.insert(start + bytes(Int.random(in: 1...8, using: &random), from: 1, &random))
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }.map { term in
      let count = random.pick([1, 1, 1, 2, 3, 40, 900])
      let gap: UInt64 = random.pick([1, 200, 1 << 53])
      return Entry(term: term, postings: postings(count, hasCounts: hasCounts, gap: gap, &random))
    }
  }

  @Test func blocksReadBackAndStaySmall() throws {
    var random = SeededRandom()
    for round in 0..<24 {
      let hasCounts = round % 2 == 0
      let entries = entries(hasCounts: hasCounts, &random)
      var found: [(term: Bytes, posting: Posting)] = []
      var starts: [(term: Bytes, row: UInt64)] = []
      var writer = BlockWriter(hasCounts: hasCounts) { term, row, bytes in
        #expect(bytes.count <= PostingBlock.mostBytes)
        let read = bytes.withUnsafeBytes { Self.read($0, hasCounts: hasCounts) }
        let block = try #require(read).flatMap { entry in entry.postings.map { (term: entry.term, posting: $0) } }
        starts.append((term, row))
        #expect(block.first.map { $0.term == term && $0.posting.row == row } == true)
        found += block
      }
      for entry in entries {
        writer.begin(entry.term[...])
        for posting in entry.postings { try writer.append(posting) }
      }
      try writer.finish()
      let all = entries.flatMap { entry in entry.postings.map { (term: entry.term, posting: $0) } }
      #expect(found.elementsEqual(all, by: ==))
      #expect(starts.count > 1)
    }
  }

  /// The largest posting behind as many small ones as there is room for, of the longest term.
  @Test func theLargestPostingFits() throws {
    for count in 100...400 {
      var writer = BlockWriter(hasCounts: true) { _, _, bytes in #expect(bytes.count <= PostingBlock.mostBytes) }
      let term = Bytes(repeating: 7, count: 128)
      writer.begin(term[...])
      for row in 1...UInt64(count) { try writer.append(Posting(row: row, counts: SIMD8(1, 0, 0, 0, 0, 0, 0, 0))) }
      try writer.append(Posting(row: .max - 1, counts: SIMD8(2, 2, 2, 2, 2, 2, 2, 0), length: 255))
      try writer.finish()
    }
  }

  /// Whatever the bytes, reading ends, stays inside them, and finds no more than they can hold.
  @Test func damagedBytesEnd() throws {
    var random = SeededRandom()
    var blocks: [(bytes: Bytes, hasCounts: Bool)] = []
    for hasCounts in [true, false] {
      var writer = BlockWriter(hasCounts: hasCounts) { _, _, bytes in blocks.append((bytes, hasCounts)) }
      for entry in entries(hasCounts: hasCounts, &random) {
        writer.begin(entry.term[...])
        for posting in entry.postings { try writer.append(posting) }
      }
      try writer.finish()
    }
    var refused = 0
    for _ in 0..<10_000 {
      var (bytes, hasCounts) = random.pick(blocks)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes = self.bytes(Int.random(in: 0...64, using: &random), from: 0, &random)
      case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 2: hasCounts.toggle()
      case 3: bytes[Int.random(in: 0..<min(bytes.count, 12), using: &random)] = random.pick([0, 0x7F, 0x80, 0xFF])
      default:
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      let entries = bytes.withUnsafeBytes { Self.read($0, hasCounts: hasCounts) }
      if entries == nil { refused += 1 }
      #expect(entries.map { $0.reduce(0) { $0 + $1.postings.count } <= bytes.count } ?? true)
      var texts = SearchTexts()
      let isRead = bytes.withUnsafeBytes { texts.fill(record: $0, fields: 3) }
      #expect(!isRead || texts.ends.isEmpty || texts.ends.last == texts.bytes.count)
    }
    #expect(refused > 1_500)
  }
}

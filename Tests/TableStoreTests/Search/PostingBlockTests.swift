import TestSupport
import Testing

@testable import TableStore

@Suite struct PostingBlockTests {
  private struct Listed: Equatable {
    let term: Bytes
    let posting: Posting
  }

  private func bytes(_ count: Int, from least: UInt8, _ random: inout SeededRandom) -> Bytes {
    (0..<count).map { _ in UInt8.random(in: least...255, using: &random) }
  }

  /// Terms with postings, in order; some share long beginnings, some have many postings.
  private func list(hasCounts: Bool, _ random: inout SeededRandom) -> [Listed] {
    let stem = Bytes(repeating: 9, count: 126)
    var terms: Set<Bytes> = [stem + [1, 1], stem + [1, 2], stem, Array(stem.prefix(60))]
    for _ in 0..<60 {
      let start = stem.prefix(random.pick([0, 0, 0, 5, 120]))
      terms.insert(start + bytes(Int.random(in: 1...8, using: &random), from: 1, &random))
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { term in
      let gap: UInt64 = random.pick([1, 200, 1 << 53])
      return Posting.made(random.pick([1, 1, 1, 2, 3, 40, 900]), hasCounts: hasCounts, gap: gap, &random).map {
        Listed(term: term, posting: $0)
      }
    }
  }

  /// Cuts a list into blocks, each with its first term and row.
  private func blocks(
    _ list: [Listed], hasCounts: Bool
  ) throws -> [(term: Bytes, row: UInt64, bytes: Bytes)] {
    var blocks: [(term: Bytes, row: UInt64, bytes: Bytes)] = []
    var writer = BlockWriter(hasCounts: hasCounts) { blocks.append(($0, $1, $2)) }
    for entry in list {
      writer.begin(entry.term[...])
      try writer.append(entry.posting)
    }
    try writer.finish()
    return blocks
  }

  /// Reads a block; `nil` where it is none.
  private func read(_ block: Bytes, hasCounts: Bool) -> [Listed]? {
    block.withUnsafeBytes { bytes in
      guard var reader = ByteReader(bytes) else { return nil }
      var found: [Listed] = []
      var term: Bytes = []
      while !reader.isAtEnd {
        guard let head = TermReader.next(&reader, &term) else { return nil }
        var postings = PostingReader(head.bytes ?? reader, hasCounts: hasCounts)
        for _ in 0..<head.count {
          guard let posting = postings.next() else { return nil }
          found.append(Listed(term: term, posting: posting))
        }
        if head.bytes == nil { reader = postings.bytes }
      }
      return found
    }
  }

  @Test func blocksReadBackAndStaySmall() throws {
    var random = SeededRandom()
    for round in 0..<24 {
      let hasCounts = round % 2 == 0
      let list = list(hasCounts: hasCounts, &random)
      var found: [Listed] = []
      let blocks = try blocks(list, hasCounts: hasCounts)
      for block in blocks {
        #expect(block.bytes.count + block.term.count + PostingBlock.keyBytes <= PostingBlock.mostBytes)
        let part = try #require(read(block.bytes, hasCounts: hasCounts))
        #expect(part.first?.term == block.term && part.first?.posting.row == block.row)
        found += part
      }
      #expect(found == list && blocks.count > 1)
    }
  }

  /// The largest posting behind as many small ones as there is room for, of the longest term.
  @Test func theLargestPostingFits() throws {
    let term = Bytes(repeating: 7, count: 128)
    let large = Posting(row: .max - 1, counts: SIMD8(2, 2, 2, 2, 2, 2, 2, 0), length: 255)
    for count in 100...400 {
      let small = (1...UInt64(count)).map { Posting(row: $0, counts: SIMD8(1, 0, 0, 0, 0, 0, 0, 0)) }
      let list = (small + [large]).map { Listed(term: term, posting: $0) }
      for block in try blocks(list, hasCounts: true) {
        #expect(block.bytes.count + block.term.count + PostingBlock.keyBytes <= PostingBlock.mostBytes)
      }
    }
  }

  /// Changes of the words of a few rows.
  private func changes(_ random: inout SeededRandom) throws -> SearchChanges {
    var changes = SearchChanges()
    let maker = LetterMaker(&random)
    for row in 1...UInt64(20) {
      var (texts, terms) = (SearchTexts(), SearchTerms())
      texts.append(maker.text(4, &random))
      try terms.fill(texts)
      changes.append(terms, of: row * 40, comes: random.chance(2))
    }
    changes.settle()
    return changes
  }

  /// Whatever the bytes, reading and changing them ends, and stays inside them.
  @Test func damagedBlocksEnd() throws {
    var random = SeededRandom()
    var all: [(bytes: Bytes, hasCounts: Bool)] = []
    for hasCounts in [true, false] {
      all += try blocks(list(hasCounts: hasCounts, &random), hasCounts: hasCounts).map { ($0.bytes, hasCounts) }
    }
    let changes = try changes(&random)
    var refused = 0
    for _ in 0..<6_000 {
      var (block, hasCounts) = random.pick(all)
      damage(&block, &hasCounts, &random)
      let found = read(block, hasCounts: hasCounts)
      #expect(found.map { $0.count <= block.count } ?? true)
      let list: SearchLayout.List = hasCounts ? .words : .edges
      let start = Int.random(in: 0..<changes.changes.count, using: &random)
      let range = start..<min(changes.changes.count, start + 5)
      var emitted = 0
      let isBlock = try BlockMerger(changes, range, block, list).merge { emitted += $2.count }
      #expect(emitted <= block.count * 2 + 2_000)
      if found == nil || !isBlock { refused += 1 }
      var texts = SearchTexts()
      let isRecord = block.withUnsafeBytes { texts.fill(record: $0, fields: 3) }
      #expect(!isRecord || texts.ends.isEmpty || texts.ends.last == texts.bytes.count)
    }
    #expect(refused > 1_000)
  }

  private func damage(_ block: inout Bytes, _ hasCounts: inout Bool, _ random: inout SeededRandom) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: block = bytes(Int.random(in: 0...64, using: &random), from: 0, &random)
    case 1: block.removeLast(Int.random(in: 1...block.count, using: &random))
    case 2: hasCounts.toggle()
    case 3: block[Int.random(in: 0..<min(block.count, 12), using: &random)] = random.pick([0, 0x7F, 0x80, 0xFF])
    default:
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        block[Int.random(in: block.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
  }
}

import TestSupport
import Testing

@testable import TableStore

/// What becomes of a block when changes come into it, against changes to a set of postings.
@Suite struct BlockMergerTests {
  /// A posting of a term.
  private struct Place: Hashable, Comparable {
    let term: Bytes
    let row: UInt64

    static func < (left: Place, right: Place) -> Bool {
      left.term != right.term ? left.term.lexicographicallyPrecedes(right.term) : left.row < right.row
    }
  }

  private func blocks(_ postings: [Place: Posting], hasCounts: Bool) throws -> [Bytes] {
    var blocks: [Bytes] = []
    var writer = BlockWriter(hasCounts: hasCounts) { _, _, bytes in blocks.append(bytes) }
    for place in postings.keys.sorted() {
      writer.begin(place.term[...])
      try writer.append(postings[place]!)
    }
    try writer.finish()
    return blocks
  }

  private func postings(_ block: Bytes, hasCounts: Bool) throws -> [Place: Posting] {
    let entries = try #require(block.withUnsafeBytes { PostingBlock.entries($0, hasCounts: hasCounts) })
    let all = entries.flatMap { entry in entry.postings.map { (Place(term: entry.term, row: $0.row), $0) } }
    #expect(all.map(\.0) == all.map(\.0).sorted(), "postings out of order")
    return Dictionary(uniqueKeysWithValues: all)
  }

  private func posting(_ row: UInt64, hasCounts: Bool, _ random: inout SeededRandom) -> Posting {
    var posting = Posting(row: row)
    guard hasCounts else { return posting }
    posting.counts[Int.random(in: 0..<SearchLayout.mostFields, using: &random)] = random.chance(3) ? 2 : 1
    posting.length = UInt8.random(in: 1...9, using: &random)
    return posting
  }

  /// Few terms with long lists, or many with short ones; rows that lie close together, or far apart.
  private func place(_ terms: Int, _ rows: UInt64, _ random: inout SeededRandom) -> Place {
    let number = Int.random(in: 0..<terms, using: &random)
    let term = Bytes(repeating: 5, count: number % 3 * 20) + [UInt8(number / 200 + 1), UInt8(number % 200 + 1)]
    return Place(term: term, row: UInt64.random(in: 1...rows, using: &random))
  }

  @Test func changesComeAndGo() throws {
    var random = SeededRandom()
    var (splits, copies) = (0, 0)
    for round in 0..<2_000 {
      let hasCounts = round % 2 == 0
      let (terms, rows) = (random.pick([1, 3, 40, 900]), random.pick([90, 3_000, 1 << 40] as [UInt64]))
      var model: [Place: Posting] = [:]
      for _ in 0..<random.pick([0, 1, 30, 400]) {
        let place = place(terms, rows, &random)
        model[place] = posting(place.row, hasCounts: hasCounts, &random)
      }
      let block = try blocks(model, hasCounts: hasCounts).first ?? []
      model = block.isEmpty ? [:] : try postings(block, hasCounts: hasCounts)
      var changes: [Place: Posting?] = [:]
      for _ in 0..<random.pick([1, 1, 2, 10, 60]) {
        let place = random.chance(3) ? model.keys.randomElement(using: &random) : place(terms, rows, &random)
        guard let place else { continue }
        changes[place] = .some(random.chance(3) ? nil : posting(place.row, hasCounts: hasCounts, &random))
      }
      for (place, posting) in changes { model[place] = posting }
      var found: [Place: Posting] = [:]
      var count = 0
      let merger = BlockMerger(
        SearchChanges(
          changes.sorted { $0.key < $1.key }.map { change in
            (change.key.term, change.value ?? Posting(row: change.key.row), change.value != nil)
          }), 0..<changes.count, block, hasCounts ? .words : .edges)
      let isWhole = try merger.merge { term, row, bytes in
        let part = try postings(bytes, hasCounts: hasCounts)
        #expect(part.keys.min() == Place(term: term, row: row))
        #expect(found.isEmpty || found.keys.max()! < Place(term: term, row: row))
        #expect(bytes.count + term.count + 9 <= PostingBlock.mostBytes)
        found.merge(part) { _, _ in preconditionFailure("a posting twice") }
        count += 1
      }
      try #require(isWhole && found == model, "seed \(random.seed), round \(round)")
      if count > 1 { splits += 1 }
      if count == 1 && changes.count == 1 { copies += 1 }
    }
    #expect(splits > 50 && copies > 50)
  }

  /// Whatever the bytes, merging ends and says so.
  @Test func damagedBlocksEnd() throws {
    var random = SeededRandom()
    var refused = 0
    for round in 0..<4_000 {
      let hasCounts = round % 2 == 0
      var model: [Place: Posting] = [:]
      for _ in 0..<40 {
        let place = place(20, 5_000, &random)
        model[place] = posting(place.row, hasCounts: hasCounts, &random)
      }
      var block = try #require(try blocks(model, hasCounts: hasCounts).first)
      for _ in 0..<3 {
        block[Int.random(in: block.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      let place = place(20, 5_000, &random)
      let change = SearchChanges([(place.term, posting(place.row, hasCounts: hasCounts, &random), true)])
      var total = 0
      let merger = BlockMerger(change, 0..<1, block, hasCounts ? .words : .edges)
      if try !merger.merge({ _, _, bytes in total += bytes.count }) { refused += 1 }
      #expect(total < 64 * (block.count + 200))
    }
    #expect(refused > 300)
  }
}

extension SearchChanges {
  /// Changes of edges that are in order already: term, posting, whether it comes.
  fileprivate init(_ changes: [(term: Bytes, posting: Posting, comes: Bool)]) {
    self.init()
    for change in changes { append(.edges, change.term[...], change.posting, comes: change.comes) }
  }
}

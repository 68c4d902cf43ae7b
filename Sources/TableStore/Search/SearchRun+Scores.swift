/// What the rows of a search are worth.
extension SearchRun {
  /// The number of rows that have a part, in the lists and among those that wait.
  private func count(_ part: SearchPart) throws -> Int {
    guard !part.term.isEmpty else { return 0 }
    var count: Int
    if !part.isPrefix {
      count = try reader(part.list).count(part.term)
    } else if part.list == .words, SearchEdges.lengths(of: part.term).contains(part.term.count) {
      count = try reader(.edges).count(part.term)
    } else {
      let reader = reader(part.list)
      let terms = try reader.terms(beginningWith: part.term, atMost: 1)
      count = try terms.map { try $0.first.map(reader.count) ?? 0 } ?? reader.rows(beginningWith: part.term).count
    }
    for row in try allPending() {
      if let base = row.base, part.counts(base) != SIMD8(repeating: 0) { count -= 1 }
      if let terms = row.terms, part.counts(terms) != SIMD8(repeating: 0) { count += 1 }
    }
    return max(count, 0)
  }

  private func count(_ leaf: SearchLeaf) throws -> Int {
    let rarest = try leaf.parts.map { try count($0) }.min() ?? 0
    return try rarest + (leaf.alternative.map { try count($0) } ?? 0)
  }

  /// What scores need to know of the scope and of each leaf.
  func scorer(_ weights: [Double]) throws -> SearchScorer {
    var state = try session.searchState(table, index, scope)
    for row in try allPending() {
      if let base = row.base, !base.isEmpty {
        state.rows -= 1
        state.length -= Int64(base.length)
      }
      if let terms = row.terms, !terms.isEmpty {
        state.rows += 1
        state.length += Int64(terms.length)
      }
    }
    // Leaves that look for the same have the same count and share a stream.
    var (counts, streams) = ([Int](), [Int: LeafStream]())
    for (leaf, first) in zip(plan.leaves, plan.twins) {
      let isKnown = first < counts.count && plan.leaves[first].weight != 0
      counts.append(try leaf.weight == 0 ? 0 : isKnown ? counts[first] : count(leaf))
    }
    kept = try plan.leaves.indices.filter { plan.leaves[$0].weight != 0 }.map { place in
      let made = try streams[plan.twins[place]] ?? scoredStream(of: place)
      streams[plan.twins[place]] = made
      let postings = plan.leaves[place].countsOccurrences ? made.stream as? PostingStream : nil
      return ScoredLeaf(place: place, stream: made.stream, postings: postings, check: made.check)
    }
    scored = kept.map(Unmanaged.passUnretained)
    return SearchScorer(plan, rows: state.rows, length: state.length, counts: counts, weights: weights)
  }

  /// The score of a row that `forEach` visits now.
  func score(_ row: UInt64, _ match: PendingMatch?, _ scorer: SearchScorer) throws -> Double {
    var score = 0.0
    if let terms = match?.terms {
      for leaf in kept {
        if let counts = plan.leaves[leaf.place].counts(terms) { score += scorer.part(leaf.place, counts, terms.length) }
      }
    } else {
      for leaf in scored { score += try leaf._withUnsafeGuaranteedRef { try $0.part(of: row, scorer) } }
    }
    return score
  }

  /// A leaf that counts in scores.
  final class ScoredLeaf {
    let place: Int
    private let stream: RowStream
    /// The stream, where scores count how often the term stands in a row.
    private let postings: PostingStream?
    private let check: PhraseCheck?

    init(place: Int, stream: RowStream, postings: PostingStream?, check: PhraseCheck?) {
      (self.place, self.stream, self.postings, self.check) = (place, stream, postings, check)
    }

    /// What the leaf adds to the score of a row in the lists.
    func part(of row: UInt64, _ scorer: SearchScorer) throws -> Double {
      if stream.row < row { try stream.advance(to: row) }
      guard stream.row == row else { return 0 }
      if let postings { return scorer.part(place, postings.posting.counts, postings.posting.length) }
      if let check { return try check.passes(row) ? scorer.part(place, check.counts, check.length) : 0 }
      return scorer.part(place, SIMD8(repeating: 0), 0)
    }
  }
}

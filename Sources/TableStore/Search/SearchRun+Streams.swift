internal import LMDB

/// The rows of a search's parts in the lists.
extension SearchRun {
  /// The rows of a leaf, and of a phrase what the row has of it.
  struct LeafStream {
    let stream: RowStream
    let check: PhraseCheck?
  }

  /// Whether rows have a phrase. The last row's answer is kept, for several streams may ask.
  final class PhraseCheck {
    private unowned let run: SearchRun
    private let leaf: SearchLeaf
    @exclusivity(unchecked) private var row = RowStream.end
    @exclusivity(unchecked) private var hasPhrase = false
    /// What the row has that passed last.
    @exclusivity(unchecked) private(set) var counts = SIMD8<UInt8>(repeating: 0)
    @exclusivity(unchecked) private(set) var length: UInt8 = 0

    init(_ run: SearchRun, _ leaf: SearchLeaf) { (self.run, self.leaf) = (run, leaf) }

    func passes(_ row: UInt64) throws -> Bool {
      guard row != self.row else { return hasPhrase }
      let found = try run.phrase(leaf, in: row)
      (self.row, hasPhrase) = (row, found != nil)
      if let found { (counts, length) = found }
      return hasPhrase
    }
  }

  /// The rows of the lists that match, all or those that are not marked as deleted.
  func listed(includesDeleted: Bool) throws -> RowStream {
    let all = try stream(plan.root)
    if includesDeleted || index.softDeleteBit == nil || all.row == RowStream.end { return all }
    return try DifferenceStream(all, without: PostingStream(reader(.marked), [], hasCounts: false))
  }

  private func stream(_ node: SearchNode) throws -> RowStream {
    switch node {
    case .leaf(let place): return try stream(leaf: place)
    case .level(let required, let optional, let excluded):
      let base =
        required.isEmpty
        ? UnionStream.of(try optional.map(stream)[...]) : try IntersectionStream.of(required.map(stream)[...])
      if base.row == RowStream.end || excluded.isEmpty { return base }
      return try DifferenceStream(base, without: UnionStream.of(excluded.map(stream)[...]))
    }
  }

  private func stream(leaf place: Int) throws -> RowStream {
    if let stream = streams[place] { return stream.stream }
    var stream = try candidates(of: plan.leaves[place])
    let check = check(of: place)
    if let check { stream = try CheckedStream(stream, check.passes) }
    streams[place] = LeafStream(stream: stream, check: check)
    return stream
  }

  /// What scores look at for a leaf: the stream that decides on rows, unless that is in a group, which passes over rows that
  /// have a part of it. Otherwise one that goes to each row that is found, and checks phrases only there.
  func scoredStream(of place: Int) throws -> LeafStream {
    if let outermost = plan.outermost[plan.twins[place]] {
      _ = try stream(leaf: outermost)
      if let stream = streams[outermost] { return stream }
    }
    return LeafStream(stream: try candidates(of: plan.leaves[place]), check: check(of: place))
  }

  /// The rows that have all terms of a leaf, or its alternative.
  private func candidates(of leaf: SearchLeaf) throws -> RowStream {
    let stream = try IntersectionStream.of(leaf.parts.map(stream(part:))[...])
    guard let alternative = leaf.alternative else { return stream }
    return UnionStream(stream, try self.stream(part: alternative))
  }

  private func check(of place: Int) -> PhraseCheck? {
    guard plan.leaves[place].form != .term else { return nil }
    let first = plan.twins[place]
    let check = checks[first] ?? PhraseCheck(self, plan.leaves[first])
    checks[first] = check
    return check
  }

  func reader(_ list: SearchLayout.List) -> SearchReader {
    SearchReader(session, table, index, scope, list, budget)
  }

  /// So many terms that begin alike are merged while rows are visited; the rows of more are gathered first.
  private static let mostMerged = 32

  private func stream(part: SearchPart) throws -> RowStream {
    guard !part.term.isEmpty else { return KnownRows([]) }
    let reader = reader(part.list)
    guard part.isPrefix else { return try PostingStream(reader, part.term, hasCounts: hasScores) }
    if part.list == .words, SearchEdges.lengths(of: part.term).contains(part.term.count) {
      return try PostingStream(self.reader(.edges), part.term, hasCounts: false)
    }
    guard let terms = try reader.terms(beginningWith: part.term, atMost: Self.mostMerged) else {
      return KnownRows(try reader.rows(beginningWith: part.term))
    }
    let streams: [RowStream] = try terms.map { try PostingStream(reader, $0, hasCounts: false) }
    return UnionStream.of(streams[...])
  }
}

internal import LMDB

/// How many postings a search may read, so that none takes the machine for itself. What else it reads is counted as
/// postings too.
final class SearchBudget {
  /// What is left.
  @exclusivity(unchecked) private(set) var left: Int
  /// How many were read.
  @exclusivity(unchecked) private(set) var read = 0
  /// Whether the search stopped short of its end.
  private(set) var isSpent = false

  /// What reading and splitting a row's texts costs, in postings.
  static let perText = 32

  init(_ limit: Int) { left = limit }

  /// Takes from what is left; `false` when it does not suffice, and from then on.
  func spend(_ count: Int) -> Bool {
    guard !isSpent, count <= left else {
      isSpent = true
      return false
    }
    left -= count
    read += count
    return true
  }
}

/// A list of a full-text index in one scope, for reading.
struct SearchReader {
  let session: Session
  let table: StoredTable
  let index: SearchLayout
  let scope: Scope
  let list: SearchLayout.List
  let range: KeyRange
  let budget: SearchBudget

  init(
    _ session: Session, _ table: StoredTable, _ index: SearchLayout, _ scope: Scope, _ list: SearchLayout.List,
    _ budget: SearchBudget
  ) {
    (self.session, self.table, self.index) = (session, table, index)
    (self.scope, self.list, self.budget) = (scope, list, budget)
    range = KeyRange(prefix: index.prefix(scope, list))
  }

  var hasCounts: Bool { list == .words }

  var damaged: StoreError { .damagedSearch(table.schema.name, index.definition.name) }

  /// Lends the block that a key belongs to: the last one that begins at or before it, or else the first one behind it;
  /// says whether `body` wants the blocks that follow.
  func blocks(
    from target: [UInt8], _ body: (_ key: RawSpan, UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    try session.transaction.withCursor(in: table.requireKeyspace()) { cursor in
      var isFound = try cursor.seek(toFirstAtOrAfter: target.span.bytes)
      if !isFound || cursor.key.compare(target.span.bytes) != 0 {
        isFound = isFound ? try cursor.previous() : try cursor.last()
        if !isFound || cursor.key.compare(range.lower.span.bytes) < 0 {
          isFound = try cursor.seek(toFirstAtOrAfter: range.lower.span.bytes)
        }
      }
      while isFound, cursor.key.compare(range.upper.span.bytes) < 0 {
        session.tally.examined &+= 1
        try session.requireTime()
        let key = cursor.key
        guard try cursor.value.withUnsafeBytes({ try body(key, $0) }) else { return }
        isFound = try cursor.next()
      }
    }
  }

  /// Visits the terms at and behind `first` with the number of their postings in a block; a long list comes in parts.
  func terms(
    from first: [UInt8], _ body: (_ term: [UInt8], TermReader, ByteReader) throws -> TermStep
  ) throws {
    try blocks(from: SearchLayout.key(range.lower, term: first, row: 0)) { _, bytes in
      guard var reader = ByteReader(bytes) else { throw damaged }
      var term: [UInt8] = []
      while !reader.isAtEnd {
        guard let head = TermReader.next(&reader, &term) else { throw damaged }
        let postings = head.bytes ?? reader
        if head.bytes == nil {
          var one = PostingReader(reader, hasCounts: hasCounts)
          guard one.next() != nil else { throw damaged }
          reader = one.bytes
        }
        guard term[...].compare(first[...]) >= 0 else { continue }
        switch try body(term, head, postings) {
        case .goOn: break
        case .stop: return false
        }
      }
      return true
    }
  }

  enum TermStep {
    case goOn, stop
  }

  /// The number of rows that have a term.
  func count(_ term: [UInt8]) throws -> Int {
    var count = 0
    try terms(from: term) { found, head, _ in
      guard found == term else { return .stop }
      count += Int(clamping: head.count)
      return .goOn
    }
    return count
  }

  /// The terms that begin with `prefix`, in order; `nil` where they are more than `most`.
  func terms(beginningWith prefix: [UInt8], atMost most: Int) throws -> [[UInt8]]? {
    var found: [[UInt8]] = []
    var next = prefix
    while true {
      var first: [UInt8]?
      try terms(from: next) { term, _, _ in
        first = term
        return .stop
      }
      guard let term = first, term.starts(with: prefix) else { return found }
      guard found.count < most else { return nil }
      found.append(term)
      // Behind all rows of the term: sort keys have no byte as low.
      next = term + [1]
    }
  }

  /// The rows of all terms that begin with `prefix`, in order, each once.
  func rows(beginningWith prefix: [UInt8]) throws -> [UInt64] {
    var rows: [UInt64] = []
    try terms(from: prefix) { term, head, postings in
      guard term.starts(with: prefix), budget.spend(Int(clamping: head.count)) else { return .stop }
      var reader = PostingReader(postings, hasCounts: hasCounts)
      for _ in 0..<head.count {
        guard let posting = reader.next() else { throw damaged }
        rows.append(posting.row)
      }
      return .goOn
    }
    return rows.sortedOnce()
  }
}

/// The rows of one term, read block by block.
final class PostingStream: RowStream {
  private let reader: SearchReader
  private let term: [UInt8]
  /// The rows of one block, from the one on that was asked for; their postings, where those have counts.
  @exclusivity(unchecked) private var rows: [UInt64] = []
  @exclusivity(unchecked) private var postings: [Posting] = []
  @exclusivity(unchecked) private var position = 0
  /// Whether the list goes on behind `rows`.
  @exclusivity(unchecked) private var hasMore = true
  private let hasCounts: Bool

  /// The posting that the stream stands at. Traps at the end, and in a stream without counts.
  var posting: Posting { postings[position] }

  /// - Parameter hasCounts: whether more is asked of postings than their rows.
  init(_ reader: SearchReader, _ term: [UInt8], hasCounts: Bool) throws {
    self.reader = reader
    self.term = term
    self.hasCounts = hasCounts && reader.hasCounts
    super.init()
    try load(from: 0)
  }

  override func advance(to target: UInt64) throws {
    while position < rows.count {
      if rows[position] >= target {
        row = rows[position]
        return
      }
      position += 1
    }
    if hasMore { try load(from: target) } else { row = Self.end }
  }

  /// Reads the block that has the first row at or behind `target`.
  private func load(from target: UInt64) throws {
    rows.removeAll(keepingCapacity: true)
    postings.removeAll(keepingCapacity: true)
    position = 0
    hasMore = false
    let start = SearchLayout.key(reader.range.lower, term: term, row: target)
    try reader.blocks(from: start) { _, bytes in
      guard var block = ByteReader(bytes) else { throw reader.damaged }
      var found: [UInt8] = []
      while !block.isAtEnd {
        guard let head = TermReader.next(&block, &found) else { throw reader.damaged }
        let order = found[...].compare(term[...])
        guard order <= 0 else { return false }
        var list = PostingReader(head.bytes ?? block, hasCounts: reader.hasCounts)
        if order == 0 {
          guard reader.budget.spend(Int(clamping: head.count)) else { return false }
          try read(head.count, &list, from: target)
        } else if head.bytes == nil, list.nextRow() == nil {
          throw reader.damaged
        }
        if head.bytes == nil { block = list.bytes }
      }
      // The term may go on in the next block, and that may be the first one with a row far enough.
      hasMore = !rows.isEmpty
      return rows.isEmpty
    }
    row = rows.first ?? Self.end
  }

  private func read(_ count: UInt64, _ list: inout PostingReader, from target: UInt64) throws {
    if hasCounts {
      for _ in 0..<count {
        guard let posting = list.next() else { throw reader.damaged }
        guard posting.row >= target else { continue }
        rows.append(posting.row)
        postings.append(posting)
      }
    } else {
      for _ in 0..<count {
        guard let row = list.nextRow() else { throw reader.damaged }
        if row >= target { rows.append(row) }
      }
    }
  }
}

internal import LMDB

/// One posting of a full-text index, from the rows or from the lists.
struct ListedPosting {
  let list: SearchLayout.List
  let term: ArraySlice<UInt8>
  let posting: Posting
}

/// The postings that the rows of a table ask for, in the order of the rows. What waits to be folded in is taken as the
/// lists have it: as its record says.
final class RowPostings: RowVisitor {
  private let session: Session
  private let table: StoredTable
  private let index: SearchLayout
  private let context: VerifyContext
  private let body: (Scope, ListedPosting) throws -> Void
  /// By scope, what its record should say; `pending` is not set here.
  private(set) var states: [Scope: SearchState] = [:]
  /// The scopes with rows that cannot be read.
  private(set) var unreadableScopes: Set<Scope> = []
  /// The rows that cannot be read.
  private(set) var unreadable: Set<RowID> = []
  @exclusivity(unchecked) private var scope: Scope?
  @exclusivity(unchecked) private var pending: [UInt64: SearchTexts] = [:]
  @exclusivity(unchecked) private var texts = SearchTexts()
  @exclusivity(unchecked) private var terms = SearchTerms()

  struct RowID: Hashable {
    let scope: Scope
    let row: UInt64
  }

  /// - Parameter body: is given each posting.
  init(
    _ session: Session, _ table: StoredTable, _ index: SearchLayout, _ context: VerifyContext,
    _ body: @escaping (Scope, ListedPosting) throws -> Void
  ) {
    (self.session, self.table, self.index, self.context, self.body) = (session, table, index, context, body)
  }

  func run() throws {
    try RowWalk(session, table).run(self)
    try finishScope()
    // What is pending of scopes that have no rows any more.
    for other in try session.scopes(of: index, table) where states[other] == nil {
      try begin(other)
      try finishScope()
    }
  }

  func visit(
    _ row: borrowing RowReader, _ place: RowWalk.Place, key: RawSpan, bytes: Int, _ problem: RowCheck.Problem?
  ) throws {
    try context.count(VerifyTally.entriesPerRow)
    if scope != place.scope {
      try finishScope()
      try begin(place.scope)
    }
    if let base = pending.removeValue(forKey: place.integer) {
      try take(base, of: place.integer, place.scope)
    } else {
      try texts.fill(row, index)
      try take(texts, of: place.integer, place.scope)
    }
  }

  func visitUnreadable(_ place: RowWalk.Place?, key: RawSpan, stored: RawSpan, _ reason: String) throws {
    guard let place else { return }
    unreadableScopes.insert(place.scope)
    unreadable.insert(RowID(scope: place.scope, row: place.integer))
  }

  private func begin(_ next: Scope) throws {
    scope = next
    states[next] = states[next] ?? SearchState()
    let prefix = index.prefix(next, .pending)
    try session.walk(table.requireKeyspace(), KeyRange(prefix: prefix)) { key, value in
      var base = SearchTexts()
      // A record that cannot be read is named by the walk along the lists.
      if key.byteCount == prefix.count + 8,
        value.withUnsafeBytes({ base.fill(record: $0, fields: index.columns.count) })
      {
        let row = UInt64(bigEndian: key.unsafeLoadUnaligned(fromByteOffset: prefix.count, as: UInt64.self))
        pending[row] = base
      }
      return true
    }
  }

  /// Takes what is pending of rows that are not there any more.
  private func finishScope() throws {
    guard let scope else { return }
    let rest = pending
    pending = [:]
    for (row, base) in rest { try take(base, of: row, scope) }
    self.scope = nil
  }

  private func take(_ texts: SearchTexts, of row: UInt64, _ scope: Scope) throws {
    guard !texts.ends.isEmpty else { return }
    try terms.fill(texts)
    guard !terms.isEmpty else { return }
    states[scope, default: SearchState()].rows += 1
    states[scope, default: SearchState()].length += Int64(terms.length)
    var changes = SearchChanges()
    changes.append(terms, of: row, comes: true)
    changes.settle()
    for change in changes.changes {
      try body(scope, ListedPosting(list: change.list, term: changes.term(change), posting: change.posting))
    }
  }
}

/// The postings that the lists of a full-text index have, with all that does not follow the format.
struct ListPostings {
  private let session: Session
  private let table: StoredTable
  private let index: SearchLayout
  private let context: VerifyContext
  /// By scope, what its record says.
  private(set) var states: [Scope: SearchState] = [:]
  /// By scope, how many rows are pending.
  private(set) var pending: [Scope: Int64] = [:]
  /// Entries of the key space, with their bytes.
  private(set) var size = TableSizes.Size()
  /// The last place in the list at hand: term, zero, row.
  private var last: [UInt8] = []
  private var list: [UInt8] = []

  init(_ session: Session, _ table: StoredTable, _ index: SearchLayout, _ context: VerifyContext) {
    (self.session, self.table, self.index, self.context) = (session, table, index, context)
  }

  /// - Parameters:
  ///   - malformed: is given the key of each entry that does not follow the format.
  ///   - body: is given each posting.
  mutating func run(
    malformed: (_ key: RawSpan, _ reason: String) throws -> Void, _ body: (Scope, ListedPosting) throws -> Void
  ) throws {
    var walk = self
    defer { self = walk }
    try session.walk(table.requireKeyspace(), KeyRange(prefix: [index.id])) { key, value in
      try context.count(1)
      walk.size.entries += 1
      walk.size.bytes += Int64(key.byteCount + value.byteCount)
      if let reason = try walk.visit(key, value, body) { try malformed(key, reason) }
      return true
    }
  }

  private mutating func visit(
    _ key: RawSpan, _ value: RawSpan, _ body: (Scope, ListedPosting) throws -> Void
  ) throws -> String? {
    var scanner = KeyScanner(at: 1)
    var scope = Scope.global
    if table.schema.isScoped {
      guard let found = try? scanner.scope(in: key) else { return "its key has no workspace" }
      scope = found
    }
    guard scanner.offset < key.byteCount else { return "its key names no list" }
    let number = key.unsafeLoad(fromByteOffset: scanner.offset, as: UInt8.self)
    guard let list = SearchLayout.List(rawValue: number) else { return "its key names no list" }
    let start = scanner.offset + 1
    switch list {
    case .state:
      guard start == key.byteCount, let state = SearchState(value) else { return "the counts cannot be read" }
      states[scope] = state
      return nil
    case .pending:
      var base = SearchTexts()
      guard key.byteCount == start + 8, value.withUnsafeBytes({ base.fill(record: $0, fields: index.columns.count) })
      else { return "the record of a pending row cannot be read" }
      pending[scope, default: 0] += 1
      return nil
    case .words, .edges, .reversed, .pairs, .marked:
      let prefix = key.extracting(first: start).copied
      if prefix != self.list { (self.list, last) = (prefix, []) }
      return try visitBlock(key.extracting(droppingFirst: start).copied, key.byteCount, value, scope, list, body)
    }
  }

  /// Reads a block; gives the reason where it is none.
  private mutating func visitBlock(
    _ place: [UInt8], _ keyBytes: Int, _ value: RawSpan, _ scope: Scope, _ list: SearchLayout.List,
    _ body: (Scope, ListedPosting) throws -> Void
  ) throws -> String? {
    if !last.isEmpty && place[...].compare(last[...]) <= 0 { return "it begins before the one before it ends" }
    guard keyBytes + value.byteCount <= PostingBlock.mostBytes else { return "it is too long" }
    return try value.withUnsafeBytes { bytes in
      guard var reader = ByteReader(bytes), !reader.isAtEnd else { return "it is empty" }
      var term: [UInt8] = []
      var isFirst = true
      while !reader.isAtEnd {
        guard let head = TermReader.next(&reader, &term) else { return "a term cannot be read" }
        var postings = PostingReader(head.bytes ?? reader, hasCounts: list == .words)
        for _ in 0..<head.count {
          guard let posting = postings.next() else { return "a posting cannot be read" }
          var here: [UInt8] = []
          here.append(blockOf: term[...], row: posting.row)
          let isBehind = isFirst ? place[...].compare(here[...]) <= 0 : last[...].compare(here[...]) < 0
          guard isBehind else { return "its postings are out of order" }
          isFirst = false
          last = here
          try body(scope, ListedPosting(list: list, term: term[...], posting: posting))
        }
        if head.bytes == nil { reader = postings.bytes } else if !postings.bytes.isAtEnd { return "a term is too long" }
      }
      return nil
    }
  }
}

internal import LMDB

/// Holds a full-text index against the rows: the postings of both sides are added up, and only where sums differ are
/// they named.
struct SearchVerifier {
  private let session: Session
  private let table: StoredTable
  private let index: SearchLayout
  private let context: VerifyContext
  private(set) var faults = FaultList()
  /// Entries of the key space with their bytes; `nil` where the index is yet to be built.
  private(set) var size: TableSizes.Size?
  private(set) var note: String?

  private var name: String { index.definition.name }
  private var tableName: String { table.schema.name }

  init(_ session: Session, _ table: StoredTable, _ index: SearchLayout, _ context: VerifyContext) {
    (self.session, self.table, self.index, self.context) = (session, table, index, context)
  }

  mutating func run() throws {
    guard try session.isReady(index, table) else {
      note = "\(tableName): the full-text index \(name) is yet to be built and was not looked at"
      return
    }
    let bits = EntrySums.bits(rows: session.sizesOrNone(of: table)[KeySpace.rows].entries * 16)
    let (listed, asked) = (EntrySums(bits: bits), EntrySums(bits: bits))
    var lists = ListPostings(session, table, index, context)
    var found = FaultList()
    let (tableName, name) = (tableName, name)
    try lists.run { key, reason in
      found.add(.malformedPostings, tableName, index: name, "an entry cannot be read: \(reason): \(key.hex)")
    } _: { scope, posting in
      let key = hash(scope, posting)
      listed.add(key: key, entry: entry(key, posting), bytes: 0)
    }
    faults = found
    size = lists.size
    let rows = RowPostings(session, table, index, context) { [self] scope, posting in
      let key = hash(scope, posting)
      asked.add(key: key, entry: entry(key, posting), bytes: 0)
    }
    try rows.run()
    // Where an entry cannot be read, what it has is missing: that says nothing more.
    if found.count == 0 {
      compareStates(lists, rows)
      try namePostings(in: asked.differences(from: listed), asked)
    }
    if faults.count > 0 { context.mends?.add(.build(table: table.schema.id, index: index.id)) }
  }

  private func hash(_ scope: Scope, _ posting: ListedPosting) -> UInt64 {
    let place = context.hash.of(scope.tenant.map { $0 &+ 1 } ?? 0, posting.posting.row)
    return posting.term.withUnsafeBytes { context.hash.of($0, seed: place ^ UInt64(posting.list.rawValue)) }
  }

  private func entry(_ key: UInt64, _ posting: ListedPosting) -> UInt64 {
    context.hash.of(key ^ posting.posting.counts.packed, UInt64(posting.posting.length))
  }

  /// Holds the counts of each scope against what there is.
  private mutating func compareStates(_ lists: ListPostings, _ rows: RowPostings) {
    let scopes = Set(lists.states.keys).union(rows.states.keys).union(lists.pending.keys)
    for scope in scopes where !rows.unreadableScopes.contains(scope) {
      var state = rows.states[scope] ?? SearchState()
      state.pending = lists.pending[scope] ?? 0
      let stored = lists.states[scope] ?? SearchState()
      guard stored != state else { continue }
      faults.add(
        .wrongCounts, tableName, index: name,
        "the counts of \(scope.shown) are rows \(stored.rows), words \(stored.length), pending \(stored.pending), "
          + "but there are \(state.rows), \(state.length), \(state.pending)")
    }
  }

  private struct Found {
    let entry: UInt64
    var isMatched = false
  }

  private final class Matches {
    var found: [UInt64: Found] = [:]
    var faults = FaultList()
  }

  /// Names the postings in some buckets that are missing, surplus or wrong.
  private mutating func namePostings(in buckets: [(bucket: Int, count: Int)], _ sums: EntrySums) throws {
    var rest = buckets[...]
    while let first = rest.first {
      var (group, bytes) = (Set([first.bucket]), first.count * 64)
      rest.removeFirst()
      while let next = rest.first, bytes < context.memoryBytes {
        group.insert(next.bucket)
        bytes += next.count * 64
        rest.removeFirst()
      }
      faults.add(try named(in: group, sums))
    }
  }

  private func named(in group: Set<Int>, _ sums: EntrySums) throws -> FaultList {
    let matches = Matches()
    var lists = ListPostings(session, table, index, context)
    try lists.run { _, _ in
    } _: { scope, posting in
      let key = hash(scope, posting)
      if group.contains(sums.bucket(key)) { matches.found[key] = Found(entry: entry(key, posting)) }
    }
    let rows = RowPostings(session, table, index, context) { scope, posting in
      let key = hash(scope, posting)
      guard group.contains(sums.bucket(key)) else { return }
      if matches.found[key] == nil {
        add(.missingPosting, posting, "lacks a term of the row", to: &matches.faults)
      } else if matches.found[key]?.entry != entry(key, posting) {
        add(.wrongPosting, posting, "says of a term in the row what is not so", to: &matches.faults)
      }
      matches.found[key]?.isMatched = true
    }
    try rows.run()
    guard matches.found.values.contains(where: { !$0.isMatched }) else { return matches.faults }
    var again = ListPostings(session, table, index, context)
    try again.run { _, _ in
    } _: { scope, posting in
      guard matches.found[hash(scope, posting)]?.isMatched == false,
        !rows.unreadable.contains(.init(scope: scope, row: posting.posting.row))
      else { return }
      add(.surplusPosting, posting, "has a term that the row does not have", to: &matches.faults)
    }
    return matches.faults
  }

  private func add(_ kind: VerifyFault.Kind, _ posting: ListedPosting, _ what: String, to faults: inout FaultList) {
    faults.add(
      kind, tableName, index: name, key: "\(posting.posting.row)",
      "the full-text index \(what): \(posting.list) \(posting.term.span.bytes.hex)")
  }
}

internal import LMDB

/// The first look at a table's rows: each is held against its checksum, its columns' rules and what it refers to, and the
/// entries that it should have are added up.
final class RowSums: RowVisitor {
  let table: StoredTable
  /// By key space (`ExpectedEntries.spaces`), what the rows ask for.
  let sums: [EntrySums]
  /// Rows with their whole length, as the table's sizes have them.
  private(set) var size = TableSizes.Size()
  private(set) var largestKey: UInt64 = 0
  /// The rows that cannot be read, by the hash of their key.
  private(set) var unreadable: Set<UInt64> = []
  private(set) var faults = FaultList()
  private(set) var notes: [String] = []
  private let context: VerifyContext
  private let session: Session
  private let expected: ExpectedEntries
  @exclusivity(unchecked) private var parents: ParentCheck
  @exclusivity(unchecked) private var tally: VerifyTally

  init(_ table: StoredTable, _ session: Session, _ context: VerifyContext, bits: Int) {
    (self.table, self.session, self.context) = (table, session, context)
    sums = ExpectedEntries.spaces(of: table).map { _ in EntrySums(bits: bits) }
    expected = ExpectedEntries(table, session)
    parents = ParentCheck(session, table)
    tally = VerifyTally(context)
  }

  func run() throws {
    try RowWalk(session, table).run(self)
    try tally.flush()
    notes = parents.notes
  }

  func visit(
    _ row: borrowing RowReader, _ place: RowWalk.Place, key: RawSpan, bytes: Int, _ problem: RowCheck.Problem?
  ) throws {
    try tally.count(VerifyTally.entriesPerRow)
    count(place, bytes: key.byteCount + bytes)
    if case .value(let column, let message)? = problem {
      faults.add(
        .invalidValue, table.schema.name, key: try? row.value(table.schema.primaryKey).messageText,
        "column \(table.schema.columns[column].name) \(message)")
    }
    try parents.check(row, place) { kind, name, message in
      faults.add(
        kind, table.schema.name, index: name, key: try? row.value(table.schema.primaryKey).messageText, message)
    }
    try expected.forEach(row, place, key: key) { space, key, value in add(space, key, value) }
  }

  @inline(__always)
  private func add(_ space: Int, _ key: RawSpan, _ value: RawSpan) {
    let hash = context.hash.of(key)
    let entry = value.byteCount == 0 ? hash : context.hash.of(value, seed: hash)
    sums[space].add(key: hash, entry: entry, bytes: key.byteCount + value.byteCount)
  }

  private func count(_ place: RowWalk.Place, bytes: Int) {
    size.entries += 1
    size.bytes += Int64(bytes)
    largestKey = max(largestKey, place.integer)
  }

  func visitUnreadable(_ place: RowWalk.Place?, key: RawSpan, stored: RawSpan, _ reason: String) throws {
    try tally.count(VerifyTally.entriesPerRow)
    count(
      place ?? .init(scope: .global, offset: 1, integer: 0), bytes: key.byteCount + OverflowStub.measure(stored).0)
    unreadable.insert(context.hash.of(key))
    faults.add(.unreadableRow, table.schema.name, key: Self.shown(place, key), "the row cannot be read: \(reason)")
    context.mends?.add(.aside(table: table.schema.id, key: key.copied, reason: reason))
    if let place { try expected.withLocator(place, key: key) { space, key, value in add(space, key, value) } }
  }

  func visitSurplusChunk(key: RawSpan, value: RawSpan) throws {
    faults.add(.surplusChunk, table.schema.name, "a chunk of \(value.byteCount) bytes belongs to no row: \(key.hex)")
    context.mends?.add(.aside(table: table.schema.id, key: key.copied, reason: "it belongs to no row"))
  }

  /// A key as far as it can be shown.
  static func shown(_ place: RowWalk.Place?, _ key: RawSpan) -> String {
    guard let place, place.integer > 0 else { return "0x\(key.hex)" }
    return "\(place.integer)"
  }
}

extension RawSpan {
  /// The bytes in hexadecimal, at most 40 of them.
  var hex: String {
    let digits = withUnsafeBytes { bytes in
      bytes.prefix(40).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    return byteCount > 40 ? digits + "…" : digits
  }
}

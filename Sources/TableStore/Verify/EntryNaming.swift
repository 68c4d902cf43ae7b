internal import LMDB

/// The second look, where sums differ: names the entries that are missing, surplus or wrong.
///
/// Of the key spaces only the buckets that differ are held in memory, as hashes; where even these are too many, group by
/// group. Then the rows are walked again, and what no row asked for is named in a last walk along the key space.
final class EntryNaming: RowVisitor {
  /// A bucket of a key space that is to be looked at.
  struct Bucket {
    let space: Int
    let number: Int
    /// Entries that the key space has there.
    let count: Int
  }

  private struct Found {
    let entry: UInt64
    var isMatched = false
  }

  /// An entry that names another row than the one at hand; which of the two is right is known at the end.
  private struct Conflict {
    let space: Int
    let key: UInt64
  }

  /// What to say and to do about a conflict.
  private struct Detail {
    let key: String?
    let values: String
    let mend: Mend
  }

  /// Of so many conflicts the details are kept; those of others are found once these are mended.
  private static let mostDetails = 1 << 16

  /// What an entry takes in a dictionary, more or less.
  private static let entryBytes = 64

  private let table: StoredTable
  private let session: Session
  private let context: VerifyContext
  private let spaces: [ExpectedEntries.Space]
  private let rows: RowSums
  private let expected: ExpectedEntries
  private(set) var faults = FaultList()
  /// By key space and bucket, whether it is to be looked at now.
  private var wanted: [[Bool]]
  private var found: [[UInt64: Found]]
  private var conflicts: [Conflict] = []
  private var details: [Detail] = []
  private let rowKey = ByteBuffer()

  init(_ rows: RowSums, _ session: Session, _ context: VerifyContext) {
    (table, self.rows, self.session, self.context) = (rows.table, rows, session, context)
    spaces = ExpectedEntries.spaces(of: rows.table)
    expected = ExpectedEntries(rows.table, session)
    wanted = spaces.map { _ in [] }
    found = spaces.map { _ in [:] }
  }

  /// Names what is wrong in some buckets.
  func run(_ buckets: [Bucket]) throws {
    var (group, bytes) = ([Bucket](), 0)
    for bucket in buckets {
      if bytes > context.memoryBytes && !group.isEmpty {
        try runGroup(group)
        (group, bytes) = ([], 0)
      }
      group.append(bucket)
      bytes += bucket.count * Self.entryBytes
    }
    if !group.isEmpty { try runGroup(group) }
  }

  private func runGroup(_ group: [Bucket]) throws {
    for space in spaces.indices {
      wanted[space] = [Bool](repeating: false, count: rows.sums[space].bucketCount)
      let own = group.filter { $0.space == space }
      for bucket in own { wanted[space][bucket.number] = true }
      guard !own.isEmpty else { continue }
      found[space].reserveCapacity(own.reduce(0) { $0 + $1.count })
      try walk(space) { hash, key, value in
        found[space][hash] = Found(entry: entry(hash, value))
      }
    }
    try RowWalk(session, table).run(self)
    for place in conflicts.indices { settle(place) }
    (conflicts, details) = ([], [])
    for space in spaces.indices where found[space].values.contains(where: { !$0.isMatched }) {
      try walk(space) { hash, key, value in
        if found[space][hash]?.isMatched == false { nameSurplus(space, key, value) }
      }
    }
    for space in spaces.indices { found[space] = [:] }
  }

  @inline(__always)
  private func entry(_ hash: UInt64, _ value: RawSpan) -> UInt64 {
    value.byteCount == 0 ? hash : context.hash.of(value, seed: hash)
  }

  /// Walks the entries of the buckets that are wanted.
  private func walk(_ space: Int, _ body: (_ hash: UInt64, RawSpan, RawSpan) throws -> Void) throws {
    let prefix = KeyRange(prefix: [spaces[space].id])
    try session.walk(table.requireKeyspace(), prefix) { key, value in
      let hash = context.hash.of(key)
      if wanted[space][rows.sums[space].bucket(hash)] { try body(hash, key, value) }
      return true
    }
  }

  func visit(
    _ row: borrowing RowReader, _ place: RowWalk.Place, key: RawSpan, bytes: Int, _ problem: RowCheck.Problem?
  ) throws {
    try context.count(0)
    try expected.forEach(row, place, key: key) { space, key, value in
      let hash = context.hash.of(key)
      guard wanted[space][rows.sums[space].bucket(hash)] else { return }
      let entry = entry(hash, value)
      switch found[space][hash] {
      case let there? where there.entry == entry: found[space][hash]?.isMatched = true
      case nil: nameMissing(space, key, value, row)
      case _?: noteConflict(space, hash, key, value, row)
      }
    }
  }

  func visitUnreadable(_ place: RowWalk.Place?, key: RawSpan, stored: RawSpan, _ reason: String) throws {
    guard let place else { return }
    try expected.withLocator(place, key: key) { space, key, value in
      let hash = context.hash.of(key)
      guard wanted[space][rows.sums[space].bucket(hash)] else { return }
      // Its entry goes with it when it is set aside; until then only a row that is there has none to lack.
      found[space][hash]?.isMatched = true
    }
  }

  private func nameMissing(_ space: Int, _ key: RawSpan, _ value: RawSpan, _ row: borrowing RowReader) {
    faults.add(
      .missingEntry, table.schema.name, index: spaces[space].name, key: shownKey(of: row),
      "the row has no entry in \(shownName(space))\(shownValues(space, row))")
    if let mends = context.mends {
      mends.add(.entry(table: table.schema.id, key: key.copied, value: value.copied))
    }
  }

  private func noteConflict(
    _ space: Int, _ hash: UInt64, _ key: RawSpan, _ value: RawSpan, _ row: borrowing RowReader
  ) {
    conflicts.append(Conflict(space: space, key: hash))
    guard details.count < Self.mostDetails else { return }
    let mend = Mend.entry(table: table.schema.id, key: key.copied, value: value.copied)
    details.append(Detail(key: shownKey(of: row), values: shownValues(space, row), mend: mend))
  }

  /// Says of an entry that names another row whether that one has the values too, or the entry is wrong.
  private func settle(_ place: Int) {
    let conflict = conflicts[place]
    let detail = place < details.count ? details[place] : nil
    let isDuplicate = found[conflict.space][conflict.key]?.isMatched == true
    let (name, values) = (shownName(conflict.space), detail?.values ?? "")
    faults.add(
      isDuplicate ? .duplicate : .wrongEntry, table.schema.name, index: spaces[conflict.space].name, key: detail?.key,
      isDuplicate
        ? "another row has the same values, which \(name) takes once\(values)"
        : "the entry in \(name) does not name the row\(values)")
    guard !isDuplicate else { return }
    found[conflict.space][conflict.key]?.isMatched = true
    if let detail { context.mends?.add(detail.mend) }
  }

  private func nameSurplus(_ space: Int, _ key: RawSpan, _ value: RawSpan) {
    let isReadable = spaces[space].fillRowKey(rowKey, table, key: key, value: value)
    // An entry of a row that cannot be read says nothing that the row's own fault does not say.
    if isReadable && rows.unreadable.contains(context.hash.of(rowKey.bytes)) { return }
    faults.add(
      .surplusEntry, table.schema.name, index: spaces[space].name, key: isReadable ? shownRow() : nil,
      isReadable
        ? (isThere()
          ? "\(shownName(space)) has an entry that the row does not ask for: \(key.hex)"
          : "\(shownName(space)) has an entry of a row that is not there: \(key.hex)")
        : "\(shownName(space)) has an entry that does not follow the format: \(key.hex)")
    context.mends?.add(.entry(table: table.schema.id, key: key.copied, value: nil))
  }

  // MARK: Words

  private func shownName(_ space: Int) -> String { spaces[space].index == nil ? "the locator" : "the index" }

  private func shownKey(of row: borrowing RowReader) -> String? {
    try? row.value(table.schema.primaryKey).messageText
  }

  private func shownValues(_ space: Int, _ row: borrowing RowReader) -> String {
    guard let index = spaces[space].index else { return "" }
    let values = index.parts.map { part in
      let text = (try? row.value(part.column).messageText) ?? "?"
      return "\(table.schema.columns[part.column].name) = \(text.prefix(40))"
    }
    return values.isEmpty ? "" : " (\(values.joined(separator: ", ")))"
  }

  /// The primary key of the row in `rowKey`.
  private func shownRow() -> String? {
    var scanner = KeyScanner(at: 1)
    if table.schema.isScoped { guard (try? scanner.scope(in: rowKey.bytes)) != nil else { return nil } }
    if table.schema.hasIntegerKey { return (try? scanner.id(in: rowKey.bytes)).map { "\($0)" } }
    return "0x\(rowKey.bytes.extracting(droppingFirst: scanner.offset).hex)"
  }

  private func isThere() -> Bool {
    rowKey.count <= KeyLimits.key
      && (try? table.keyspace.map { try session.transaction.contains(rowKey.bytes, in: $0) }) == true
  }
}

internal import LMDB

/// The state that one transaction works with: the library's transaction and buffers that are used again.
///
/// Invariants:
/// 1. `transaction` is valid while `isOpen`; every entry from outside goes through `requireOpen()`.
/// 2. No code of the user runs while a cursor or borrowed bytes of the map are alive: rows are decoded first. Only
///    `DynamicTable` lends rows as they lie: of the map in a read, which changes nothing, of copies in a write.
/// 3. `keyBuffer` holds the key of the row at hand from the moment it is located until it is decoded.
@usableFromInline class Session {
  let store: Store
  /// The tables as the state at hand has them.
  final let catalog: Catalog
  /// Whose rows the transaction can reach; of others nothing is told.
  final let reach: Reach
  /// The library's transaction, for reading.
  final let transaction: OpenTransaction
  final private(set) var isOpen = true
  /// From when on nothing more may be read (`CoarseClock`); `.max` for never.
  private final let deadline: UInt64
  /// Whether every row that is read is held against its checksum.
  final let verifiesChecksums: Bool
  /// What has been examined.
  @exclusivity(unchecked) final var tally = ReadTally()
  /// The key of the row at hand.
  final let keyBuffer = ByteBuffer()
  /// The key of a locator that is looked up.
  final let locatorBuffer = ByteBuffer(capacity: 64)
  private final let ownTexts = TextArena()
  /// Where text goes that rows keep; unmanaged, for it is named row by row.
  final let texts: Unmanaged<TextArena>
  /// Buffers that no row lies in now. Rows that are put together from chunks, or brought up to the table's present
  /// columns, have one each: while one is lent, others may be read.
  private final var spareBuffers: [ByteBuffer] = []

  init(_ store: Store, _ reach: Reach, _ catalog: Catalog, _ handle: OpaquePointer, deadline: UInt64 = .max) {
    (self.store, self.catalog, self.deadline) = (store, catalog, deadline)
    verifiesChecksums = store.options.verifiesChecksums
    self.reach = reach
    texts = .passUnretained(ownTexts)
    transaction = OpenTransaction(handle: handle)
  }

  /// The sizes of a table's key spaces, with what this transaction changed.
  func sizes(of table: StoredTable) throws -> TableSizes { try storedSizes(table) }

  /// What is known of a scope of a full-text index, with what this transaction changed.
  func searchState(_ table: StoredTable, _ index: SearchLayout, _ scope: Scope) throws -> SearchState {
    try storedSearchState(table, index, scope)
  }

  /// Makes sure that a table's indexes can be read; a session that writes may have entries waiting.
  func settleIndexes(_ table: StoredTable) throws {}

  /// Lends a buffer of its own to a row.
  final func withSpareBuffer<Result>(_ body: (ByteBuffer) throws -> Result) rethrows -> Result {
    let buffer = spareBuffers.popLast() ?? ByteBuffer(capacity: 16)
    defer { spareBuffers.append(buffer) }
    buffer.removeAll()
    return try body(buffer)
  }

  /// A table, for a use of the session that begins.
  @usableFromInline final func table(_ schema: TableSchema) -> StoredTable {
    requireOpen()
    return catalog[schema.id]
  }

  /// Ends the session: later use traps.
  func end() { isOpen = false }

  /// Throws when the read has lasted longer than the store allows: in front of every look at one row, at the beginning of
  /// every walk, and every `entriesPerLook` entries of it.
  @inline(__always)
  final func requireTime() throws(StoreError) {
    if deadline != .max { try lookAtClock() }
  }

  /// A power of two.
  static let entriesPerLook = 16

  @inline(never)
  private final func lookAtClock() throws(StoreError) {
    let now = CoarseClock.now
    guard now >= deadline, let limit = store.options.readerLimit else { return }
    let age = limit + .nanoseconds(now - deadline)
    throw StoreError(
      .readTooLong,
      "this read has lasted \(age.inSeconds), longer than the \(limit.inSeconds) that the store's readerLimit allows; end it "
        + "and go on in another one, as with pages")
  }

  /// Traps when the session is used outside the closure that it was lent to.
  final func requireOpen() {
    precondition(isOpen, "a database handle was used after the read or write that it belongs to")
  }
}

/// A library transaction that a session keeps open; it is not ended with this value.
struct OpenTransaction: Transaction {
  let handle: OpaquePointer
}

/// A session that reads one state.
final class ReadSession: Session {
  private var raw: ReadTransaction?

  /// - Parameter limit: how long it may last.
  init(_ store: Store, _ reach: Reach, limit: Duration? = nil) throws {
    let raw = try store.environment.beginRead()
    let (handle, begun) = (raw.handle, raw.begun)
    let catalog = try store.catalog(of: raw.number, raw)
    self.raw = consume raw
    super.init(store, reach, catalog, handle, deadline: limit.map { begun + $0.wholeNanoseconds } ?? .max)
  }

  /// Lets the state go.
  override func end() {
    super.end()
    raw = nil
  }
}

extension Duration {
  /// In nanoseconds, at most some 146 years; nothing below 0.
  fileprivate var wholeNanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return UInt64(min(seconds, 1 << 32)) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
  }

  /// For eyes: "1.25 s".
  fileprivate var inSeconds: String {
    let (seconds, attoseconds) = components
    let hundredths = attoseconds / 10_000_000_000_000_000
    return "\(seconds)." + (hundredths < 10 ? "0" : "") + "\(hundredths) s"
  }
}

internal import LMDB

extension Store {
  /// Looks through the store as `verify` does and takes out the faults that follow from the rows: entries of indexes and
  /// of the locator, chunks, sizes, AUTO_INCREMENT, full-text indexes. Rows that cannot be read leave the store and are
  /// kept, byte for byte, in `PATH.aside.jsonl`.
  ///
  /// Only what is wrong is changed, in transactions of bounded size, each of which leaves fewer faults than there were:
  /// interrupted, it can be run again. Nobody may write meanwhile.
  ///
  /// - Parameter onProgress: is told how far the look at hand is; it may throw to stop.
  /// - Throws: `StoreError`; with code `.system` where somebody wrote to the store meanwhile.
  public func repair(onProgress: (VerifyProgress) throws -> Void = { _ in }) throws -> RepairReport {
    try repair(mendBytes: 256 << 20, onProgress: onProgress)
  }

  /// - Parameter mendBytes: what mends may take before they are made; those that do not fit are found by another look.
  func repair(mendBytes: Int, onProgress: (VerifyProgress) throws -> Void = { _ in }) throws -> RepairReport {
    guard !options.isReadOnly else { throw StoreError(.readOnly, "\(path) was opened for reading only") }
    var report = RepairReport()
    let aside = AsideFile(store: path)
    var list = MendList(bytes: mendBytes)
    report.before = try verifyStructure(mends: list, onProgress)
    report.after = report.before
    for _ in 0..<Self.mostLooks {
      let mends = list.take()
      guard !mends.isEmpty else { break }
      var run = RepairRun(self, aside, after: report.after.transaction)
      try run.make(mends, &report)
      list = MendList(bytes: mendBytes)
      report.after = try verifyStructure(mends: list, onProgress)
    }
    if aside.lineCount > 0 { report.asideFile = aside.path }
    return report
  }

  /// A repair ends after so many looks, whatever is left.
  private static let mostLooks = 64
}

/// Makes mends, some thousand a transaction.
private struct RepairRun {
  private let store: Store
  private let aside: AsideFile
  /// The state that the next transaction has to follow on: mends hold for no other.
  private var last: UInt64

  private static let mendsPerTransaction = 20_000

  init(_ store: Store, _ aside: AsideFile, after transaction: UInt64) {
    (self.store, self.aside, last) = (store, aside, transaction)
  }

  mutating func make(_ mends: [Mend], _ report: inout RepairReport) throws {
    // In key order, so that a page is changed once.
    let sorted = mends.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    for start in stride(from: 0, to: sorted.count, by: Self.mendsPerTransaction) {
      let part = sorted[start..<min(start + Self.mendsPerTransaction, sorted.count)]
      try store.writeSync(.everything, isLarge: true) { db in
        let session = db.writeSession
        guard session.transaction.number == last + 1 else {
          throw StoreError(.system, "\(store.path) was written to while it was repaired; run the repair again")
        }
        for mend in part { try make(mend, session, &report) }
        try aside.flush()
      }
      last = try store.read(.everything) { db in db.session.transaction.number }
    }
  }

  private func make(_ mend: Mend, _ session: WriteSession, _ report: inout RepairReport) throws {
    switch mend {
    case .entry(let table, let key, let value):
      let keyspace = try session.catalog[table].requireKeyspace()
      _ = try session.change { raw throws(LMDBError) in
        if let value {
          try raw.put(value.span.bytes, for: key.span.bytes, in: keyspace)
        } else {
          try raw.delete(key.span.bytes, in: keyspace)
        }
      }
      report.entriesMended += 1
    case .aside(let table, let key, let reason):
      try setAside(key, session.catalog[table], reason, session)
      report.entriesSetAside += 1
    case .record(let key, let value):
      _ = try session.change { raw throws(LMDBError) in
        try raw.put(value.span.bytes, for: key.span.bytes, in: store.meta)
      }
      report.recordsMended += 1
    case .build(let table, let id):
      let table = session.catalog[table]
      guard let index = table.searches.first(where: { $0.id == id }) else { return }
      try session.build(index, table) {}
      report.searchesBuilt += 1
    }
  }

  /// Takes a row out, with its chunks, or a chunk of none.
  private func setAside(_ key: [UInt8], _ table: StoredTable, _ reason: String, _ session: WriteSession) throws {
    let keyspace = try table.requireKeyspace()
    try move(key, keyspace, table, reason, session)
    guard key.first == KeySpace.rows, let place = try RowWalk(session, table).place(of: key.span.bytes) else { return }
    var chunks: [[UInt8]] = []
    try session.walk(keyspace, KeyRange(prefix: [KeySpace.overflow] + key.dropFirst())) { chunk, _ in
      chunks.append(chunk.copied)
      return true
    }
    for chunk in chunks { try move(chunk, keyspace, table, reason, session) }
    let element = key.span.bytes.extracting(droppingFirst: place.offset)
    guard table.schema.isScoped, try session.locate(table, element: element) == place.scope else { return }
    let locator = [KeySpace.locator] + key[place.offset...]
    _ = try session.change { raw throws(LMDBError) in try raw.delete(locator.span.bytes, in: keyspace) }
  }

  private func move(
    _ key: [UInt8], _ keyspace: Keyspace, _ table: StoredTable, _ reason: String, _ session: WriteSession
  ) throws {
    _ = try session.transaction.withValue(for: key.span.bytes, in: keyspace) { value in
      try aside.append(table: table.schema.name, key: key.span.bytes, value: value, reason: reason)
    }
    _ = try session.change { raw throws(LMDBError) in try raw.delete(key.span.bytes, in: keyspace) }
  }
}

extension Mend {
  /// Where it is made: table and key; records and full-text indexes behind all tables.
  fileprivate var order: [UInt8] {
    switch self {
    case .entry(let table, let key, _), .aside(let table, let key, _): [0, table] + key
    case .record(let key, _): [1] + key
    case .build(let table, let index): [2, table, index]
    }
  }
}

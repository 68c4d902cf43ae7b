internal import Dispatch
internal import Foundation
internal import LMDB

/// One look through tables of a store: several threads, each with a read transaction of its own, all of the same state.
///
/// First the rows and each index are walked and added up, in any order; then, where sums differ, what is wrong is named.
final class Verifier {
  /// What is found of one table. Each part is written by one thread, and read when all of them have ended.
  final class Findings: @unchecked Sendable {
    /// A place that one part writes: elements of an array have no such place of their own.
    final class Place<Value> {
      var value: Value?
    }

    let table: StoredTable
    let bits: Int
    var rows: RowSums?
    /// By key space, what is there.
    let entries: [Place<EntrySums>]
    let searches: [Place<SearchVerifier>]
    /// What is in key spaces that the table does not have.
    var strays = StrayEntries()
    var naming: EntryNaming?

    init(_ table: StoredTable, rows: Int64) {
      self.table = table
      bits = EntrySums.bits(rows: rows)
      entries = ExpectedEntries.spaces(of: table).map { _ in Place() }
      searches = table.searches.map { _ in Place() }
    }
  }

  /// A part of the work, which one thread does.
  private struct Part: Sendable {
    /// What it counts as done, more or less.
    let cost: Int64
    let run: @Sendable (Session) throws -> Void
  }

  private static let mostThreads = 4

  private let store: Store
  private let tables: [StoredTable]
  private let context: VerifyContext

  init(_ store: Store, _ tables: [StoredTable], memoryBytes: Int, mends: MendList?) {
    (self.store, self.tables) = (store, tables)
    context = VerifyContext(memoryBytes: memoryBytes / Self.mostThreads, mends: mends)
  }

  /// Looks through the tables.
  func run(_ onProgress: (VerifyProgress) throws -> Void) throws -> VerifyReport {
    let sessions = try Self.sessions(store)
    defer { for session in sessions { session.end() } }
    let findings = tables.filter { $0.keyspace != nil }.map { table in
      Findings(table, rows: sessions[0].sizesOrNone(of: table)[KeySpace.rows].entries)
    }
    let parts = findings.flatMap { self.parts(of: $0, sessions[0].sizesOrNone(of: $0.table)) }
    let total = Int(parts.reduce(0) { $0 + $1.cost })
    let pool = VerifyPool(store, context, sessions, total: total)
    try pool.run(parts.sorted { $0.cost > $1.cost }.map(\.run), onProgress)
    try pool.run(findings.compactMap(naming), onProgress)
    var summary = VerifySummary(sessions[0], findings, context)
    return try summary.report()
  }

  /// The parts of the first walk: the rows of a table, each of its indexes, and each full-text index with the rows again.
  private func parts(of findings: Findings, _ sizes: TableSizes) -> [Part] {
    let (table, context, bits) = (findings.table, context, findings.bits)
    let rowCost = sizes[KeySpace.rows].entries * Int64(VerifyTally.entriesPerRow)
    var parts = [
      Part(cost: rowCost) { session in
        let rows = RowSums(table, session, context, bits: bits)
        try rows.run()
        findings.rows = rows
      },
      Part(cost: 0) { session in try findings.strays.find(table, session, context) },
    ]
    for (position, space) in ExpectedEntries.spaces(of: table).enumerated() {
      parts.append(
        Part(cost: sizes[space.id].entries) { session in
          findings.entries[position].value = try EntrySums.read(space, table, session, context, bits: bits)
        })
    }
    for (position, index) in table.searches.enumerated() {
      parts.append(
        Part(cost: rowCost + sizes[index.id].entries) { session in
          var verifier = SearchVerifier(session, table, index, context)
          try verifier.run()
          findings.searches[position].value = verifier
        })
    }
    return parts
  }

  /// The second walk of a table whose sums differ.
  private func naming(_ findings: Findings) -> (@Sendable (Session) throws -> Void)? {
    guard let rows = findings.rows else { return nil }
    let buckets = findings.entries.enumerated().flatMap { space, sums in
      rows.sums[space].differences(from: sums.value!).map {
        EntryNaming.Bucket(space: space, number: $0.bucket, count: $0.count)
      }
    }
    guard !buckets.isEmpty else { return nil }
    return { [context] session in
      guard let rows = findings.rows else { return }
      let naming = EntryNaming(rows, session, context)
      try naming.run(buckets)
      findings.naming = naming
    }
  }

  /// A session for each processor, up to `mostThreads`, all of one state: begun again when somebody committed in between.
  private static func sessions(_ store: Store) throws -> [ReadSession] {
    let count = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), mostThreads)
    for _ in 0..<100 {
      let sessions = try (0..<count).map { _ in try ReadSession(store, .everything) }
      if Set(sessions.map(\.transaction.number)).count == 1 { return sessions }
      for session in sessions { session.end() }
    }
    // Somebody commits all the time: one thread is slower, and right.
    return [try ReadSession(store, .everything)]
  }
}

extension EntrySums {
  /// Adds up a key space.
  fileprivate static func read(
    _ space: ExpectedEntries.Space, _ table: StoredTable, _ session: Session, _ context: VerifyContext, bits: Int
  ) throws -> EntrySums {
    let sums = EntrySums(bits: bits)
    let hash = context.hash
    var tally = VerifyTally(context)
    try session.walk(table.requireKeyspace(), KeyRange(prefix: [space.id])) { key, value in
      let keyHash = hash.of(key)
      let entry = value.byteCount == 0 ? keyHash : hash.of(value, seed: keyHash)
      sums.add(key: keyHash, entry: entry, bytes: key.byteCount + value.byteCount)
      try tally.count()
      return true
    }
    try tally.flush()
    return sums
  }
}

extension Session {
  /// The sizes of a table as its record says; none where that cannot be read.
  final func sizesOrNone(of table: StoredTable) -> TableSizes { (try? storedSizes(table)) ?? TableSizes() }
}

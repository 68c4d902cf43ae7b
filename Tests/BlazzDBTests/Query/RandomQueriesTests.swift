import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// Random questions to all 68 tables and a table of the test's own, held against a scan, a filter and a sort that are
/// written without the engine: every index, every way to use one, free choice and forced, as a tenant and as the system,
/// with limits, offsets and pages. `BLAZZ_TEST_QUESTIONS` says how many (50,000), `BLAZZ_TEST_SEED` which.
@Suite struct RandomQueriesTests {
  @Test func planAndScanAgree() throws {
    let count = ProcessInfo.processInfo.environment["BLAZZ_TEST_QUESTIONS"].flatMap { Int($0) } ?? 50_000
    try withScratchFolder { folder in
      let path = folder.appending(path: "queries.blazz").path
      let store = try Store(path: path, tables: Blazz.tables + [ProbeRow.self], options: .testing)
      var random = SeededRandom()
      let tables = try QueryRows(store, random).tables()
      var maker = QueryMaker(random: random)
      var kinds: [String: Int] = [:]
      var failures = 0
      for start in stride(from: 0, to: count, by: 500) where failures < 10 {
        try store.read(.everything) { db in
          for _ in start..<min(count, start + 500) where failures < 10 {
            let table = random.chance(10) ? tables[tables.count - 1] : random.pick(tables)
            let question = maker.question(table)
            do {
              for kind in try QueryRun(db, table, question).check(&random) { kinds[kind, default: 0] += 1 }
            } catch {
              failures += 1
              Issue.record("seed \(random.seed): \(error)")
            }
          }
        }
      }
      try store.close()
      for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) { print("  \(kind): \(count)") }
      print("  patterns: \(QueryRun.patterns)")
      if count >= 10_000 { #expect(QueryRun.patterns >= count / 100) }
      for kind in Self.kinds where count >= 10_000 { #expect(kinds[kind, default: 0] >= count / 100, "\(kind)") }
    }
  }

  /// A run in which these were rare proves little.
  private static let kinds = [
    "rows", "locator", "plain index", "unique index", "partial index", "one row", "several ranges", "merged", "union",
    "intersection", "skipped leading column", "backwards", "sorted in groups", "sorted", "in order", "nothing",
  ]
}

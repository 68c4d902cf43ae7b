import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// All 68 tables against a model of MySQL's rules that the tests hold themselves: statements of workspaces and of the
/// system, by column names and typed, with values that fit barely or not at all, in transactions that are abandoned now
/// and then. `BLAZZ_TEST_STATEMENTS` says how many, `BLAZZ_TEST_SEED` which.
@Suite struct RandomStatementsTests {
  @Test func storeAndModelAgree() throws {
    let count = ProcessInfo.processInfo.environment["BLAZZ_TEST_STATEMENTS"].flatMap { Int($0) } ?? 100_000
    try withScratchFolder { folder in
      let path = folder.appending(path: "random.blazz").path
      let store = try Store(path: path, tables: Blazz.tables, options: .testing)
      let run = IntegrityRun(store, SeededRandom())
      var next = count / 8
      while run.statementCount < count {
        try run.transaction()
        guard run.statementCount >= next else { continue }
        try run.requireAll()
        next += count / 8
      }
      try run.requireAll()
      let faults = try store.verify().faults
      #expect(faults.isEmpty, "\(faults.map(\.description))")
      try store.close()
      for (outcome, count) in run.outcomes.sorted(by: { $0.key < $1.key }) { print("  \(outcome): \(count)") }
      for outcome in Self.outcomes where count >= 100_000 {
        #expect(run.outcomes[outcome, default: 0] > 0, "\(outcome)")
      }
    }
  }

  /// A run in which these did not happen proves little.
  private static let outcomes = [
    "insert: done", "insert: duplicate", "insert: invalidValue", "insert: missingReference", "insert: crossesScope",
    "update: done", "update: duplicate", "update: invalidValue", "update: missingReference", "update: crossesScope",
    "upsert: done", "upsert: duplicate", "upsert: crossesScope", "erase: done", "erase: crossesScope",
    "typed update: done", "typed update: duplicate", "typed update: crossesScope", "typed update: notFound",
    "typed delete: done", "typed erase: done",
  ]
}

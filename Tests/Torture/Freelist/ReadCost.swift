import Foundation
import TableStore
import TestSupport

/// What a read costs without and with `StoreOptions.readerLimit`: it may not show.
struct ReadCost {
  let path: String
  let count: Int

  private static let rows = 100_000

  func run() throws {
    for limit in [nil, Duration.seconds(3_600), nil, Duration.seconds(3_600)] {
      var options = Ledger.options(.none)
      options.readerLimit = limit
      let store = try Store(path: path, tables: Ledger.tables, options: options)
      try fill(store)
      var random = SeededRandom(seed: 1)
      let keys = (0..<count).map { _ in ID<Account>(UInt64.random(in: 1...UInt64(Self.rows), using: &random)) }
      let reads = try nanoseconds { for key in keys { _ = try store.read(Ledger.tenant) { try $0.accounts.get(key) } } }
      let gets = try store.read(Ledger.tenant) { db in
        try nanoseconds { for key in keys { _ = try db.accounts.get(key) } }
      }
      let rows = try store.read(Ledger.tenant) { db in
        try nanoseconds {
          for _ in 0..<count / Self.rows + 1 { _ = try db.accounts.where { $0.commits == -1 }.count() }
        }
      }
      let walked = Double((count / Self.rows + 1) * Self.rows) / Double(count)
      say(
        "\(limit == nil ? "without" : "with") a limit: \(Int(reads)) ns a read of one row, \(Int(gets)) ns a row by its key, "
          + "\((rows / walked).formatted(.number.precision(.fractionLength(1)))) ns a row that is walked and tested")
      try store.close()
    }
  }

  private func fill(_ store: Store) throws {
    try store.writeSync(.everything) { db in
      guard try db.tenants.get(1) == nil else { return }
      try db.tenants.insert(.init(id: 1, name: "cost"))
      for number in 0..<Self.rows {
        try db.accounts.insert(.init(workspaceID: 1, commits: Int64(number), balance: Int64(number % 7)))
      }
    }
  }

  /// Nanoseconds for each of `count`.
  private func nanoseconds(_ body: () throws -> Void) rethrows -> Double {
    let begun = ContinuousClock().now
    try body()
    return begun.duration(to: .now) / .nanoseconds(count)
  }
}

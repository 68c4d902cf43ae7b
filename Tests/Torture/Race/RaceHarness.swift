import Foundation
import Synchronization
import TableStore

/// Many writers and many readers for some time: every snapshot that a reader sees is one that some order of the commits
/// left, none is older than one it saw before, and none lacks a commit that was acknowledged before it began.
final class RaceHarness: Sendable {
  private let ledger: Ledger
  private let seconds: Double
  private let readers: Int
  /// By writer, the last commit that was acknowledged.
  private let acknowledged: Mutex<[Int]>
  private let commits = Atomic(0)
  private let snapshots = Atomic(0)
  private let isStopped = Atomic(false)
  private let failure = Mutex<(any Error)?>(nil)

  init(path: String, seconds: Double, writers: Int, readers: Int) throws {
    ledger = try Ledger(path: path, writers: writers)
    (self.seconds, self.readers) = (seconds, readers)
    acknowledged = Mutex(Array(repeating: 0, count: writers))
    try ledger.prepare()
  }

  func run() throws {
    let begun = ContinuousClock().now
    let crew = Crew(ledger)
    crew.start { report in
      self.acknowledged.withLock { $0[report.writer] = report.number }
      self.commits.add(1, ordering: .relaxed)
    }
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<readers {
      Thread.detachNewThread {
        do { try self.readOn() } catch { self.failure.withLock { if $0 == nil { $0 = error } } }
        ended.signal()
      }
    }
    while begun.duration(to: .now) < .seconds(seconds), !crew.hasFailed, failure.withLock({ $0 }) == nil {
      usleep(20_000)
    }
    crew.stop()
    isStopped.store(true, ordering: .relaxed)
    for _ in 0..<readers { ended.wait() }
    try crew.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    try require(try ledger.judge(), acknowledged.withLock { $0 }, "commits in the end")
    try check(ledger.store)
    let path = ledger.store.path
    try ledger.store.close()
    try checkEntryCounts(path: path)
    say(
      "race: \(ledger.writers) writers made \(commits.load(ordering: .relaxed)) commits, \(readers) readers judged "
        + "\(snapshots.load(ordering: .relaxed)) snapshots, 0 wrong; "
        + begun.duration(to: .now).formatted(.units(allowed: [.seconds])))
  }

  private func readOn() throws {
    var last = Array(repeating: 0, count: ledger.writers)
    while !isStopped.load(ordering: .relaxed) {
      let known = acknowledged.withLock { $0 }
      // One in four is judged row by row; in all of them the sums hold.
      let isWhole = snapshots.add(1, ordering: .relaxed).oldValue.isMultiple(of: 4)
      let seen = try ledger.store.read(Ledger.tenant) { db in
        try isWhole ? ledger.judge(db) : ledger.sums(db)
      }
      for (writer, number) in seen.enumerated() where number < max(last[writer], known[writer]) {
        throw LedgerFault(
          "a snapshot has \(number) commits of writer \(writer), of which \(known[writer]) were acknowledged and "
            + "\(last[writer]) seen before")
      }
      last = seen
    }
  }
}

extension Ledger {
  /// How many commits each writer has made, if what is moved between accounts adds up, by rows and by an index.
  fileprivate func sums(_ db: Tables<Reading>) throws -> [Int] {
    let accounts = try db.accounts.orderedByKey().all()
    try require(accounts.reduce(0) { $0 + Int($1.balance) }, 0, "sum over the accounts")
    let commits = accounts.map { Int($0.commits) }
    let entries = commits.reduce(0) { $0 + min($1, Commit.kept) * Commit.parts }
    try require(try db.entries.count(), entries, "entries")
    try require(
      try db.entries.order(by: Entry.byAmount).using(Entry.byAmount).ids().count, entries, "entries by amount")
    let amounts = try db.entries.values(\.amount)
    try require(amounts.reduce(0) { $0 + Int($1) }, 0, "sum over the entries")
    return commits
  }
}

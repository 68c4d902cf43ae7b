import Foundation
import TableStore
import TestSupport

/// A steady load of small writes (updates, inserts and erasures that keep the number of rows) beside short reads, each of
/// which lasts through some commits: free pages are used again, so the file does not grow once it is warm. How long a read
/// lasts is counted in commits: a thread that the system does not run for a while would be a long read, and no short one.
///
/// The control is the same load with one read that never ends: there the file has to grow.
struct FreelistHarness {
  private let ledger: Ledger
  private let transactions: Int
  private let isControl: Bool

  /// A read lasts through at most so many commits.
  private static let longestRead = 16
  /// Flat is a file that grows by no more than this part in the second half, or by so many pages where it is small.
  private static let tolerance = (part: 0.02, pages: 64)

  /// - Parameters:
  ///   - transactions: how many are made.
  ///   - accounts: how large the store is: an account has some 12 rows.
  init(path: String, transactions: Int, accounts: Int, isControl: Bool) throws {
    // Which pages are used again is the same with flushes; these would only take the time.
    ledger = try Ledger(path: path, writers: accounts, durability: .none)
    (self.transactions, self.isControl) = (transactions, isControl)
    try ledger.prepare()
  }

  func run() throws {
    let begun = ContinuousClock().now
    let (pages, reads) = isControl ? try ledger.store.read(Ledger.tenant) { _ in try write() } : try write()
    let (half, last) = (pages[4], pages[9])
    let growth = Double(last - half) / Double(half)
    let isFlat = last - half <= max(Self.tolerance.pages, Int(Double(half) * Self.tolerance.part))
    if isControl {
      guard !isFlat else { throw LedgerFault("freelist, control: a read held every page back, and the file is flat") }
      return say("freelist, control: found; \(half) → \(last) pages in the second half under a read that does not end")
    }
    guard isFlat else { throw LedgerFault("freelist: the file grew from \(half) to \(last) pages in the second half") }
    _ = try ledger.judge()
    try check(ledger.store)
    let structure = try ledger.store.checkStructure()
    guard structure.leakedPages == 0 else { throw LedgerFault("freelist: \(structure.leakedPages) pages are lost") }
    say(
      "freelist: \(transactions) transactions, \(reads) reads, flat: \(half) → \(last) pages in "
        + "the second half (\(growth.formatted(.percent.precision(.fractionLength(2))))); "
        + begun.duration(to: .now).formatted(.units(allowed: [.minutes, .seconds])))
  }

  /// Makes the transactions; gives the file's pages at ten points, and how many reads there were.
  private func write() throws -> (pages: [Int], reads: Int) {
    var random = SeededRandom(for: "freelist")
    var numbers = Array(repeating: 0, count: ledger.writers)
    var (pages, reads, made) = ([Int](), 0, 0)
    func commit() throws {
      let writer = Int.random(in: numbers.indices, using: &random)
      numbers[writer] += 1
      try ledger.write(ledger.commit(writer, numbers[writer]))
      made += 1
      guard pages.count < made * 10 / transactions else { return }
      let statistics = try ledger.store.statistics()
      pages.append(statistics.pages)
      if !isControl { say("after \(made): \(Self.shown(statistics))") }
    }
    while made < transactions {
      let account = Ledger.account(Int.random(in: 0..<ledger.writers, using: &random))
      let commits = Int.random(in: 1...Self.longestRead, using: &random)
      try ledger.store.read(Ledger.tenant) { db in
        _ = try db.accounts.require(account)
        for _ in 0..<min(commits, transactions - made) { try commit() }
        _ = try db.entries.order(by: Entry.byAmount).limit(20).all()
      }
      reads += 1
    }
    return (pages, reads)
  }

  private static func shown(_ statistics: StoreStatistics) -> String {
    "\(statistics.fileBytes) bytes, \(statistics.usedPages) pages used, \(statistics.freePages) free, "
      + "\(statistics.heldBackPages) of them held back by \(statistics.activeReaders.count) reads"
  }
}

import Foundation
import Synchronization
import TableStore
import TestSupport

/// A steady load of small writes (updates, inserts and erasures that keep the number of rows) beside short reads that
/// begin and end all the time: free pages are used again, so the file does not grow once it is warm.
///
/// The control is the same load with one read that never ends: there the file has to grow.
final class FreelistHarness: Sendable {
  private let ledger: Ledger
  private let transactions: Int
  private let isControl: Bool
  private let isStopped = Atomic(false)
  private let reads = Atomic(0)
  private let failure = Mutex<(any Error)?>(nil)

  /// Threads that read.
  private static let readers = 2
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
    let ended = DispatchSemaphore(value: 0)
    for reader in 0..<Self.readers {
      Thread.detachNewThread {
        do { try self.read(reader) } catch { self.failure.withLock { if $0 == nil { $0 = error } } }
        ended.signal()
      }
    }
    var pages: [Int]
    do {
      defer {
        isStopped.store(true, ordering: .relaxed)
        for _ in 0..<Self.readers { ended.wait() }
      }
      pages = isControl ? try ledger.store.read(Ledger.tenant) { _ in try write() } : try write()
    }
    if let error = failure.withLock({ $0 }) { throw error }
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
      "freelist: \(transactions) transactions, \(reads.load(ordering: .relaxed)) reads, flat: \(half) → \(last) pages in "
        + "the second half (\(growth.formatted(.percent.precision(.fractionLength(2))))); "
        + begun.duration(to: .now).formatted(.units(allowed: [.minutes, .seconds])))
  }

  /// Makes the transactions; gives the file's pages at ten points.
  private func write() throws -> [Int] {
    var random = SeededRandom(for: "freelist")
    var numbers = Array(repeating: 0, count: ledger.writers)
    var pages: [Int] = []
    for transaction in 1...transactions {
      let writer = Int.random(in: numbers.indices, using: &random)
      numbers[writer] += 1
      try ledger.write(ledger.commit(writer, numbers[writer]))
      guard pages.count < transaction * 10 / transactions else { continue }
      let statistics = try ledger.store.statistics()
      pages.append(statistics.pages)
      if !isControl {
        say(
          "after \(transaction): \(statistics.fileBytes) bytes, \(statistics.usedPages) pages used, "
            + "\(statistics.freePages) free, \(statistics.heldBackPages) of them held back by "
            + "\(statistics.activeReaders.count) reads")
      }
    }
    return pages
  }

  /// Reads for a moment, again and again; some reads last through some commits.
  private func read(_ number: Int) throws {
    var random = SeededRandom(seed: UInt64(number))
    while !isStopped.load(ordering: .relaxed) {
      let account = Ledger.account(Int.random(in: 0..<ledger.writers, using: &random))
      try ledger.store.read(Ledger.tenant) { db in
        _ = try db.accounts.require(account)
        _ = try db.entries.order(by: Entry.byAmount).limit(20).all()
        if random.chance(20) { usleep(UInt32.random(in: 1_000...20_000, using: &random)) }
      }
      reads.add(1, ordering: .relaxed)
      usleep(UInt32.random(in: 0..<1_000, using: &random))
    }
  }
}

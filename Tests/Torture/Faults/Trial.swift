import Foundation
import LMDB
import TableStore

/// One operation while something fails, and what is demanded of the store then: the operation either is done or throws
/// an error that says so; in the latter case nothing of it is there; the store is read and written on, at once or once
/// it was opened again.
struct Trial {
  /// What happened.
  struct Outcome {
    /// The code of the error; `nil` when the operation was done all the same.
    var code: StoreError.Code?
    /// Whether the store had to be closed and opened again.
    var needsReopening = false
  }

  let folder: String
  /// A store in which each writer has made commits.
  let base: String
  let progress: [Int]

  private var path: String { folder + "/trial.store" }

  /// - Parameters:
  ///   - isReadable: whether reading must work while the fault lasts.
  ///   - begin: makes things fail.
  ///   - end: lets them pass again.
  func run(
    _ operation: Operation, isReadable: Bool, begin: () throws -> Void, end: () -> Void
  ) throws -> Outcome {
    for suffix in ["", "-lock", "-copy", "-copy-lock"] { unlink(path + suffix) }
    if operation != .create { try FileManager.default.copyItem(atPath: base, toPath: path) }
    var expected = operation == .create ? progress.map { _ in 0 } : progress
    var ledger = operation.opens ? nil : try open(operation.durability)
    var failure: (any Error)?
    try begin()
    do {
      if operation.opens { ledger = try open(operation.durability) }
      failure = try operation.run(ledger!, &expected)
    } catch { failure = error }
    if isReadable, operation != .copy, let ledger { _ = try unlessPanicked { try judge(ledger, expected) } }
    end()
    var outcome = Outcome(code: try failure.map(code))
    if let ledger, operation != .copy {
      let isAlive = try unlessPanicked {
        try judge(ledger, expected)
        try writeOn(ledger, &expected)
      }
      outcome.needsReopening = !isAlive
      try ledger.store.close()
    }
    try requireWholeAfterReopening(&expected)
    return outcome
  }

  private func open(_ durability: StoreOptions.Durability) throws -> Ledger {
    try Ledger(path: path, writers: progress.count, durability: durability)
  }

  private func requireWholeAfterReopening(_ expected: inout [Int]) throws {
    let ledger = try open(.none)
    try judge(ledger, expected)
    try writeOn(ledger, &expected)
    try ledger.store.close()
    try checkEntryCounts(path: path)
  }

  private func writeOn(_ ledger: Ledger, _ expected: inout [Int]) throws {
    try ledger.prepare()
    for writer in expected.indices {
      try ledger.write(ledger.commit(writer, expected[writer] + 1))
      expected[writer] += 1
    }
    try judge(ledger, expected)
  }

  private func judge(_ ledger: Ledger, _ expected: [Int]) throws {
    try require(try ledger.judge(), expected, "commits of each writer")
    try check(ledger.store)
  }

  /// Whether `body` was done; `false` when LMDB wants the file to be opened again (MDB_PANIC).
  private func unlessPanicked(_ body: () throws -> Void) throws -> Bool {
    do { try body() } catch let error as StoreError where error.message.contains("close and reopen") { return false }
    return true
  }

  /// What the operation threw is one of the store's own errors.
  private func code(_ error: any Error) throws -> StoreError.Code {
    if let error = error as? StoreError { return error.code }
    // The copy is made below the store.
    if let error = error as? LMDBError { return error.reason == .diskFull ? .full : .system }
    throw LedgerFault("the operation threw \(error)")
  }
}

import Foundation
import LMDB
import Synchronization
import TableStore

/// What is under way when a call fails or the disk is full.
enum Operation: String, CaseIterable {
  case create, open, write, bulk, group, erase, build, sync, copy

  /// Whether opening the store is a part of it.
  var opens: Bool { self == .create || self == .open }

  /// The kinds of calls that are made to fail in it.
  var durability: StoreOptions.Durability { self == .sync ? .relaxed : .full }

  /// Runs it on an open store. `progress` is what each writer has made, and becomes what it has made afterwards when
  /// this returns; a write of a group that fails alone says so only there.
  ///
  /// - Returns: the first error of a write that failed alone.
  func run(_ ledger: Ledger, _ progress: inout [Int]) throws -> (any Error)? {
    switch self {
    case .create, .open: try ledger.prepare()
    case .write:
      try ledger.write(ledger.commit(0, progress[0] + 1))
      progress[0] += 1
    case .bulk:
      let next = progress[0] + 1
      try ledger.store.writeSync(Ledger.tenant) { db in
        for number in next..<next + 20 { try ledger.commit(0, number).apply(db) }
      }
      progress[0] += 20
    case .group: return Self.group(ledger, &progress)
    case .erase:
      try ledger.store.writeSync(.everything) { db in _ = try db.tenants.erase(1) }
      progress = progress.map { _ in 0 }
    case .build: try ledger.store.buildSearches(all: true)
    case .sync: try ledger.store.sync()
    case .copy: try Self.copy(ledger)
    }
    return nil
  }

  /// Every writer makes a commit at the same time.
  private static func group(_ ledger: Ledger, _ progress: inout [Int]) -> (any Error)? {
    let outcomes = Mutex<[Int: any Error]>([:])
    let ended = DispatchSemaphore(value: 0)
    for (writer, last) in progress.enumerated() {
      let commit = ledger.commit(writer, last + 1)
      Thread.detachNewThread {
        do { try ledger.write(commit) } catch { outcomes.withLock { $0[writer] = error } }
        ended.signal()
      }
    }
    for _ in progress { ended.wait() }
    let failed = outcomes.withLock { $0 }
    for writer in progress.indices where failed[writer] == nil { progress[writer] += 1 }
    return failed.values.first
  }

  /// A copy of the file while nobody has it open but this process; one that failed is not left behind.
  private static func copy(_ ledger: Ledger) throws {
    let path = ledger.store.path
    try ledger.store.close()
    let copy = path + "-copy"
    unlink(copy)
    let environment = try Environment(path: path)
    defer { try? environment.close() }
    do { try environment.copy(toPath: copy, compacting: true) } catch {
      guard access(copy, F_OK) != 0 else { throw LedgerFault("a copy that failed was left: \(error)") }
      throw error
    }
    let opened = try Environment(path: copy, options: .readOnly)
    try opened.close()
    unlink(copy)
    unlink(copy + "-lock")
  }
}

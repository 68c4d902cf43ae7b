import CInterpose
import Foundation
import TableStore

/// The process in which things fail: it says what it is at, so that its parent knows when it dies, and ends with a line of
/// figures.
struct FaultChild {
  private let trial: Trial
  private let operation: Operation
  private var points = 0
  private var codes: [StoreError.Code: Int] = [:]
  private var reopened = 0

  static let writers = 3

  /// - Parameter arguments: operation, folder.
  init(_ arguments: [String]) throws {
    guard interpose_is_active() == 1 else { throw LedgerFault("LMDB's calls cannot be made to fail on this system") }
    operation = Operation(rawValue: arguments[0])!
    trial = try Self.trial(folder: arguments[1])
  }

  /// Makes the store that every trial begins with.
  private static func trial(folder: String) throws -> Trial {
    let base = folder + "/base.store"
    for suffix in ["", "-lock"] { unlink(base + suffix) }
    let ledger = try Ledger(path: base, writers: writers, durability: .none)
    try ledger.prepare()
    let crew = Crew(ledger, limit: 10)
    crew.start { _ in }
    try crew.wait()
    let progress = try ledger.judge()
    try ledger.store.close()
    return Trial(folder: folder, base: base, progress: progress)
  }

  // MARK: Calls

  /// Fails every call in turn, in each way, once and for good; with a `step` beyond 1 every so many-th, and in one way.
  mutating func failCalls(step: Int) throws {
    let calls: [(name: String, calls: UInt32, codes: [Int32])] = [
      ("pwrite", 1, [EIO, ENOSPC, 0]), ("writev", 2, [EIO, ENOSPC, 0]), ("write", 4, [EIO, ENOSPC, 0]),
      ("fdatasync", 8, [EIO, ENOSPC]), ("fsync", 16, [EIO]), ("ftruncate", 32, [EIO, ENOSPC]),
      ("any write or flush", 63, [EIO, ENOSPC]), ("allocation", 64, [ENOMEM]),
    ]
    for (name, calls, codes) in calls {
      for code in step == 1 ? codes : [codes[0]] {
        for sticky in step == 1 ? [0, 1] as [Int32] : [0] { try failEach(name, calls, code, sticky, step: step) }
      }
    }
    report()
  }

  private mutating func failEach(_ name: String, _ calls: UInt32, _ code: Int32, _ sticky: Int32, step: Int) throws {
    var nth: Int64 = 1
    while true {
      let way = code == 0 ? "a short write" : String(cString: strerror(code))
      say("at \(operation.rawValue): \(name) \(nth), \(way)\(sticky == 1 ? ", and all that follow" : "")")
      var count: Int64 = 0
      let outcome = try trial.run(operation, isReadable: calls != 64) {
        interpose_fail(calls, nth, code, sticky)
      } end: {
        count = interpose_pass()
      }
      guard count >= nth else { return }
      note(outcome)
      nth += Int64(step)
    }
  }

  // MARK: A full disk

  /// Leaves so many pages free, from none on.
  mutating func fillDisk(step: Int) throws {
    let filler = trial.folder + "/filler"
    for pages in stride(from: 0, to: Self.mostPages, by: step) {
      say("at \(operation.rawValue): \(pages) free pages")
      let outcome = try trial.run(operation, isReadable: true) {
        try Self.fill(filler, leaving: pages)
      } end: {
        unlink(filler)
      }
      note(outcome)
    }
    report()
  }

  private static let mostPages = 96

  private static func fill(_ path: String, leaving pages: Int) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    var status = statvfs()
    guard file >= 0, fstatvfs(file, &status) == 0, Int(status.f_bfree) >= pages else {
      throw LedgerFault("the disk cannot be filled but for \(pages) pages")
    }
    let code = posix_fallocate(file, 0, off_t((Int(status.f_bfree) - pages) * Int(status.f_frsize)))
    guard code == 0 || Int(status.f_bfree) == pages else {
      throw LedgerFault("fallocate: \(String(cString: strerror(code)))")
    }
  }

  // MARK: Figures

  private mutating func note(_ outcome: Trial.Outcome) {
    points += 1
    if let code = outcome.code { codes[code, default: 0] += 1 }
    if outcome.needsReopening { reopened += 1 }
  }

  private func report() {
    let errors = codes.map { "\($0.value) \($0.key.rawValue)" }.sorted().joined(separator: ", ")
    say("done \(points) \(reopened) \(errors.isEmpty ? "no error" : errors)")
  }
}

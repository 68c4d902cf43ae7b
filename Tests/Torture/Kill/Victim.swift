import Foundation

/// A writing process, when it is to be killed, and what it has reported.
final class Victim {
  /// When it dies.
  enum Moment {
    /// So long after it was started: also while it makes or opens the store.
    case after(Duration)
    /// So long after it has reported so many commits.
    case reports(Int, then: Duration)
  }

  let child: Child
  private let moment: Moment
  private let clock = ContinuousClock()
  private let begun = ContinuousClock().now
  private var lastReport = ContinuousClock().now
  private var due: ContinuousClock.Instant?
  private var bytes: [UInt8] = []
  private(set) var reportCount = 0
  private(set) var isDead = false

  /// How long a process may go without a commit before that is a fault.
  private static let patience = Duration.seconds(60)

  init(_ arguments: [String], dies moment: Moment) throws {
    child = try Child(arguments)
    self.moment = moment
    if case .after(let delay) = moment { due = begun + delay }
  }

  /// Reads for a moment what it reports, and kills it if its time has come.
  func live(_ note: (Report) throws -> Void) throws {
    let now = clock.now
    if let due, now >= due { return try die(note) }
    let slice = Swift.min(due.map { now.duration(to: $0) } ?? .milliseconds(20), .milliseconds(20))
    // A wait that is shorter than the system's is spun through, or all deaths would fall on its ticks.
    guard let read = child.read(timeout: slice < .milliseconds(1) ? .zero : slice) else {
      let end = child.wait()
      throw LedgerFault("the writing process ended by itself: signal \(end.signal), code \(end.code)")
    }
    if read.isEmpty, due == nil, lastReport.duration(to: clock.now) > Self.patience {
      child.kill()
      child.wait()
      throw LedgerFault("the writing process made no commit for \(Self.patience)")
    }
    try take(read, note)
  }

  private func die(_ note: (Report) throws -> Void) throws {
    child.kill()
    while let read = child.read(timeout: .seconds(10)) { try take(read, note) }
    let end = child.wait()
    guard end.signal == SIGKILL else {
      throw LedgerFault("the writing process ended by itself: signal \(end.signal), code \(end.code)")
    }
    isDead = true
  }

  private func take(_ read: [UInt8], _ note: (Report) throws -> Void) throws {
    bytes += read
    for report in Report.take(from: &bytes) {
      reportCount += 1
      lastReport = clock.now
      if case .reports(reportCount, let delay) = moment { due = clock.now + delay }
      try note(report)
    }
  }
}

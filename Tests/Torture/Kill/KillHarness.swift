import Foundation
import TableStore
import TestSupport

/// Kills writing processes at random moments, and looks whether the store has every commit that was acknowledged, whole,
/// and of the others at most the one that each writer had under way, whole too.
struct KillHarness {
  private let cycles: Int
  private let folder: String
  private let isControl: Bool
  private var random: SeededRandom
  /// What is known to be committed, by writer.
  private var acknowledged = Array(repeating: 0, count: Self.writers)

  private var deaths = 0
  private var deathsBeforeACommit = 0
  private var reports = 0
  /// Commits that were there and not acknowledged yet.
  private var unreported = 0
  private var unfinishedFiles = 0

  private static let writers = 8
  /// A new store is begun so often: it grows with the cycles, and its making is to be hit as well.
  private static let cyclesPerStore = 25

  /// - Parameter isControl: whether the writers report commits before they make them, which has to be found.
  init(cycles: Int, folder: String, isControl: Bool = false) {
    (self.cycles, self.folder, self.isControl) = (cycles, folder, isControl)
    random = SeededRandom(for: isControl ? "kill-control" : "kill")
  }

  private var path: String { folder + "/ledger.store" }

  mutating func run() throws {
    let begun = ContinuousClock().now
    for cycle in 0..<cycles {
      if cycle.isMultiple(of: Self.cyclesPerStore) { try beginStore() }
      do {
        try killOnce()
        try judge()
      } catch {
        if isControl { return say("kill, control: found after \(cycle + 1) cycles: \(error)") }
        throw LedgerFault("cycle \(cycle), seed \(random.seed): \(error)")
      }
      if cycle % 500 == 499 { note("\(cycle + 1) cycles, \(deaths) processes killed") }
    }
    if isControl { throw LedgerFault("kill, control: writers lied in \(cycles) cycles, and nothing was found") }
    say(
      """
      kill: \(cycles) cycles, \(deaths) processes killed, \(deathsBeforeACommit) of them before a first commit; \
      \(reports) commits acknowledged, 0 lost; \(unreported) found whole before they were acknowledged, 0 half there; \
      \(unfinishedFiles) unfinished new files left; \(begun.duration(to: .now).formatted(.units(allowed: [.seconds])))
      """)
  }

  private mutating func beginStore() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      if name.contains("-new-") { unfinishedFiles += 1 }
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    acknowledged = Array(repeating: 0, count: Self.writers)
  }

  /// One process with all writers, or two with half of them each, the second of which outlives the first.
  private mutating func killOnce() throws {
    let durability = random.pick(["full", "full", "relaxed", "none"])
    let count = random.chance(3) ? 2 : 1
    var victims = try (0..<count).map { number in
      let own = Self.writers / count
      return try Victim(
        ["kill-child", path, "\(number * own)", "\(own)", "\(Self.writers)", durability] + (isControl ? ["lying"] : []),
        dies: moment())
    }
    defer { for victim in victims where !victim.isDead { victim.child.kill(); victim.child.wait() } }
    while !victims.isEmpty {
      for victim in victims {
        try victim.live { report in
          acknowledged[report.writer] = report.number; reports += 1
        }
      }
      for victim in victims where victim.isDead {
        deaths += 1
        if victim.reportCount == 0 { deathsBeforeACommit += 1 }
      }
      victims.removeAll(where: \.isDead)
    }
  }

  private mutating func moment() -> Victim.Moment {
    if random.chance(3) { return .after(.microseconds(Int.random(in: 0..<80_000, using: &random))) }
    return .reports(
      Int.random(in: 1...60, using: &random), then: .microseconds(Int.random(in: 0..<3_000, using: &random)))
  }

  private mutating func judge() throws {
    let ledger = try Ledger(path: path, writers: Self.writers, durability: .none)
    let found = try ledger.judge()
    for (writer, pair) in zip(acknowledged, found).enumerated() {
      guard pair.1 == pair.0 || pair.1 == pair.0 + 1 else {
        throw LedgerFault("writer \(writer) has \(pair.1) commits, \(pair.0) of them acknowledged")
      }
      unreported += pair.1 - pair.0
    }
    acknowledged = found
    try check(ledger.store)
    try ledger.store.close()
    try checkEntryCounts(path: path)
  }
}

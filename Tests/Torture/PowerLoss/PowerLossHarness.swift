import CInterpose
import Foundation
import TableStore
import TestSupport

/// Fails the power at random moments: what writers do to a store is logged beneath LMDB, and from the log come files as
/// a disk may hold them after a failure. Each is opened, judged, and written to.
struct PowerLossHarness {
  private let durability: StoreOptions.Durability
  private let name: String
  private let images: Int
  private let folder: String
  private var random: SeededRandom
  private let judge = Judge(writers: Self.writers)
  private var counts: [Verdict: Int] = [:]
  private var example: [Verdict: String] = [:]
  private var sectors = 0

  private static let writers = 4
  private static let imagesPerLog = 250
  private static let commitsPerWriter = 8

  init(images: Int, durability name: String, folder: String) throws {
    guard interpose_is_active() == 1 else { throw LedgerFault("LMDB's calls cannot be logged on this system") }
    (durability, self.name, self.images, self.folder) = (.init(name: name), name, images, folder)
    random = SeededRandom(for: "power-\(name)")
  }

  /// Runs the images; throws when the outcome is not what the durability promises.
  mutating func run() throws {
    let begun = ContinuousClock().now
    var done = 0
    while done < images {
      let count = min(Self.imagesPerLog, images - done)
      try cutLog(into: count, firstImage: done)
      done += count
      if done % 2_500 == 0 { note("\(name): \(done) images") }
    }
    let figures = Verdict.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
    let seconds = begun.duration(to: .now).formatted(.units(allowed: [.seconds]))
    say(
      "power, \(name): \(images) images with \(sectors / max(1, images)) sectors in flight on average: \(figures); "
        + "\(seconds)")
    for (verdict, reason) in example where verdict != .kept { say("  \(verdict.rawValue), for example: \(reason)") }
    try requirePromise()
  }

  private func requirePromise() throws {
    let bad = Verdict.allCases.filter { $0 != .kept && counts[$0] != nil }
    switch durability {
    case .full where !bad.isEmpty: throw LedgerFault("a store of full durability was lost or damaged")
    case .relaxed where !bad.allSatisfy({ $0 == .lost }): throw LedgerFault("a store of relaxed durability was damaged")
    case .none where bad.isEmpty: throw LedgerFault("nothing was lost without flushes: the harness is blind")
    default: break
    }
  }

  /// Writes one log and looks at some of the images that it gives.
  private mutating func cutLog(into count: Int, firstImage: Int) throws {
    let path = folder + "/ledger.store"
    for suffix in ["", "-lock"] { unlink(path + suffix) }
    let log = try write(path)
    let begin = log.events.firstIndex { if case .name = $0 { true } else { false } }
    guard let begin else { throw LedgerFault("the log does not show how the store got its name") }
    let moments = (0..<count).map { _ in Int.random(in: begin..<log.events.count, using: &random) }.sorted()
    var disk = CrashDisk()
    var acknowledged = Array(repeating: 0, count: Self.writers)
    var next = 0
    for (number, event) in log.events.enumerated() {
      switch event {
      case .write(let offset, let bytes): disk.write(bytes, at: offset)
      case .flush: disk.flush()
      case .flushLast: disk.flushLastWrite()
      case .name: break
      case .acknowledged(let report): acknowledged[report.writer] = report.number
      }
      while next < count, moments[next] == number {
        try look(at: disk, acknowledged, image: firstImage + next)
        next += 1
      }
    }
  }

  private mutating func look(at disk: CrashDisk, _ acknowledged: [Int], image: Int) throws {
    let path = folder + "/image.store"
    unlink(path + "-lock")
    sectors += disk.pendingCount
    try Data(disk.image(&random)).write(to: URL(filePath: path))
    let (verdict, reason) = try judge.verdict(path, acknowledged: acknowledged)
    counts[verdict, default: 0] += 1
    if example[verdict] == nil { example[verdict] = "image \(image), seed \(random.seed): \(reason)" }
  }

  /// Some writers at once, threads and tasks, each with a few commits; some of the writes throw and are undone.
  private func write(_ path: String) throws -> WriteLog {
    interpose_log_begin()
    let ledger = try Ledger(path: path, writers: Self.writers, durability: durability)
    try ledger.prepare()
    let crew = Crew(ledger, limit: Self.commitsPerWriter)
    crew.start { report in interpose_note(UInt64(report.writer), UInt64(report.number)) }
    try crew.wait()
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let inode = attributes[.systemFileNumber] as? UInt64 ?? 0
    let log = try WriteLog(endingFor: inode)
    try ledger.store.close()
    return log
  }
}

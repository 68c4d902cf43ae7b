import CInterpose
import Foundation

/// Fails every write, flush and allocation of LMDB's in turn, and fills the disk to every level, during each operation.
/// Each operation has a process of its own, which dies alone.
struct FaultHarness {
  private let folder: String
  private let operations: [Operation]
  /// Every how many-th call is failed, and level of the disk taken.
  private let step: Int
  private var faults: [String] = []

  init(folder: String, operations: [Operation] = Operation.allCases, step: Int = 1) {
    (self.folder, self.operations, self.step) = (folder, operations, step)
  }

  mutating func run() throws {
    try run("calls", "fault-child", what: "failing calls")
    try run("disk", "disk-child", what: "levels of a full disk")
    guard faults.isEmpty else { throw LedgerFault(faults.joined(separator: "\n")) }
  }

  private mutating func run(_ title: String, _ command: String, what: String) throws {
    let begun = ContinuousClock().now
    var (points, reopened) = (0, 0)
    for operation in operations {
      let lines = try lines(of: [command, operation.rawValue, folder, "\(step)"])
      guard let figures = lines.last, figures.hasPrefix("done ") else { continue }
      let parts = figures.split(separator: " ", maxSplits: 3)
      points += Int(parts[1])!
      reopened += Int(parts[2])!
      say("  \(operation.rawValue): \(parts[1]) points; \(parts[3]); \(parts[2]) had to be opened again")
    }
    let seconds = begun.duration(to: .now).formatted(.units(allowed: [.seconds]))
    say("\(title): \(points) \(what), \(faults.count) faults, \(reopened) had to be opened again; \(seconds)")
  }

  /// What a child says; one that died or failed is a fault, at the point that it named last.
  private mutating func lines(of arguments: [String]) throws -> [String] {
    let child = try Child(arguments)
    var bytes: [UInt8] = []
    while let read = child.read(timeout: .seconds(120)), !read.isEmpty { bytes += read }
    child.kill()
    let end = child.wait()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    if lines.last?.hasPrefix("done ") != true {
      let how = end.signal == SIGKILL ? "it hung" : end.signal == 0 ? "see above" : "it died of signal \(end.signal)"
      faults.append("\(arguments[0]) \(lines.last ?? "before the first point"): \(how)")
    }
    return lines
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

/// Damages copies of a store and has other processes open, read, write and check them; flips bits inside live rows and
/// reads those. Prints what became of them; exits 1 when a process died or hung, or a row was silently wrong.
///
/// usage: DamageHarness --check STORE
/// usage: [BLAZZ_UNCHECKED=1] DamageHarness [--count N] [--crafted N] [--flips N] [--seed N]
///
/// With BLAZZ_UNCHECKED only meta pages and roots are looked at before: a control that shows what the check is for.
@main
struct DamageHarness {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 7, arguments[1] == "--worker" {
      return try Worker(folder: arguments[2], seed: UInt64(arguments[5])!, isCrafted: arguments[6] == "crafted")
        .run(Int(arguments[3])!..<Int(arguments[4])!)
    }
    if arguments.count == 3, arguments[1] == "--check" { return try time(arguments[2]) }
    exit(try run(arguments) ? 0 : 1)
  }

  /// Prints how long the check of a sound store takes.
  private static func time(_ path: String) throws {
    let blazz = try Blazz(path: path, options: .readOnly)
    for _ in 0..<3 {
      let clock = ContinuousClock()
      var report: StructureReport?
      let duration = try clock.measure { report = try blazz.checkStructure() }
      say("\(report!.usedPages) pages of \(report!.pages) used in \(duration): \(duration / report!.usedPages) a page")
      say("\(report!.freePages) free, \(report!.leakedPages) leaked, \(report!.entries) entries")
    }
  }

  /// Does all and says whether nothing went wrong.
  private static func run(_ arguments: [String]) throws -> Bool {
    func option(_ name: String, _ standard: Int) -> Int {
      guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return standard }
      return Int(arguments[place + 1]) ?? standard
    }
    let seed = UInt64(option("--seed", 1))
    let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let folder = "\(memory)/blazz-damage-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let base = try BaseStore.make(in: folder)
    say("store: \(base.rows.count) rows, \(base.file.count) bytes; seed \(seed)")
    var isGood = true
    for (name, count) in [("random", option("--count", 100_000)), ("crafted", option("--crafted", 1_000))] {
      guard count > 0 else { continue }
      let outcome = try Overseer(folder: folder, seed: seed, kind: name).run(count)
      say("\(name) damage: \(outcome.description)")
      isGood = isGood && outcome.isGood
    }
    let flips = option("--flips", 1_000_000)
    if flips > 0 {
      let undetected = try RowFlips(base, folder: folder, seed: seed).run(flips)
      say("bits flipped inside live rows: \(flips), read without an error: \(undetected)")
      isGood = isGood && undetected == 0
    }
    return isGood
  }
}

/// Writes a line to standard output at once: a process that dies has said all that it said.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

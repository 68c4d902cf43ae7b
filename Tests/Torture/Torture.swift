import CInterpose
import Foundation
import TestSupport

/// Harnesses that try to lose data. Each prints its figure, or what was lost, and how to see that again.
@main struct Torture {
  static func main() {
    do { try run(Array(CommandLine.arguments.dropFirst())) } catch {
      note("\(error)")
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    let count = arguments.count > 1 ? Int(arguments[1]) : nil
    switch arguments.first {
    case "kill":
      try withScratchFolder { folder in
        for isControl in [true, false] {
          let cycles = isControl ? 1_000 : count ?? 10_000
          var harness = KillHarness(cycles: cycles, folder: folder.path, isControl: isControl)
          try harness.run()
        }
      }
    case "kill-child": try KillChild(Array(arguments.dropFirst())).run()
    case "power":
      try withScratchFolder { folder in
        for (durability, share) in [("full", 1), ("relaxed", 4), ("none", 20)] {
          // A few images without flushes could all be whole by chance.
          let images = max(durability == "none" ? 20 : 1, (count ?? 20_000) / share)
          var harness = try PowerLossHarness(images: images, durability: durability, folder: folder.path)
          try harness.run()
        }
      }
    case "judge": try Judge.answer(writers: count!)
    case "faults":
      try withScratchFolder { folder in
        let operations = arguments.count > 2 ? arguments.dropFirst(2).map { Operation(rawValue: $0)! } : nil
        var harness = FaultHarness(folder: folder.path, operations: operations ?? Operation.allCases, step: count ?? 1)
        try harness.run()
      }
    case "fault-child":
      var child = try FaultChild(Array(arguments.dropFirst()))
      try child.failCalls(step: Int(arguments[3])!)
    case "disk-child":
      let code = interpose_mount(arguments[2], 8 << 20)
      guard code == 0 else { throw LedgerFault("a small disk cannot be mounted: \(String(cString: strerror(code)))") }
      var child = try FaultChild(Array(arguments.dropFirst()))
      try child.fillDisk(step: Int(arguments[3])!)
    case "freelist":
      let accounts = arguments.count > 2 ? Int(arguments[2])! : 2_000
      // The control's file grows with every transaction.
      for (isControl, transactions) in [(true, min(count ?? .max, 3_000)), (false, count ?? 360_000)] {
        try withScratchFolder { folder in
          try FreelistHarness(
            path: folder.path + "/steady.store", transactions: transactions, accounts: accounts, isControl: isControl
          ).run()
        }
      }
    case "reads":
      try withScratchFolder { folder in
        try ReadCost(path: folder.path + "/reads.store", count: count ?? 1_000_000).run()
      }
    case "race":
      try withScratchFolder { folder in
        let crowd = arguments.dropFirst(2).map { Int($0)! } + [64, 16].dropFirst(max(0, arguments.count - 2))
        try RaceHarness(
          path: folder.path + "/race.store", seconds: Double(count ?? 60), writers: crowd[0], readers: crowd[1]
        ).run()
      }
    default:
      note(
        "usage: Torture kill [CYCLES] | power [IMAGES] | faults [STEP [OPERATION…]] | race [SECONDS [WRITERS [READERS]]] | freelist [TRANSACTIONS [ACCOUNTS]] | reads [COUNT]; BLAZZ_TEST_SEED=N repeats a run's choices"
      )
      exit(2)
    }
  }
}

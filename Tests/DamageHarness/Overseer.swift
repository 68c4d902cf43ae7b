internal import Foundation

/// What became of many damaged files.
struct Outcomes {
  var count = 0
  var refused = 0
  var withErrors = 0
  var sound = 0
  var older = 0
  var foreign = 0
  var wrong = 0
  var writesRefused = 0
  var unsoundAfterwards = 0
  var died: [String] = []
  var hung: [String] = []

  var isGood: Bool { died.isEmpty && hung.isEmpty && wrong == 0 && unsoundAfterwards == 0 }

  mutating func add(_ outcome: Outcome, _ name: String) {
    count += 1
    if outcome.isRefused { refused += 1 }
    if outcome.failures > 0 { withErrors += 1 }
    if outcome.older > 0 { older += 1 }
    if outcome.foreign > 0 { foreign += 1 }
    if outcome.wrong > 0 {
      wrong += 1
      say("silently wrong: \(name)")
    }
    let odd = outcome.failures + outcome.wrong + outcome.older + outcome.foreign
    if !outcome.isRefused && odd == 0 { sound += 1 }
    if outcome.isWriteRefused { writesRefused += 1 }
    if outcome.isUnsoundAfterwards {
      unsoundAfterwards += 1
      say("unsound after writes: \(name)")
    }
  }

  var description: String {
    """
    \(count + died.count + hung.count) files, \(refused) refused at the opening, \(withErrors) with tables whose reading \
    ended with an error, \(sound) read as they were, \(older) with rows from the older state or without rows, \
    \(foreign) with rows of another store, \(wrong) with rows silently wrong; \(writesRefused) refused to write, \(unsoundAfterwards) unsound after writes; \
    \(died.count) processes died, \(hung.count) hung over 10 s
    """
  }
}

/// Runs workers and watches them: one that dies or hangs is counted, and another one goes on behind it.
struct Overseer {
  let folder: String
  let seed: UInt64
  let kind: String

  func run(_ count: Int) throws -> Outcomes {
    var outcomes = Outcomes()
    var next = 0
    while next < count {
      next = try runWorker(next..<count, &outcomes)
      guard outcomes.died.count + outcomes.hung.count < 1_000 else { break }
    }
    return outcomes
  }

  /// Runs one worker to its end; gives the number that another one goes on with.
  private func runWorker(_ numbers: Range<Int>, _ outcomes: inout Outcomes) throws -> Int {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = ["--worker", folder, "\(numbers.lowerBound)", "\(numbers.upperBound)", "\(seed)", kind]
    // What a trap has to say of the stack takes seconds, and is not read.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let reader = pipe.fileHandleForReading.fileDescriptor
    var text = ""
    var (current, isHung) = (numbers.lowerBound, false)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      // Making its tables ready takes a worker a moment too.
      guard poll(&waiting, 1, 10_000) > 0 else {
        isHung = true
        kill(process.processIdentifier, SIGKILL)
        break
      }
      let got = Foundation.read(reader, &chunk, chunk.count)
      guard got > 0 else { break }
      text += String(decoding: chunk[..<got], as: UTF8.self)
      while let end = text.firstIndex(of: "\n") {
        current = take(text[..<end], &outcomes) ?? current
        text.removeSubrange(...end)
      }
    }
    process.waitUntilExit()
    for name in ["damaged-\(process.processIdentifier)", "damaged-\(process.processIdentifier)-lock"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    if isHung { outcomes.hung.append("\(kind) \(current)") }
    if !isHung && process.terminationReason == .uncaughtSignal {
      outcomes.died.append("\(kind) \(current)")
      say("died with signal \(process.terminationStatus): \(kind) damage \(current)")
    } else if !isHung {
      precondition(process.terminationStatus == 0, "a worker ends well or by a signal")
      return numbers.upperBound
    }
    return current + 1
  }

  /// Takes a worker's line; gives the number that it is at.
  private func take(_ line: Substring, _ outcomes: inout Outcomes) -> Int? {
    let parts = line.split(separator: " ", maxSplits: 3)
    guard parts.count >= 2, let number = Int(parts[1]) else { return nil }
    if parts[0] == "end", parts.count == 4, let outcome = Outcome(line: parts[3]) {
      outcomes.add(outcome, "\(kind) damage \(number), \(parts[2])")
      if outcomes.count % 10_000 == 0 { say("  \(kind): \(outcomes.count) …") }
    }
    return number
  }
}

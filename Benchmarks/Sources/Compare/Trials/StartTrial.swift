import CComparePeers
import Foundation
import TableStore

/// A process of its own for a peer: how long it takes from nothing to the first answers, and how much memory after many.
enum StartTrial {
  static let suite = "start, memory, disk"
  static let names = [
    "a chat by id", "the latest 50 of a workspace", "4 unread badge", "18 contact list", "status counts of a campaign",
  ]

  static var questions: [Question] { names.map(Question.named) }

  struct Outcome: Codable {
    /// Milliseconds from before the opening to the end of the first answer of each question.
    var firstAnswers: Double
    /// MiB at the most, files that are mapped into memory included.
    var peak: Double
    /// MiB of its own.
    var own: Double
  }

  // MARK: In the process of its own

  /// Does it, and prints the outcome as JSON.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3 else { throw Options.misuse("start wants a peer, a file and subjects") }
    let subjects = try JSONDecoder().decode(Subjects.self, from: Data(contentsOf: URL(filePath: arguments[2])))
    let start = peer_now()
    let peer = try open(arguments[0], arguments[1])
    let spent = try first(peer, subjects, since: start)
    try warm(peer, subjects)
    let memory = Memory.own
    try peer.close()
    let outcome = Outcome(firstAnswers: spent, peak: memory.peak, own: memory.own)
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }

  private static func open(_ name: String, _ path: String) throws -> any Peer {
    switch name {
    case "Blazz": try BlazzPeer(path, version: "")
    case "LMDB": try FloorPeer(path)
    case "SQLite": try SQLitePeer(path)
    default: try GRDBPeer(path)
    }
  }

  private static func first(_ peer: any Peer, _ subjects: Subjects, since start: Double) throws -> Double {
    for question in questions {
      let subject = question.subjects(subjects).prefix(1)
      _ = try peer.ask(question, Array(subject), limitNanoseconds: .infinity)
    }
    return (peer_now() - start) / 1e6
  }

  private static func warm(_ peer: any Peer, _ subjects: Subjects) throws {
    for question in questions { _ = try peer.ask(question, question.subjects(subjects), limitNanoseconds: 1e9) }
  }

  // MARK: From outside

  /// Lets a peer begin in a process of its own, its file dropped from the page cache.
  static func measure(_ name: String, _ path: String, subjects: URL) throws -> Outcome {
    try dropFromCache(path)
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["start", name, path, subjects.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw failure(name, "it does not start in a process of its own") }
    return try JSONDecoder().decode(Outcome.self, from: data)
  }

  /// MariaDB's server is the process of its own.
  static func measure(_ peer: MariaPeer, _ subjects: Subjects) throws -> Outcome {
    var start = 0.0
    try peer.restart {
      let files = FileManager.default.enumerator(at: peer.server.folder, includingPropertiesForKeys: nil)
      for case let file as URL in files! where !file.hasDirectoryPath { try dropFromCache(file.path) }
      start = peer_now()
    }
    let spent = try first(peer, subjects, since: start)
    try warm(peer, subjects)
    let memory = Memory.of(process: peer.server.process.processIdentifier)
    return Outcome(firstAnswers: spent, peak: memory.peak, own: memory.own)
  }

  static func dropFromCache(_ path: String) throws {
    let file = Glibc.open(path, O_RDONLY)
    guard file >= 0 else { throw failure("the page cache", "\(path) cannot be opened") }
    defer { Glibc.close(file) }
    fsync(file)
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
  }

  static func lines(_ outcomes: [String: Outcome]) -> [Results.Line] {
    func line(_ name: String, _ unit: Results.Line.Unit, _ value: (Outcome) -> Double) -> Results.Line {
      Results.Line(
        suite: suite, name: name, unit: unit,
        figures: outcomes.mapValues { Results.Figure(once: value($0)) })
    }
    return [
      line("cold start: from opening to the first answers of five questions", .milliseconds) { $0.firstAnswers },
      line("memory at the most, mapped files included", .mebibytes) { $0.peak },
      line("memory of its own", .mebibytes) { $0.own },
    ]
  }
}

/// What a process has in memory, in MiB.
enum Memory {
  static var own: (peak: Double, own: Double) { of(process: ProcessInfo.processInfo.processIdentifier) }

  static func of(process: Int32) -> (peak: Double, own: Double) {
    let lines = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8))?.split(separator: "\n") ?? []
    func value(_ name: String) -> Double {
      let words = lines.first { $0.hasPrefix(name + ":") }?.split { $0 == "\t" || $0 == " " } ?? []
      return words.count > 1 ? (Double(words[1]) ?? 0) / 1_024 : 0
    }
    return (value("VmHWM"), value("RssAnon"))
  }
}

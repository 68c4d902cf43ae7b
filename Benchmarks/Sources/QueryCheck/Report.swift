import CQueryPeers
import Foundation

/// The printed table.
enum Report {
  static func printHead(_ maker: CRMMaker, dataHash: UInt64, rounds: Int) {
    let largest = Double(maker.tally.chats.max()!) / Double(maker.tally.chats.reduce(0, +)) * 100
    print(
      "\(maker.chats) chats, \(maker.contacts) contacts, \(maker.logs) campaign logs in \(maker.workspaces) workspaces, "
        + "the largest with \(fixed(largest, 1)) % of the chats; data \(hex(dataHash))")
    print(
      "\(machine); Swift \(swiftVersion), \(String(cString: lmdb_peer_version())), "
        + "SQLite \(String(cString: sqlite_peer_version()))")
    print(
      "medians of \(rounds) rounds, peers by turns, one round before them not counted; \(Asked.count) questions a round"
    )
  }

  static func printTable(_ questions: [Question], _ results: [Results]) {
    print(
      row(
        ["question", "Blazz", "unchecked", "LMDB C", "SQLite C", "/LMDB", "/SQLite", "goal", "", "examined", "answers"])
    )
    for (question, result) in zip(questions, results) {
      let unit = if case .rate = question.goal { "M/s" } else { "µs" }
      let figures = Results.Peer.allCases.map { fixed(result.figure($0, question), 2) + " " + unit }
      let goal =
        switch question.goal {
        case .microseconds(let goal): "≤ \(fixed(goal, 0)) µs"
        case .rate(let goal): "≥ \(fixed(goal, 0)) M/s"
        }
      let examined =
        result.explained == result.walked ? "\(result.explained)" : "\(result.explained), but \(result.walked) by LMDB"
      print(
        row(
          [question.name] + figures + [
            fixed(result.ratio(to: .lmdb), 2), fixed(result.ratio(to: .sqlite), 3), goal,
            result.isReached(question) ? "reached" : "missed", examined, result.answer.map(hex) ?? "VOID",
          ]))
    }
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [64, 11, 11, 11, 11, 6, 8, 9, 8, 9, 16]
    return zip(cells, widths).enumerated().map { place, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return place == 0 ? cell.0 + padding : padding + cell.0
    }.joined(separator: " ")
  }

  private static func fixed(_ number: Double, _ digits: Int) -> String {
    number.formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en_US")))
  }

  static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static var machine: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    let process = ProcessInfo.processInfo
    return "\(model?.trimmingCharacters(in: .whitespaces) ?? "processor"), \(process.processorCount) cores, "
      + "\(process.physicalMemory >> 30) GiB, \(process.operatingSystemVersionString)"
  }

  private static var swiftVersion: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "before 6.3"
    #endif
  }
}

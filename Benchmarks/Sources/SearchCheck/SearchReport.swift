import Foundation

/// The printed tables.
enum SearchReport {
  static func printHead(_ maker: ContactMaker, _ versions: [String], rounds: Int) {
    print("\(maker.contacts) contacts in \(maker.workspaces) workspaces; asked of the largest, an eighth of all")
    print(([machine, "Swift \(swiftVersion)"] + versions).joined(separator: ", "))
    print(
      "medians and, behind a slash, 99th percentiles of \(rounds) rounds, peers by turns, one before not counted; µs")
  }

  static func printQuestions(_ names: [String], _ results: [[SearchTimes]], counts: [Int]) {
    print(row(["", "goal"] + names + ["matches", "answers"]))
    for (place, question) in SearchQuestion.allCases.enumerated() {
      let figures = results[place].map { "\(fixed($0.median)) / \(fixed($0.percentile99))" }
      let all = results[place].reduce(into: Set<[UInt64]>()) { $0.formUnion($1.answers) }
      let answers = question.isRanked ? "each its own" : all.count == 1 ? hash(all.first!) : "VOID"
      print(row([question.name, question.goal.map(fixed) ?? ""] + figures + ["\(counts[place])", answers]))
    }
  }

  static func printIndexes(_ peers: [any SearchPeer], _ inserts: [InsertTimes], contacts: Int) {
    print(row(["the index", "goal"] + peers.map(\.name)))
    print(row(["building it, s", "60"] + peers.map { fixed($0.built.seconds) }))
    print(row(["bytes a contact on disk", "120"] + peers.map { fixed(Double($0.built.bytes) / Double(contacts)) }))
    print(row(["adds to an insert, µs", "15"] + inserts.map { fixed($0.foreground) }))
    print(row(["the same with what is put off", "60"] + inserts.map { fixed($0.folded) }))
    print(row(["the same, 1,000 a transaction", ""] + inserts.map { fixed($0.byThousands) }))
  }

  private static func row(_ cells: [String]) -> String {
    cells.enumerated().map { place, cell in
      let padding = String(repeating: " ", count: max(0, (place == 0 ? 32 : place == 1 ? 6 : 20) - cell.count))
      return place == 0 ? cell + padding : padding + cell
    }.joined(separator: " ")
  }

  private static func fixed(_ number: Double) -> String {
    number.formatted(
      .number.precision(.fractionLength(number < 1_000 ? 1 : 0)).grouping(.never).locale(Locale(identifier: "en_US")))
  }

  private static func hash(_ ids: [UInt64]) -> String {
    String(ids.reduce(UInt64(0)) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }, radix: 16)
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

import Foundation

/// What a run measured; kept as JSON, and all that the report is made of.
struct Results: Codable {
  /// What one peer needed.
  struct Figure: Codable {
    var median: Double
    var p99: Double
    /// Only where it says something: of a mixed day.
    var p999: Double?

    init(median: Double, p99: Double, p999: Double? = nil) {
      (self.median, self.p99, self.p999) = (median, p99, p999)
    }

    /// What was measured once.
    init(once value: Double) { self.init(median: value, p99: value) }
  }

  /// A line of the report.
  struct Line: Codable {
    enum Unit: String, Codable {
      case microseconds = "µs"
      case rowsPerSecond = "rows/s"
      case perSecond = "1/s"
      case milliseconds = "ms"
      case bytes = "bytes"
      case mebibytes = "MiB"

      var isRate: Bool { self == .rowsPerSecond || self == .perSecond }
    }

    struct Goal: Codable {
      /// The value to reach in the line's unit, or as many times the other peer's.
      var value: Double
      /// Whose figure it is a multiple of.
      var times: String?
    }

    var suite: String
    var name: String
    var unit: Unit
    /// By the peer's name.
    var figures: [String: Figure]
    /// Of the answers, in hexadecimal; "VOID" where peers differ; `nil` where there are no answers.
    var hash: String?
    /// Peers whose answers are others than Blazz's.
    var differing: [String] = []
    /// The number of answers that were compared.
    var compared: Int?
    var goal: Goal?
  }

  var size: String
  var date: String
  var machine: [String]
  var versions: [String: String]
  /// Rows by table.
  var rows: [String: Int]
  /// Of all columns of all rows, in hexadecimal.
  var dataHash: String
  var rounds: Int
  var lines: [Line] = []
  /// What is to be known of the run.
  var notes: [String] = []
  /// How SQLite answers each question.
  var plans: [String: String] = [:]

  /// The peers that have figures, in the order of the report.
  var peers: [String] {
    ["LMDB", "Blazz", "SQLite", "GRDB", "MariaDB"].filter { peer in lines.contains { $0.figures[peer] != nil } }
  }

  /// Adds lines; figures of other peers go to a line that is there. Where answers differ there are none: times of different
  /// answers say nothing.
  mutating func merge(_ others: [Line]) {
    for other in others {
      let place = lines.firstIndex { $0.key == other.key } ?? lines.count
      if place == lines.count { lines.append(other) } else { lines[place].merge(other) }
      if !lines[place].differing.isEmpty { lines[place].figures = [:] }
    }
  }

  func write(to path: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: path)
  }
}

extension Results.Line {
  fileprivate mutating func merge(_ other: Results.Line) {
    if let theirs = other.hash, let own = hash, theirs != own {
      hash = "VOID"
      let isOwn = other.figures["Blazz"] != nil
      differing = (differing + (isOwn ? figures : other.figures).keys).sorted()
    }
    hash = hash ?? other.hash
    // Of changes it is the number of peers that were compared.
    if suite == "writes" { compared = (compared ?? 0) + (other.compared ?? 0) }
    figures.merge(other.figures) { $1 }
    goal = goal ?? other.goal
  }

  var key: String { "\(suite): \(name)" }

  /// A peer's median; for a rate the higher is the better.
  func median(_ peer: String) -> Double? { figures[peer]?.median }

  /// By how much Blazz is slower (above 1) or quicker (below 1) than another.
  func ratio(to peer: String) -> Double? {
    guard let own = median("Blazz"), let other = median(peer), own > 0, other > 0 else { return nil }
    return unit.isRate ? other / own : own / other
  }

  /// The same to the best of those who speak SQL.
  var ratioToSQL: (peer: String, ratio: Double)? {
    ["SQLite", "GRDB", "MariaDB"].compactMap { peer in ratio(to: peer).map { (peer, $0) } }.max { $0.ratio < $1.ratio }
  }

  /// How far the goal is: at most 1 where it is reached.
  var distance: Double? {
    guard let goal, let own = median("Blazz") else { return nil }
    let wanted = goal.times.map { median($0).map { $0 * goal.value } } ?? goal.value
    guard let wanted, wanted > 0 else { return nil }
    return unit.isRate ? wanted / own : own / wanted
  }
}

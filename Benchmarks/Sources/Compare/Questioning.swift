import BenchmarkSupport
import TableStore

/// Asks peers by turns, in rounds, and gathers times and hashes of answers.
struct Questioning {
  /// What one peer answered, round by round: the first one warms the caches and is not timed.
  private struct Gathered {
    var nanoseconds: [[Double]] = []
    var hashes: [[UInt64]] = []

    /// How many subjects were asked about in every round.
    var count: Int { hashes.map(\.count).min() ?? 0 }
    /// The answers about the first `count` subjects, as one number; `nil` where rounds differ.
    func hash(of count: Int) -> UInt64? {
      guard count > 0, let first = hashes.first?[count - 1] else { return nil }
      return hashes.allSatisfy { $0[count - 1] == first } ? first : nil
    }
    /// Whether the answers about all subjects that both were asked about are the same in every round.
    func isLike(_ other: Self) -> Bool {
      let common = min(count, other.count)
      guard let hash = hash(of: common) else { return false }
      return hash == other.hash(of: common)
    }
  }

  /// A peer that answered fewer is compared as far as it came, and others are not cut to that.
  private static let fewAnswers = 32

  let subjects: Subjects
  let rounds: Int
  /// Rows by table.
  let rows: [String: Int]
  /// How long a peer may take for a question in a round; what it has begun, it ends.
  let limitNanoseconds: Double
  /// The first round has so many times as long, for all pages to be read before anything counts.
  private static let firstRound = 10.0
  private var gathered: [String: [String: Gathered]] = [:]

  init(subjects: Subjects, rounds: Int, rows: [String: Int], limitNanoseconds: Double = 1e9) {
    (self.subjects, self.rounds, self.rows, self.limitNanoseconds) = (subjects, rounds, rows, limitNanoseconds)
  }

  /// Round 0 warms the caches; peers come in another order in each round.
  mutating func ask(_ questions: [Question], _ peers: [any Peer], _ report: (String) -> Void) throws {
    var generator = Generator(seed: 41)
    for question in questions {
      report("\(question.suite): \(question.name)")
      let asked = question.subjects(subjects)
      guard !asked.isEmpty else { continue }
      for round in 0...rounds {
        for peer in peers.shuffled(using: &generator) {
          let limit = limitNanoseconds * (round == 0 ? Self.firstRound : 1)
          guard let asking = try peer.ask(question, asked, limitNanoseconds: limit) else { continue }
          gathered[question.key, default: [:]][peer.name, default: Gathered()].hashes.append(asking.hashes)
          if round > 0 { gathered[question.key]![peer.name]!.nanoseconds.append(asking.nanoseconds) }
        }
      }
    }
  }

  /// The lines of the report, for all peers that were asked so far.
  func lines(_ questions: [Question]) -> [Results.Line] {
    questions.compactMap { question in gathered[question.key].map { line(question, $0) } }
  }

  private func line(_ question: Question, _ answers: [String: Gathered]) -> Results.Line {
    let own = answers["Blazz"] ?? Gathered()
    let differing = answers.filter { !$0.value.isLike(own) }.map(\.key).sorted()
    // How many are asked depends on the time; as many as a power of two are mostly the same from run to run.
    let compared = answers.values.map(\.count).min() ?? 0
    let printed = compared > 0 ? 1 << (Int.bitWidth - 1 - compared.leadingZeroBitCount) : 0
    let hash = own.hash(of: printed).map { String($0, radix: 16) }
    return Results.Line(
      suite: question.suite, name: question.name, unit: question.scanned == nil ? .microseconds : .rowsPerSecond,
      figures: figures(question, answers), hash: differing.isEmpty ? hash : "VOID", differing: differing,
      compared: printed, goal: question.goal?.ofLine)
  }

  /// Of the same subjects for all peers that answered more than a few.
  private func figures(_ question: Question, _ answers: [String: Gathered]) -> [String: Results.Figure] {
    let samples = answers.values.flatMap(\.nanoseconds).map(\.count)
    let common = samples.filter { $0 * question.batch >= Self.fewAnswers }.min() ?? .max
    let scanned = question.scanned.map { Double(rows[$0] ?? 0) }
    return answers.compactMapValues { answer -> Results.Figure? in
      let nanoseconds = answer.nanoseconds.flatMap { $0.prefix(common) }
      guard !nanoseconds.isEmpty else { return nil }
      let repeats = Double(question.repeats)
      let (middle, high) = (median(nanoseconds) / repeats, percentile99(nanoseconds) / repeats)
      guard let scanned else { return Results.Figure(median: middle / 1_000, p99: high / 1_000) }
      return Results.Figure(median: scanned / middle * 1e9, p99: scanned / high * 1e9)
    }
  }
}

extension Question {
  var key: String { "\(suite): \(name)" }
}

extension Question.Goal {
  var ofLine: Results.Line.Goal {
    switch self {
    case .microseconds(let value), .rate(let value): Results.Line.Goal(value: value)
    case .timesFloor(let value): Results.Line.Goal(value: value, times: "LMDB")
    }
  }
}

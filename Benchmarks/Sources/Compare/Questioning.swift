import BenchmarkSupport
import TableStore

/// Asks peers by turns, in rounds, and gathers times and hashes of answers.
struct Questioning {
  /// What one peer answered.
  private struct Gathered {
    var nanoseconds: [Double] = []
    var hashes: [UInt64] = []
  }

  let subjects: Subjects
  let rounds: Int
  /// Rows by table.
  let rows: [String: Int]
  /// How long a peer may take for a question in a round; what it has begun, it ends.
  let limitNanoseconds: Double
  private var gathered: [String: [String: Gathered]] = [:]

  init(subjects: Subjects, rounds: Int, rows: [String: Int], limitNanoseconds: Double) {
    (self.subjects, self.rounds, self.rows, self.limitNanoseconds) = (subjects, rounds, rows, limitNanoseconds)
  }

  /// Round 0 warms the caches and gives the answers that are compared; another peer is first in each round.
  mutating func ask(_ questions: [Question], _ peers: [any Peer], _ report: (String) -> Void) throws {
    for question in questions {
      report("\(question.suite): \(question.name)")
      let asked = question.subjects(subjects)
      guard !asked.isEmpty else { continue }
      for round in 0...rounds {
        for turn in peers.indices {
          let peer = peers[(turn + round) % peers.count]
          guard let asking = try peer.ask(question, asked, limitNanoseconds: limitNanoseconds) else { continue }
          if round == 0 {
            gathered[question.key, default: [:]][peer.name, default: Gathered()].hashes = asking.hashes
          } else {
            gathered[question.key]![peer.name]!.nanoseconds += asking.nanoseconds
          }
        }
      }
    }
  }

  /// The lines of the report, for all peers that were asked so far.
  func lines(_ questions: [Question]) -> [Results.Line] {
    questions.compactMap { question in gathered[question.key].map { line(question, $0) } }
  }

  private func line(_ question: Question, _ answers: [String: Gathered]) -> Results.Line {
    let scanned = question.scanned.map { Double(rows[$0] ?? 0) }
    let figures = answers.compactMapValues { answer -> Results.Figure? in
      guard !answer.nanoseconds.isEmpty else { return nil }
      let repeats = Double(question.repeats)
      let (middle, high) = (median(answer.nanoseconds) / repeats, percentile99(answer.nanoseconds) / repeats)
      guard let scanned else { return Results.Figure(median: middle / 1_000, p99: high / 1_000) }
      return Results.Figure(median: scanned / middle * 1e9, p99: scanned / high * 1e9)
    }
    let own = answers["Blazz"]?.hashes ?? []
    let differing = answers.filter { !Self.agree($0.value.hashes, own) }.map(\.key).sorted()
    let hash = own.last.map { String($0, radix: 16) }
    return Results.Line(
      suite: question.suite, name: question.name, unit: scanned == nil ? .microseconds : .rowsPerSecond,
      figures: figures, hash: differing.isEmpty ? hash : "VOID", differing: differing,
      compared: answers.values.map(\.hashes.count).min(), goal: question.goal?.ofLine)
  }

  /// Whether the answers that both gave are the same.
  private static func agree(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    let count = min(left.count, right.count)
    return count > 0 && left[count - 1] == right[count - 1]
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

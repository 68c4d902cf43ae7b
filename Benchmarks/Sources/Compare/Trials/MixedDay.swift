import BenchmarkSupport
import Foundation

/// A day of an application: nine questions, then a durable change, one behind the other; all peers the same.
struct MixedDay {
  static let count = 4_000
  private static let slice = 500

  private enum Step {
    case question(Question, Subject)
    case change(Change, Subject)
  }

  private let steps: [Step]

  init(_ subjects: Subjects, _ trial: inout ChangeTrial) {
    let asked = [
      "a chat by id", "a chat by uuid", "the latest 50 of a workspace", "4 unread badge", "14 thread",
      "18 contact list", "19 a contact by phone", "a contact by id", "status counts of a campaign",
    ]
    let questions = asked.map(Question.named)
    var generator = Generator(seed: 31)
    func draw(_ subjects: [Subject]) -> Subject { subjects[Int(generator.next() % UInt64(subjects.count))] }
    var steps: [Step] = []
    for number in 0..<Self.count {
      if number % 10 < 9 {
        let question = questions[number % 10]
        steps.append(.question(question, draw(question.subjects(subjects))))
      } else if number % 20 == 9, let untouched = trial.takeUntouched(1).first {
        steps.append(.change(.update, untouched))
      } else {
        steps.append(.change(.insert, trial.newChats(1)[0]))
      }
    }
    self.steps = steps
  }

  func run(_ peers: [any ChangingPeer], _ report: (String) -> Void) throws -> [Results.Line] {
    report("mixed day")
    var times: [String: [Double]] = [:]
    for first in stride(from: 0, to: steps.count, by: Self.slice) {
      for turn in peers.indices {
        let peer = peers[(turn + first / Self.slice) % peers.count]
        guard peer.name != "LMDB" else { continue }
        for step in steps[first..<min(first + Self.slice, steps.count)] {
          times[peer.name, default: []] += try Self.take(step, peer)
        }
      }
    }
    return [
      Results.Line(
        suite: "mixed day", name: "nine questions and a durable change by turns: a step", unit: .microseconds,
        figures: times.mapValues { times in
          Results.Figure(
            median: median(times) / 1_000, p99: percentile99(times) / 1_000,
            p999: times.sorted()[times.count * 999 / 1_000] / 1_000)
        }),
      Results.Line(
        suite: "mixed day", name: "steps of one application thread", unit: .perSecond,
        figures: times.mapValues { times in
          let rate = Double(times.count) / times.reduce(0, +) * 1e9
          return Results.Figure(once: rate)
        }),
    ]
  }

  private static func take(_ step: Step, _ peer: any ChangingPeer) throws -> [Double] {
    switch step {
    case .question(let question, let subject):
      try peer.ask(question, [subject], limitNanoseconds: .infinity)?.nanoseconds ?? []
    case .change(let change, let subject): try peer.change(change, [subject]) ?? []
    }
  }
}

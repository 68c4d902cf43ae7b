import BenchmarkSupport
import Foundation
import Synchronization

/// Rows by their ids while a thread writes without a rest, a hundred chats a durable transaction: a reader waits for no
/// writer where it has a state of its own to read.
struct BusyReads {
  private static let rounds = 20
  private let question = Question.all.first { $0.suite == "chats" && $0.name == "a chat by id" }!
  private let asked: [Subject]
  private let trial: ChangeTrial

  /// - Parameter trial: what new chats are made by; who comes last may make them again.
  init(_ subjects: Subjects, _ trial: ChangeTrial) {
    asked = question.subjects(subjects).filter { !trial.gone.contains($0.workspace) }
    self.trial = trial
  }

  func run(_ peers: [any ChangingPeer], _ report: (String) -> Void) throws -> [Results.Line] {
    var (idle, busy): ([String: Results.Figure], [String: Results.Figure]) = ([:], [:])
    for peer in peers {
      guard let writer = try peer.writerBeside() else { continue }
      report("reads beside a writer: \(peer.name)")
      idle[peer.name] = try figure(peer)
      busy[peer.name] = try beside(writer) { try figure(peer) }
    }
    guard let own = idle["Blazz"] ?? idle.values.first else { return [] }
    return [
      Results.Line(suite: "mixed day", name: "a chat by id, nobody writes", unit: .microseconds, figures: idle),
      Results.Line(
        suite: "mixed day", name: "a chat by id beside a writer that never rests", unit: .microseconds, figures: busy,
        goal: Results.Line.Goal(value: 3 * own.median)),
    ]
  }

  private func figure(_ peer: any ChangingPeer) throws -> Results.Figure {
    var times: [Double] = []
    for _ in 0..<Self.rounds {
      times += try peer.ask(question, asked, limitNanoseconds: .infinity)?.nanoseconds ?? []
    }
    return Results.Figure(median: median(times) / 1_000, p99: percentile99(times) / 1_000)
  }

  /// Runs `body` while another thread writes.
  private func beside<Result>(_ writer: any ChangingPeer, _ body: () throws -> Result) throws -> Result {
    let isDone = Mutex(false)
    let failure = Mutex<(any Error)?>(nil)
    let ended = DispatchSemaphore(value: 0)
    // Used by that thread alone until it has ended.
    nonisolated(unsafe) let writer = writer
    nonisolated(unsafe) var trial = trial
    Thread.detachNewThread {
      do {
        while !isDone.withLock({ $0 }) { _ = try writer.changeTogether(.insert, trial.newChats(100)) }
      } catch { failure.withLock { $0 = error } }
      ended.signal()
    }
    defer {
      isDone.withLock { $0 = true }
      ended.wait()
    }
    let result = try body()
    if let failure = failure.withLock({ $0 }) { throw failure }
    return result
  }
}

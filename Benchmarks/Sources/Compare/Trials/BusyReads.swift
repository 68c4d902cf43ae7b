import BenchmarkSupport
import CComparePeers
import Foundation
import Synchronization

/// Rows by their ids while a thread writes without a rest, a hundred chats a durable transaction: a reader waits for no
/// writer where it has a state of its own to read.
struct BusyReads {
  /// How long is asked: many commits of the other thread.
  private static let nanoseconds = 2e9
  /// Timed one by one: a percentile of averages would hide who waits.
  private let question = {
    var question = Question.named("a chat by id")
    question.batch = 1
    return question
  }()
  private let asked: [Subject]
  private let trial: ChangeTrial

  /// - Parameter trial: tells which workspaces are gone.
  init(_ subjects: Subjects, _ trial: ChangeTrial) {
    asked = question.subjects(subjects).filter { !trial.gone.contains($0.workspace) }
    self.trial = trial.withOtherChats(seed: 37)
  }

  func run(_ peers: [any ChangingPeer], _ report: (String) -> Void) throws -> [Results.Line] {
    var (idle, busy, written): ([String: Results.Figure], [String: Results.Figure], [String: Results.Figure]) =
      ([:], [:], [:])
    for peer in peers {
      guard let writer = try peer.writerBeside() else { continue }
      report("reads beside a writer: \(peer.name)")
      idle[peer.name] = try figure(peer)
      let (late, rate) = try beside(writer) { try figure(peer) }
      (busy[peer.name], written[peer.name]) = (late, Results.Figure(once: rate))
      if writer !== peer { try writer.close() }
    }
    return [
      Results.Line(
        suite: "mixed day", name: "a chat by id while nobody writes: 99th percentile", unit: .microseconds,
        figures: idle),
      Results.Line(
        suite: "mixed day", name: "a chat by id beside a writer that never rests: 99th percentile",
        unit: .microseconds, figures: busy,
        goal: idle["Blazz"].map { Results.Line.Goal(value: 3 * $0.median) }),
      Results.Line(
        suite: "mixed day", name: "chats that this writer inserts meanwhile, a hundred a durable transaction",
        unit: .rowsPerSecond, figures: written),
    ]
  }

  private func figure(_ peer: any ChangingPeer) throws -> Results.Figure {
    var times: [Double] = []
    let start = peer_now()
    while peer_now() - start < Self.nanoseconds {
      times += try peer.ask(question, asked, limitNanoseconds: .infinity)?.nanoseconds ?? []
    }
    let late = percentile99(times) / 1_000
    return Results.Figure(once: late)
  }

  /// Runs `body` while another thread writes; gives how many rows a second that wrote, too.
  private func beside<Result>(_ writer: any ChangingPeer, _ body: () throws -> Result) throws -> (Result, Double) {
    let count = 100
    let isDone = Mutex(false)
    let written = Mutex(0)
    let failure = Mutex<(any Error)?>(nil)
    let ended = DispatchSemaphore(value: 0)
    // Used by that thread alone until it has ended.
    nonisolated(unsafe) let writer = writer
    nonisolated(unsafe) var trial = trial
    Thread.detachNewThread {
      do {
        while !isDone.withLock({ $0 }) {
          _ = try writer.changeTogether(.insert, trial.newChats(count))
          written.withLock { $0 += count }
        }
      } catch { failure.withLock { $0 = error } }
      ended.signal()
    }
    defer {
      isDone.withLock { $0 = true }
      ended.wait()
    }
    let start = peer_now()
    let result = try body()
    let rate = Double(written.withLock { $0 }) / (peer_now() - start) * 1e9
    if let failure = failure.withLock({ $0 }) { throw failure }
    return (result, rate)
  }
}

import Foundation
import Synchronization

/// All writers of a ledger at work: those with even numbers are threads that wait, the others tasks. Every fifth commit is
/// made and undone first.
final class Crew: Sendable {
  private let ledger: Ledger
  private let own: Range<Int>
  private let limit: Int?
  private let isLying: Bool
  private let failure = Mutex<(any Error)?>(nil)
  private let isStopped = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - own: which writers; all of them unless it is said.
  ///   - limit: how many commits each makes; `nil` for as many as it can.
  ///   - isLying: whether a commit is said to be acknowledged before it is made: what whoever judges must find.
  init(_ ledger: Ledger, own: Range<Int>? = nil, limit: Int? = nil, isLying: Bool = false) {
    (self.ledger, self.limit, self.isLying) = (ledger, limit, isLying)
    self.own = own ?? 0..<ledger.writers
  }

  /// Starts the writers.
  ///
  /// - Parameter onAcknowledged: is told of each commit, by the writer that made it, before that makes another one.
  func start(_ onAcknowledged: @escaping @Sendable (Report) -> Void) {
    for writer in own {
      if writer.isMultiple(of: 2) {
        Thread.detachNewThread {
          do { try self.write(writer, onAcknowledged) } catch { self.fail(error) }
          self.ended.signal()
        }
      } else {
        Task.detached {
          do { try await self.writeAsync(writer, onAcknowledged) } catch { self.fail(error) }
          self.ended.signal()
        }
      }
    }
  }

  /// Lets each writer end after the commit that it is at.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Whether a writer has failed, so that nothing more is to be waited for.
  var hasFailed: Bool { failure.withLock { $0 != nil } }

  /// Waits until all writers have ended; throws what the first that failed threw.
  func wait() throws {
    for _ in own { ended.wait() }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private func fail(_ error: any Error) {
    failure.withLock { if $0 == nil { $0 = error } }
    stop()
  }

  private func numbers(of writer: Int) throws -> Range<Int> {
    let next = try ledger.progress(of: writer) + 1
    return next..<(limit.map { next + $0 } ?? .max)
  }

  private func write(_ writer: Int, _ onAcknowledged: (Report) -> Void) throws {
    for number in try numbers(of: writer) {
      if isStopped.load(ordering: .relaxed) { return }
      let commit = ledger.commit(writer, number)
      if number.isMultiple(of: 5) { try ledger.writeAndThrow(commit) }
      if isLying { onAcknowledged(Report(writer: writer, number: number)) }
      try ledger.write(commit)
      if !isLying { onAcknowledged(Report(writer: writer, number: number)) }
    }
  }

  private func writeAsync(_ writer: Int, _ onAcknowledged: (Report) -> Void) async throws {
    for number in try numbers(of: writer) {
      if isStopped.load(ordering: .relaxed) { return }
      let commit = ledger.commit(writer, number)
      if number.isMultiple(of: 5) { try await ledger.writeAsync(commit, andThrow: true) }
      if isLying { onAcknowledged(Report(writer: writer, number: number)) }
      try await ledger.writeAsync(commit)
      if !isLying { onAcknowledged(Report(writer: writer, number: number)) }
    }
  }
}

internal import Dispatch
internal import Synchronization

/// Work whose outcome one thread needs and any thread may do: whoever comes first does it.
///
/// The work and what it has captured belong to the one who claims it, and the outcome, once it is there, to whoever needs
/// it: nothing is used by two threads at a time.
final class SharedWork<Output>: @unchecked Sendable {
  private var work: (() throws -> Output)?
  private var outcome: Result<Output, any Error>?
  private let isClaimed = Atomic(false)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping () throws -> Output) { self.work = work }

  /// Lets another thread do it.
  func offer() { DispatchQueue.global().async { self.perform() } }

  /// The outcome, once: of this thread's work where nobody has begun.
  func take() throws -> Output {
    perform()
    isDone.wait()
    guard let outcome else { preconditionFailure("the outcome of work is taken once") }
    self.outcome = nil
    return try outcome.get()
  }

  private func perform() {
    guard !isClaimed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    guard let work else { preconditionFailure("work is claimed once") }
    self.work = nil
    outcome = Result { try work() }
    isDone.signal()
  }
}

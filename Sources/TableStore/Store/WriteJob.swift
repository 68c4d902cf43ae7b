internal import Dispatch

/// A write that waits for its turn.
///
/// The queue calls `run` at most once and then `answer` once. Everything in it is handed from thread to thread by the
/// queue's lock or by semaphores, and touched by one at a time.
final class WriteJob: @unchecked Sendable {
  /// Runs the write and keeps its result; `false` when it threw, so that what it changed has to be undone.
  let run: (SharedTransaction) -> Bool
  /// Gives the caller its result, or why nothing was kept although the write itself did not throw.
  let answer: ((any Error)?) -> Void
  /// Tells jobs apart.
  let ticket: WriteTicket?
  /// Whether it changes so much that it goes without a savepoint, and so begins a group.
  let isLarge: Bool

  init(
    ticket: WriteTicket? = nil, isLarge: Bool = false, run: @escaping (SharedTransaction) -> Bool,
    answer: @escaping ((any Error)?) -> Void
  ) {
    (self.ticket, self.isLarge, self.run, self.answer) = (ticket, isLarge, run, answer)
  }
}

/// What a task that waits for its write is known by. `isCancelled` is guarded by the queue's lock.
final class WriteTicket: @unchecked Sendable {
  var isCancelled = false
}

/// A write of a thread that is blocked meanwhile: the queue lends it the transaction and waits until it gives it back.
final class BlockedWrite<Result>: @unchecked Sendable {
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private var shared: SharedTransaction?
  private var result: Swift.Result<Result, any Error>?
  private var failure: (any Error)?

  /// What is put into the queue.
  func job(isLarge: Bool) -> WriteJob {
    WriteJob(
      isLarge: isLarge,
      run: { [self] shared in
        self.shared = shared
        wake.signal()
        ended.wait()
        self.shared = nil
        if case .success = result { return true }
        return false
      },
      answer: { [self] failure in
        self.failure = failure
        wake.signal()
      })
  }

  /// Waits for the turn, runs `body` on the calling thread, and waits until that is committed.
  func run(_ body: (SharedTransaction) throws -> Result) throws -> Result {
    wake.wait()
    if let shared {
      result = Swift.Result { try body(shared) }
      ended.signal()
      wake.wait()
    }
    if let failure { throw failure }
    return try result!.get()
  }
}

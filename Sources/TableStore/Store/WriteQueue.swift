internal import DequeModule
internal import Dispatch
internal import Foundation
internal import LMDB
internal import Synchronization

/// Whose turn it is to write, and which writes share a commit.
///
/// One write, or one group of them, is under way at a time. A thread that comes when none is and none waits writes on its
/// own. Everyone else waits in line; a serial queue's thread begins the transaction, lets those who wait change it one
/// behind the other, and commits for all of them. Each but the first has a savepoint, and is undone alone when it throws;
/// one that is large is always the first.
/// A change that fails in the engine (a full map), as a commit that does (a full disk), ends the whole group.
final class WriteQueue: Sendable {
  private struct State {
    /// Whether a write or a group is under way.
    var isBusy = false
    var jobs: Deque<WriteJob> = []
    /// How many writes the last commit kept: as many are waited for.
    var expected = 1
    /// Whether a group waits for one more job.
    var isLingering = false
    /// Asynchronous writes that are in line, or about to be.
    var places = 0
    /// Those who wait for a place in line.
    var outside: Deque<CheckedContinuation<Void, Never>> = []
  }

  private let environment: Environment
  private let limits: StoreOptions.GroupCommit
  private let wait: Duration
  private let state = Mutex(State())
  private let runningThread = Mutex<ObjectIdentifier?>(nil)
  private let thread = DispatchQueue(label: "blazz.store.write")
  private let arrival = DispatchSemaphore(value: 0)

  init(_ environment: Environment, _ options: StoreOptions) {
    self.environment = environment
    limits = options.groupCommit
    wait = options.durability == .full ? limits.wait : .zero
  }

  // MARK: Who runs

  func isRunning(on thread: Thread) -> Bool { runningThread.withLock { $0 == ObjectIdentifier(thread) } }

  /// Runs a write's own code.
  func running<Result>(on thread: Thread, _ body: () throws -> Result) rethrows -> Result {
    runningThread.withLock { $0 = ObjectIdentifier(thread) }
    defer { runningThread.withLock { $0 = nil } }
    return try body()
  }

  /// How many writes wait for their turn.
  var waitingCount: Int { state.withLock { $0.jobs.count } }

  // MARK: Ways in

  /// Takes the turn at once, if nobody has it and nobody waits for it; whoever does so calls `leave()`.
  func enterAlone() -> Bool {
    state.withLock { state in
      guard !state.isBusy, state.jobs.isEmpty else { return false }
      state.isBusy = true
      return true
    }
  }

  /// Gives the turn on.
  func leave() {
    let isNeeded = state.withLock { state in
      state.isBusy = !state.jobs.isEmpty
      return state.isBusy
    }
    if isNeeded { thread.async { self.commitGroups() } }
  }

  /// Waits in line on the calling thread, which runs `body` when its turn has come.
  ///
  /// - Parameter isLarge: whether it changes too much for a savepoint.
  func wait<Result>(isLarge: Bool, _ body: (SharedTransaction) throws -> Result) throws -> Result {
    let write = BlockedWrite<Result>()
    enqueue(write.job(isLarge: isLarge))
    return try write.run(body)
  }

  /// Waits in line without a thread; a thread of the queue's runs `body`.
  func perform<Result: Sendable>(
    _ body: @escaping @Sendable (SharedTransaction) throws -> Result
  ) async throws -> Result {
    await takePlace()
    let ticket = WriteTicket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        var result: Swift.Result<Result, any Error>?
        enqueue(
          WriteJob(ticket: ticket) { shared in
            result = Swift.Result { try body(shared) }
            if case .success = result { return true }
            return false
          } answer: { failure in
            continuation.resume(with: failure.map { .failure($0) } ?? result!)
          })
      }
    } onCancel: {
      cancel(ticket)
    }
  }

  private func enqueue(_ job: WriteJob) {
    enum Outcome { case cancelled, begins, waits, arrives }
    let outcome: Outcome = state.withLock { state in
      if job.ticket?.isCancelled == true { return .cancelled }
      state.jobs.append(job)
      guard state.isBusy else {
        state.isBusy = true
        return .begins
      }
      defer { state.isLingering = false }
      return state.isLingering ? .arrives : .waits
    }
    switch outcome {
    case .cancelled:
      leavePlace()
      job.answer(CancellationError())
    case .begins: thread.async { self.commitGroups() }
    case .arrives: arrival.signal()
    case .waits: break
    }
  }

  private func cancel(_ ticket: WriteTicket) {
    let job = state.withLock { state -> WriteJob? in
      ticket.isCancelled = true
      return state.jobs.firstIndex { $0.ticket === ticket }.map { state.jobs.remove(at: $0) }
    }
    guard let job else { return }
    leavePlace()
    job.answer(CancellationError())
  }

  // MARK: Places in line

  private func takePlace() async {
    await withCheckedContinuation { continuation in
      let hasPlace = state.withLock { state in
        guard state.places < limits.waiting else {
          state.outside.append(continuation)
          return false
        }
        state.places += 1
        return true
      }
      if hasPlace { continuation.resume() }
    }
  }

  /// Gives a place to whoever has waited longest for one.
  private func leavePlace() {
    let next = state.withLock { state in
      let next = state.outside.popFirst()
      if next == nil { state.places -= 1 }
      return next
    }
    next?.resume()
  }

  // MARK: Groups

  /// Commits what waits, group by group, until nothing does.
  private func commitGroups() {
    while let first = state.withLock({ state in
      if state.jobs.isEmpty { state.isBusy = false }
      return state.jobs.popFirst()
    }) {
      let kept = commitGroup(first)
      state.withLock { $0.expected = max(1, kept) }
    }
  }

  /// Commits one group; gives the number of writes that it kept.
  private func commitGroup(_ first: WriteJob) -> Int {
    let clock = ContinuousClock()
    let deadline = clock.now + wait
    var group: [WriteJob] = []
    // Also those that were undone: their pages are written all the same.
    var tried = 0
    var transaction: SharedTransaction?
    var next: WriteJob? = first
    do {
      while let job = next {
        if job.ticket != nil { leavePlace() }
        tried += 1
        do {
          if try run(job, in: &transaction) { group.append(job) } else { job.answer(nil) }
        } catch {
          job.answer(error)
        }
        if let failure = transaction?.failure { throw failure }
        let isFull = tried >= limits.writes || (transaction?.bytesWritten ?? 0) >= limits.bytes
        next = isFull ? nil : nextJob(lingers: group.count) { clock.now.duration(to: deadline) }
      }
      try transaction?.commit()
      for job in group { job.answer(nil) }
      return group.count
    } catch {
      transaction?.abandon()
      for job in group { job.answer(error) }
      return 0
    }
  }

  /// Runs a write; `false` when it threw and was undone. Throws when it could not be begun, or not be kept.
  private func run(_ job: WriteJob, in transaction: inout SharedTransaction?) throws -> Bool {
    guard let shared = transaction else {
      let shared = try SharedTransaction(environment)
      let isKept = job.run(shared)
      guard isKept, !shared.isPoisoned else {
        let failure = shared.failure ?? LMDBError(.poisoned, operation: "commit")
        shared.abandon()
        if isKept { throw failure }
        return false
      }
      transaction = shared
      return true
    }
    let savepoint = try shared.change { raw throws(LMDBError) in try raw.beginSavepoint() }
    let isKept = job.run(shared)
    try shared.change { raw throws(LMDBError) in
      if isKept { try raw.keep(savepoint) } else { raw.undo(savepoint) }
    }
    return isKept
  }

  /// The next write for a group that has so many; one is waited for as long as the last group had more.
  private func nextJob(lingers count: Int, _ timeLeft: () -> Duration) -> WriteJob? {
    while true {
      let (job, waits) = state.withLock { state -> (WriteJob?, Bool) in
        if count > 0, state.jobs.first?.isLarge == true { return (nil, false) }
        if let job = state.jobs.popFirst() { return (job, false) }
        state.isLingering = count > 0 && count < state.expected && timeLeft() > .zero
        return (nil, state.isLingering)
      }
      guard waits else { return job }
      _ = arrival.wait(timeout: .now() + .nanoseconds(Int(timeLeft() / .nanoseconds(1))))
    }
  }
}

internal import Dispatch
internal import Synchronization

/// Threads that share the parts of some work, each with a session of its own; the calling thread tells how far it is.
final class VerifyPool {
  /// What the threads share: the next part, and the first failure.
  private final class Shared: Sendable {
    let next = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
  }

  /// A session on its way to the one thread that uses it from then on.
  private struct Lent: @unchecked Sendable {
    let session: Session
  }

  private let store: Store
  private let context: VerifyContext
  private let sessions: [ReadSession]
  private let total: Int
  private var released = 0

  /// Memory of the file's pages is given back after so many entries, some hundred megabytes.
  private static let entriesBetweenReleases = 16 << 20

  init(_ store: Store, _ context: VerifyContext, _ sessions: [ReadSession], total: Int) {
    (self.store, self.context, self.sessions, self.total) = (store, context, sessions, total)
  }

  /// Runs all parts and returns when each has ended; throws what one of them, or `onProgress`, threw first.
  func run(
    _ parts: [@Sendable (Session) throws -> Void], _ onProgress: (VerifyProgress) throws -> Void
  ) throws {
    let (shared, group, context) = (Shared(), DispatchGroup(), context)
    for session in sessions.prefix(parts.count) {
      let lent = Lent(session: session)
      DispatchQueue.global().async(group: group) {
        do {
          while true {
            let place = shared.next.add(1, ordering: .relaxed).oldValue
            guard place < parts.count else { return }
            try parts[place](lent.session)
          }
        } catch {
          shared.failure.withLock { if $0 == nil { $0 = error } }
          context.cancel()
        }
      }
    }
    do {
      while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
        let done = context.done.load(ordering: .relaxed)
        try onProgress(VerifyProgress(done: min(done, total), total: total))
        if done - released > Self.entriesBetweenReleases {
          try store.releaseMemory()
          released = done
        }
      }
    } catch {
      context.cancel()
      group.wait()
      throw error
    }
    if let failure = shared.failure.withLock({ $0 }) { throw failure }
  }
}

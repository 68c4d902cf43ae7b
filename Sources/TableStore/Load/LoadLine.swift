internal import Dispatch
internal import Synchronization

/// Hands the parts of a load to its workers.
final class LoadLine<Part>: @unchecked Sendable {
  private struct Outcome {
    var rows = 0
    var failure: (any Error)?
    var isOver = false
  }

  /// Used under the lock of `state` alone.
  private var next: () -> Part?
  private let onProgress: (@Sendable (LoadProgress) throws -> Void)?
  private let state = Mutex(Outcome())

  init(_ parts: some Sequence<Part>, _ options: LoadOptions) {
    var iterator = parts.makeIterator()
    next = { iterator.next() }
    onProgress = options.onProgress
  }

  /// Has the workers take all parts; throws what the first that fails throws.
  func run(_ workers: [LoadWorker], _ append: @Sendable (LoadWorker, Part) throws -> Int) throws {
    nonisolated(unsafe) let workers = workers
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      let worker = workers[number]
      do {
        while let part = take() { try count(append(worker, part)) }
        worker.finish()
      } catch {
        state.withLock { state in
          state.isOver = true
          if state.failure == nil { state.failure = error }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func take() -> Part? {
    state.withLock { state in
      guard !state.isOver, let part = next() else {
        state.isOver = true
        return nil
      }
      return part
    }
  }

  private func count(_ rows: Int) throws {
    try state.withLock { state in
      state.rows += rows
      try onProgress?(LoadProgress(rows: state.rows, storedEntries: 0, entries: 0))
    }
  }
}

internal import Dispatch
internal import Foundation
internal import LMDB

extension Store {
  /// Whether the calling thread is within a write.
  package var isWriting: Bool { writes.isRunning(on: Thread.current) }

  /// Writes in one transaction on the calling thread, after waiting for its turn: all of it is kept when `body`
  /// returns, nothing when it throws.
  ///
  /// Writes that wait at the same time share a commit; each is undone alone when it throws. What the engine itself cannot go
  /// on after, as a full disk, is told to all of them. This returns once the commit is as safe as `StoreOptions.durability`
  /// says.
  public func writeSync<Result>(_ reach: Reach, _ body: (Tables<Writing>) throws -> Result) throws -> Result {
    try writeSync(reach, isLarge: false, body)
  }

  /// - Parameter isLarge: whether so much changes that it is not kept in mind to be undone alone: nothing is written before
  ///   it in the same commit.
  func writeSync<Result>(
    _ reach: Reach, isLarge: Bool, _ body: (Tables<Writing>) throws -> Result
  ) throws -> Result {
    try requireWritable()
    do {
      if writes.enterAlone() {
        defer { writes.leave() }
        let shared = try SharedTransaction(environment)
        defer { shared.abandon() }
        let result = try run(reach, shared, body)
        try shared.commit()
        return result
      }
      return try writes.wait(isLarge: isLarge) { shared in try run(reach, shared, body) }
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }

  /// The same on a thread of the store's, without blocking the caller's. Writes are begun in the order in which they
  /// came; when the task is cancelled before, nothing is written and `CancellationError` is thrown.
  public func write<Result: Sendable>(
    _ reach: Reach, _ body: @escaping @Sendable (Tables<Writing>) throws -> Result
  ) async throws -> Result {
    try requireWritable()
    do {
      return try await writes.perform { shared in try self.run(reach, shared, body) }
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }

  private func requireWritable() throws {
    guard !options.isReadOnly else { throw StoreError(.readOnly, "\(path) was opened for reading only") }
    guard !isWriting else {
      throw StoreError(.nestedWrite, "a write was begun inside another write; use the one that is there")
    }
  }

  private func run<Result>(
    _ reach: Reach, _ shared: SharedTransaction, _ body: (Tables<Writing>) throws -> Result
  ) throws -> Result {
    let session = try WriteSession(self, reach, shared)
    return try writes.running(on: Thread.current) { try session.run(Tables(session: session, reach: reach), body) }
  }
}

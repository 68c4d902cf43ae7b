import CComparePeers
import Dispatch
import Foundation
import Synchronization

extension SQLitePeer: ChangingPeer {
  /// Another connection: one is used by one thread at a time.
  func writerBeside() throws -> (any ChangingPeer)? { try SQLitePeer(path) }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    try withPrepared(change) { try ask($0, Series(subjects)).nanoseconds }
  }

  private func withPrepared<Result>(_ change: Change, _ body: ([OpaquePointer?]) throws -> Result) throws -> Result {
    let prepared = try prepare(change.statements)
    defer { for statement in prepared { sqlite_finish_question(statement) } }
    return try body(prepared)
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    precondition(change.statements.count == 1, "several statements begin a transaction of their own")
    return try timed {
      try run("BEGIN IMMEDIATE")
      _ = try self.change(change, subjects)
      try run("COMMIT")
    }
  }

  /// One connection that writers take in turn: with one for each, they sleep while they wait for the lock, and make a
  /// tenth as many commits.
  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) throws -> Double? {
    try withPrepared(change) { prepared in
      nonisolated(unsafe) let (peer, statements) = (self, prepared)
      return try timed {
        try runOnThreads(writers) { writer in
          for place in stride(from: writer, to: subjects.count, by: writers) {
            try Self.turn.withLock { _ in _ = try peer.ask(statements, Series([subjects[place]])) }
          }
        }
      }
    }
  }

  private static let turn = Mutex(())
}

/// Runs work on threads of its own, and throws what the first of them throws that fails.
func runOnThreads(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) throws {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread.detachNewThread {
      do { try work(number) } catch { Failures.note(error) }
      group.leave()
    }
  }
  group.wait()
  try Failures.throwFirst()
}

/// What threads threw.
private enum Failures {
  private static let first = Mutex<(any Error)?>(nil)

  static func note(_ error: any Error) { first.withLock { if $0 == nil { $0 = error } } }

  static func throwFirst() throws {
    let error = first.withLock { error in
      defer { error = nil }
      return error
    }
    if let error { throw error }
  }
}

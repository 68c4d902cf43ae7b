import CComparePeers
import Dispatch
import Foundation
import Synchronization

extension SQLitePeer: ChangingPeer {
  /// Another connection: one is used by one thread at a time.
  func writerBeside() throws -> (any ChangingPeer)? { try SQLitePeer(path) }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? { try Self.change(change, subjects, peer) }

  private static func change(_ change: Change, _ subjects: [Subject], _ peer: OpaquePointer) throws -> [Double] {
    var code: Int32 = 0
    let prepared = sqlite_prepare_question(peer, change.sql, 0, &code)!
    defer { sqlite_finish_question(prepared) }
    try SQLiteFill.check(code, peer)
    let result = Series(subjects).run { series, run in sqlite_ask(peer, prepared, series, &run) }
    try SQLiteFill.check(result.code, peer)
    return result.asking.nanoseconds
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    try timed {
      try run("BEGIN IMMEDIATE")
      _ = try Self.change(change, subjects, peer)
      try run("COMMIT")
    }
  }

  /// One connection that writers take in turn: with one for each, they sleep while they wait for the lock, and make a
  /// tenth as many commits.
  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) throws -> Double? {
    var code: Int32 = 0
    let prepared = sqlite_prepare_question(peer, change.sql, 0, &code)!
    defer { sqlite_finish_question(prepared) }
    try SQLiteFill.check(code, peer)
    nonisolated(unsafe) let (peer, statement) = (self.peer, prepared)
    return try timed {
      try runOnThreads(writers) { writer in
        for place in stride(from: writer, to: subjects.count, by: writers) {
          try Self.turn.withLock { _ in
            let result = Series([subjects[place]]).run { series, run in sqlite_ask(peer, statement, series, &run) }
            try SQLiteFill.check(result.code, peer)
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

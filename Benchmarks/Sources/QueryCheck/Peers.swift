import BenchmarkSupport
import CQueryPeers
import Foundation
import TableStore

/// All who are asked.
struct Peers {
  let blazz: BlazzPeer
  private let unchecked: BlazzPeer
  private let lmdb: OpaquePointer
  private let sqlite: OpaquePointer

  init(blazz: BlazzPeer, unchecked: BlazzPeer, floor: String, sqlite path: String, _ questions: [Question]) throws {
    var code: Int32 = 0
    guard let lmdb = lmdb_peer_open(floor, &code) else { throw Self.failure("LMDB", code) }
    let sql = questions.sorted { $0.sqlite.rawValue < $1.sqlite.rawValue }.map { strdup($0.sql) }
    defer { for text in sql { free(text) } }
    let sqlite = sql.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      sqlite_peer_open(path, $0.baseAddress, Int32($0.count), &code)!
    }
    try SQLiteLoader.check(code, sqlite)
    (self.blazz, self.unchecked, self.lmdb, self.sqlite) = (blazz, unchecked, lmdb, sqlite)
  }

  func close() {
    lmdb_peer_close(lmdb)
    sqlite_peer_close(sqlite)
  }

  private static func failure(_ name: String, _ code: Int32) -> StoreError {
    StoreError(.system, "\(name) failed with code \(code)")
  }

  /// Asks everybody, another one first in each round. Round 0 warms the caches.
  func ask(_ question: Question, _ round: Int, _ result: inout Results) throws {
    let all = Results.Peer.allCases
    for turn in all.indices {
      let peer = all[(turn + round) % all.count]
      var hash: UInt64 = 0
      let spent = try nanoseconds { hash = try ask(question, peer, &result) }
      result.add(peer, spent, hash, isCounted: round > 0)
    }
  }

  private func ask(_ question: Question, _ peer: Results.Peer, _ result: inout Results) throws -> UInt64 {
    switch peer {
    case .blazz: return try question.blazz(blazz)
    case .unchecked: return try question.blazz(unchecked)
    case .lmdb:
      let answer = question.lmdb(lmdb)
      guard answer.code == 0 else { throw Self.failure("LMDB", answer.code) }
      result.walked = Int(answer.examined)
      return answer.hash
    case .sqlite:
      let answer = sqlite_peer_ask(sqlite, question.sqlite, question.subjects, question.subjects.count)
      try SQLiteLoader.check(answer.code, sqlite)
      return answer.hash
    }
  }

  /// How SQLite answers a question.
  func plan(_ question: Question) -> String {
    let plan = sqlite_peer_plan(sqlite, question.sqlite)!
    defer { free(plan) }
    return String(cString: plan)
  }
}

import CComparePeers
import Foundation

extension MariaPeer: ChangingPeer {
  private static func change(_ texts: [String], _ peer: OpaquePointer) throws -> [Double] {
    let texts = texts.map { strdup($0) }
    defer { for text in texts { free(text) } }
    let result = Series(Array(repeating: Subject(), count: texts.count)).run { series, run in
      texts.map { UnsafePointer($0) }.withUnsafeBufferPointer { maria_ask(peer, $0.baseAddress, 0, series, &run) }
    }
    try MariaFill.check(result.code, peer)
    return result.asking.nanoseconds
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    let sql = SQLText(change.sqlOfMaria)
    return try Self.change(subjects.map(sql.filled), peer)
  }

  /// One statement of many rows, as far as SQL has such.
  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    let sql = SQLText(change.sqlOfMaria)
    guard let values = change.sqlOfMaria.range(of: "VALUES ") else { return nil }
    let row = SQLText(String(change.sqlOfMaria[values.upperBound...]))
    let statements = stride(from: 0, to: subjects.count, by: 1_000).map { first in
      let rest = subjects[first..<min(first + 1_000, subjects.count)]
      return sql.filled(rest.first!) + rest.dropFirst().map { ", " + row.filled($0) }.joined()
    }
    return try Self.change(["BEGIN"] + statements + ["COMMIT"], peer).reduce(0, +)
  }

  /// A connection for each writer.
  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) throws -> Double? {
    let connections = try (0..<writers).map { _ in
      let peer = try server.connect()
      for sql in ["USE crm", "SET NAMES utf8mb4"] { try MariaFill.check(maria_run(peer, sql, sql.utf8.count), peer) }
      return peer
    }
    defer { for connection in connections { maria_close_peer(connection) } }
    let sql = SQLText(change.sqlOfMaria)
    let texts = subjects.map(sql.filled)
    nonisolated(unsafe) let handles = connections
    return try timed {
      try runOnThreads(writers) { writer in
        let own = stride(from: writer, to: texts.count, by: writers).map { texts[$0] }
        _ = try Self.change(own, handles[writer])
      }
    }
  }
}

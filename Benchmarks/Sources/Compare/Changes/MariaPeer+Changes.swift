import CComparePeers
import Foundation

extension MariaPeer: ChangingPeer {
  /// - Parameter texts: for each change as many as the last parameter says.
  private static func change(_ texts: [String], _ peer: OpaquePointer, each count: Int = 1) throws -> [Double] {
    let series = Series(Array(repeating: Subject(), count: texts.count / count))
    return try ask(texts, Array(repeating: 0, count: count), series, peer).nanoseconds
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    var texts = change.statements.map { SQLText($0.mariaSQL) }
    if texts.count > 1 { texts = [SQLText("BEGIN")] + texts + [SQLText("COMMIT")] }
    return try Self.change(subjects.flatMap { subject in texts.map { $0.filled(subject) } }, peer, each: texts.count)
  }

  /// One statement of many rows, as far as SQL has such.
  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    let text = change.statements[0].mariaSQL
    let sql = SQLText(text)
    guard let values = text.range(of: "VALUES ") else { return nil }
    let row = SQLText(String(text[values.upperBound...]))
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
    let sql = SQLText(change.statements[0].mariaSQL)
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

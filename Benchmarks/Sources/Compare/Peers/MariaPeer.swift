import BlazzDB
import CComparePeers
import Foundation
import TableStore

/// MariaDB over its socket, asked by text as applications ask; every column of every row is copied.
final class MariaPeer: Peer {
  let name = "MariaDB"
  let version: String
  let server: MariaServer
  private(set) var peer: OpaquePointer
  private var isConnected = true

  /// - Parameter blazz: the store whose rows it gets.
  init(_ folder: URL, of blazz: Blazz, poolBytes: Int, _ report: (String) -> Void) throws {
    server = try MariaServer(folder, poolBytes: poolBytes)
    do {
      peer = try server.connect()
      try MariaFill.make(peer, of: blazz, report)
    } catch {
      server.stop()
      throw error
    }
    version = String(cString: maria_version_text(peer))
  }

  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking? {
    guard question.repeats == 1 else { return nil }
    let texts = question.statements.map { SQLText($0.mariaSQL) }
    return try Self.ask(
      // Making the texts is left out of the times.
      subjects.flatMap { subject in texts.map { $0.filled(subject) } }, question.statements.map(\.answer.hashed),
      Series(question, subjects, limitNanoseconds: limitNanoseconds), peer)
  }

  /// - Parameters:
  ///   - texts: for each subject as many as there are kinds of answers.
  ///   - hashed: what the hash takes of each.
  static func ask(_ texts: [String], _ hashed: [Int32], _ series: Series, _ peer: OpaquePointer) throws -> Asking {
    let texts = texts.map { strdup($0) }
    defer { for text in texts { free(text) } }
    let (code, asking) = series.run { series, run in
      texts.map { UnsafePointer($0) }.withUnsafeBufferPointer {
        maria_ask(peer, $0.baseAddress, hashed, hashed.count, series, &run)
      }
    }
    try MariaFill.check(code, peer)
    return asking
  }

  func run(_ sql: String) throws { try MariaFill.check(maria_run(peer, sql, sql.utf8.count), peer) }

  /// Stops the server and starts it again, with what `between` does meanwhile; waits until it answers.
  func restart(_ between: () throws -> Void) throws {
    close()
    try between()
    try server.start()
    peer = try server.connect()
    isConnected = true
    for sql in ["USE crm", "SET NAMES utf8mb4"] { try run(sql) }
  }

  func bytes() throws -> (all: Int, chats: Int?) {
    (server.bytes(of: "crm"), server.bytes(of: "crm", table: "chats."))
  }

  func close() {
    if isConnected { maria_close_peer(peer) }
    isConnected = false
    server.stop()
  }
}

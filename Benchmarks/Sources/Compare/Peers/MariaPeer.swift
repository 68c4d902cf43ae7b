import BlazzDB
import CComparePeers
import Foundation
import TableStore

/// MariaDB over its socket, asked by text as applications ask; every column of every row is copied.
final class MariaPeer: Peer {
  let name = "MariaDB"
  let version: String
  let server: MariaServer
  let peer: OpaquePointer

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
    let sql = SQLText(question.mariaSQL ?? question.sql)
    // Making the texts is left out of the times.
    let texts = subjects.map { strdup(sql.filled($0)) }
    defer { for text in texts { free(text) } }
    let isCounts = if case .counts = question.answer { Int32(1) } else { Int32(0) }
    let (code, asking) = Series(question, subjects, limitNanoseconds: limitNanoseconds).run { series, run in
      texts.map { UnsafePointer($0) }.withUnsafeBufferPointer {
        maria_ask(peer, $0.baseAddress, isCounts, series, &run)
      }
    }
    try MariaFill.check(code, peer)
    return asking
  }

  func bytes() throws -> (all: Int, chats: Int?) {
    (server.bytes(of: "crm"), server.bytes(of: "crm", table: "chats."))
  }

  func close() {
    maria_close_peer(peer)
    server.stop()
  }
}

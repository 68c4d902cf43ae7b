import CComparePeers
import Foundation

/// Bare LMDB in C over the bytes of a store: what a question costs when nothing is checked, planned or decoded.
final class FloorPeer: Peer {
  let name = "LMDB"
  let version = String(cString: floor_version()).replacing("LMDB ", with: "")
  let path: String
  /// What the next row that is put is made of.
  var nextRow: UInt64 = 1 << 40
  private(set) var peer: OpaquePointer?

  /// - Parameter path: a store, or a copy of one, that this process has not open otherwise.
  init(_ path: String) throws {
    self.path = path
    var code: Int32 = 0
    peer = floor_open(path, &code)
    guard code == 0 else { throw failure(name, "\(path) cannot be opened, code \(code)") }
  }

  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking? {
    guard let floor = question.floor else { return nil }
    let (code, asking) = Series(question, subjects, limitNanoseconds: limitNanoseconds).run { series, run in
      floor_ask(peer, floor, series, &run)
    }
    guard code == 0 else { throw failure(name, "“\(question.name)” ends with code \(code)") }
    return asking
  }

  func bytes() throws -> (all: Int, chats: Int?) { (try fileBytes(path), peer.map { floor_chat_bytes($0) }) }

  func close() {
    if let peer { floor_close(peer) }
    peer = nil
  }
}

/// The length of a file.
func fileBytes(_ path: String) throws -> Int {
  try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
}

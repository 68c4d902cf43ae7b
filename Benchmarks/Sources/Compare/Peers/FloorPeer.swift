import CComparePeers
import Foundation

/// Bare LMDB in C over the bytes of a store: what a question costs when nothing is checked, planned or decoded.
final class FloorPeer: Peer {
  let name = "LMDB"
  let version = String(cString: floor_version()).replacing("LMDB ", with: "")
  let path: String
  /// The store, open for reading, until it is opened for writing.
  private(set) var peer: OpaquePointer?
  private var openWriter: OpaquePointer?

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

  /// The store, open for writing: a process opens a file once.
  func writer() throws -> OpaquePointer {
    if let openWriter { return openWriter }
    close()
    var code: Int32 = 0
    openWriter = floor_writer_open(path, &code)
    guard let openWriter else { throw failure(name, "\(path) cannot be opened for writing, code \(code)") }
    return openWriter
  }

  func close() {
    if let peer { floor_close(peer) }
    if let openWriter { floor_writer_close(openWriter) }
    (peer, openWriter) = (nil, nil)
  }
}

/// The length of a file.
func fileBytes(_ path: String) throws -> Int {
  try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
}

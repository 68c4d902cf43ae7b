internal import Foundation
internal import LMDB

/// The file beside a store in which a repair keeps what it takes out: a JSON line for each entry, its bytes in
/// hexadecimal. An import keeps there, in lines of its own, what a dump has that no column holds.
final class AsideFile {
  let path: String
  private var lines: [UInt8] = []
  private(set) var lineCount = 0

  /// - Parameter store: the store's file.
  init(store: String) { path = store + ".aside.jsonl" }

  /// Lines are written from so many bytes on, before anybody asks.
  private static let bufferBytes = 4 << 20

  /// Keeps an entry.
  func append(table: String, key: RawSpan, value: RawSpan, reason: String) throws {
    lines += Array("{\"repair\":\(Self.quoted(table)),\"key\":\"".utf8)
    Self.append(hexOf: key, to: &lines)
    lines += Array("\",\"bytes\":\"".utf8)
    Self.append(hexOf: value, to: &lines)
    lines += Array("\",\"reason\":\(Self.quoted(reason))}\n".utf8)
    lineCount += 1
    if lines.count > Self.bufferBytes { try flush() }
  }

  /// Brings what was appended to the disk; throws, and keeps it for the next time, where that cannot be.
  func flush() throws {
    guard !lines.isEmpty else { return }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    var start = 0
    while start < lines.count {
      let written = lines[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure }
      start += written
    }
    guard fsync(descriptor) == 0 else { throw failure }
    lines.removeAll(keepingCapacity: true)
  }

  private var failure: StoreError {
    StoreError(
      .system,
      "what is set aside cannot be written to \(path): \(String(cString: strerror(errno))); nothing was removed")
  }

  private static func append(hexOf bytes: RawSpan, to line: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.withUnsafeBytes { bytes in
      for byte in bytes {
        line.append(digits[Int(byte >> 4)])
        line.append(digits[Int(byte & 15)])
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20: " "
      default: String(scalar)
      }
    }
    return "\"\(inner.joined())\""
  }
}

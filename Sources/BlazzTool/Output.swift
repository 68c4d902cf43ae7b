internal import Foundation
internal import TableStore

/// Whoever read the output has gone away.
struct OutputClosed: Error {}

/// Standard output, gathered into large writes.
struct Output: ~Copyable {
  private var buffer: [UInt8] = []

  /// Appends text.
  mutating func write(_ text: String) throws { try write(text.utf8) }

  /// Appends bytes.
  mutating func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Passes on what was gathered.
  mutating func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try Self.pass(buffer)
  }

  /// Writes a line to standard error.
  static func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Writes at once.
  static func pass(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { writeOut($0) }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        throw OutputClosed()
      } else if errno != EINTR {
        throw StoreError(.system, "the output cannot be written: \(String(cString: strerror(errno)))")
      }
    }
  }
}

/// Apart from `Output`, whose own `write` would be taken for the system's.
private func writeOut(_ bytes: UnsafeRawBufferPointer) -> Int { write(STDOUT_FILENO, bytes.baseAddress, bytes.count) }

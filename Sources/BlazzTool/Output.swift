internal import Foundation

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

  /// Writes at once.
  static func pass(_ bytes: [UInt8]) throws {
    do { try FileHandle.standardOutput.write(contentsOf: bytes) } catch { throw OutputClosed() }
  }
}

internal import Foundation

/// What tells a dump from others in the files of kept rows: the file's name, and a hash of its size and beginning.
struct DumpIdentity {
  /// How much of the file is hashed.
  private static let headBytes = 1 << 20

  /// Such as `crm.sql.gz#5f0c1d9a77e2b340`.
  let name: String

  /// Looks at the file at `path`, which must be one that can be read again.
  init(path: String) throws(DumpError) {
    let file = try FileSource(path: path)
    guard let size = file.totalBytes else {
      throw file.failure(.unreadableFile, "it is no ordinary file, and an import reads a dump several times")
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    // FNV-1a, 64 bits: the same on every machine.
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: size >> shift)) }
    for byte in try file.peek(Self.headBytes).prefix(Self.headBytes) { add(byte) }
    let digits = String(hash, radix: 16)
    name =
      URL(filePath: path).lastPathComponent + "#" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

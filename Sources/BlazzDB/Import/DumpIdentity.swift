internal import Foundation

/// What tells a dump from others in the files of kept rows: the file's name, and a hash of its bytes.
struct DumpIdentity {
  private static let chunkBytes = 1 << 20

  /// Such as `crm.sql.gz#5f0c1d9a77e2b340`.
  let name: String

  /// Reads the file at `path`, which must be one that can be read again.
  init(path: String) throws(DumpError) {
    let file = try FileSource(path: path)
    guard let size = file.totalBytes else {
      throw file.failure(.unreadableFile, "it is no ordinary file, and an import reads a dump several times")
    }
    // FNV-1a, 64 bits, over words and what is left of them: the same on every machine.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ word: UInt64) { hash = (hash ^ word) &* 0x0000_0100_0000_01B3 }
    add(UInt64(size))
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      while let chunk = try handle.read(upToCount: Self.chunkBytes), !chunk.isEmpty {
        chunk.withUnsafeBytes { bytes in
          let words = bytes.count / 8
          for index in 0..<words {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)))
          }
          for byte in bytes[(words * 8)...] { add(UInt64(byte)) }
        }
      }
    } catch { throw file.failure(.unreadableFile, "\(error.localizedDescription)") }
    let digits = String(hash, radix: 16)
    name =
      URL(filePath: path).lastPathComponent + "#" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

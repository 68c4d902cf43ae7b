internal import LMDB
internal import UnicodeText

extension SQLValue {
  /// Bytes as an element: behind NULL, and telling their own end.
  static func bytesKey(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    [0x01] + bytes.flatMap { $0 == 0 ? [0, 0xFF] : [$0] } + [0, 0]
  }

  static func textKey(_ text: String, _ collation: Collation) -> [UInt8] {
    switch collation {
    case .unicodeCI: return UnicodeCI.key(of: text)
    case .binary: return binaryKey(Array(text.utf8))
    }
  }

  /// utf8mb4_bin, PAD SPACE: a text goes on with spaces for ever, so what follows a run of spaces, or the end, decides
  /// whether it sorts before (1), as (2) or behind (3) endless spaces.
  private static func binaryKey(_ text: [UInt8]) -> [UInt8] {
    let space: UInt8 = 0x20
    var key: [UInt8] = [0x01]
    var run = 0
    for byte in text {
      if byte == space {
        run += 1
        continue
      }
      for _ in 0..<run { key += [space, byte < space ? 1 : 3] }
      run = 0
      key.append(byte)
    }
    return key + [space, 2]
  }
}

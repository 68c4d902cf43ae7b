/// A canonical UUID in lower case, as 16 bytes: `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
@usableFromInline struct PackedUUID {
  private var bytes: (UInt64, UInt64) = (0, 0)

  /// `nil` unless `text` is exactly 36 characters in the canonical form, so that unpacking gives the same bytes back.
  init?(canonical text: UnsafeRawBufferPointer) {
    guard text.count == 36 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in text.enumerated() {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      if index < 18 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
    }
    bytes = (high.bigEndian, low.bigEndian)
  }

  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    withUnsafeBytes(of: bytes, body)
  }

  /// Writes the 36 characters of 16 packed bytes.
  @inlinable static func unpack(_ packed: UnsafeRawBufferPointer, into text: UnsafeMutablePointer<UInt8>) {
    var out = text
    for index in 0..<16 {
      if index == 4 || index == 6 || index == 8 || index == 10 {
        out.pointee = 0x2D
        out += 1
      }
      let byte = packed[index]
      out[0] = digit(byte &>> 4)
      out[1] = digit(byte & 15)
      out += 2
    }
  }

  @inlinable static func digit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 &+ nibble : 0x57 &+ nibble }
}

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

  /// The text of 16 packed bytes.
  @inlinable static func string(of packed: UnsafeRawBufferPointer) -> String {
    withText(of: packed) { String(ascii: $0) }
  }

  /// Lends the text of 16 packed bytes.
  @inlinable static func withText<Result>(
    of packed: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { text in
      unpack(packed, into: text.baseAddress.unsafelyUnwrapped)
      return body(UnsafeRawBufferPointer(text))
    }
  }

  /// Writes the 36 characters of 16 packed bytes.
  @inlinable static func unpack(_ packed: UnsafeRawBufferPointer, into text: UnsafeMutablePointer<UInt8>) {
    precondition(packed.count == 16, "a packed UUID has 16 bytes")
    let out = UnsafeMutableRawPointer(text)
    let words = packed.baseAddress.unsafelyUnwrapped
    let (first, second) = (hexDigits(words), hexDigits(words + 4))
    let (third, fourth) = (hexDigits(words + 8), hexDigits(words + 12))
    out.storeBytes(of: first, toByteOffset: 0, as: UInt64.self)
    out.storeBytes(of: UInt32(truncatingIfNeeded: second), toByteOffset: 9, as: UInt32.self)
    out.storeBytes(of: UInt32(truncatingIfNeeded: second &>> 32), toByteOffset: 14, as: UInt32.self)
    out.storeBytes(of: UInt32(truncatingIfNeeded: third), toByteOffset: 19, as: UInt32.self)
    out.storeBytes(of: UInt32(truncatingIfNeeded: third &>> 32), toByteOffset: 24, as: UInt32.self)
    out.storeBytes(of: fourth, toByteOffset: 28, as: UInt64.self)
    text[8] = 0x2D
    text[13] = 0x2D
    text[18] = 0x2D
    text[23] = 0x2D
  }

  /// The eight lower-case digits of four bytes as they lie in text: all at once, a byte a digit.
  @inlinable @inline(__always)
  static func hexDigits(_ bytes: UnsafeRawPointer) -> UInt64 {
    var nibbles = UInt64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
    nibbles = (nibbles &<< 16 | nibbles) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles &<< 8 | nibbles) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles &<< 4 | nibbles) & 0x0F0F_0F0F_0F0F_0F0F
    let isLetter = ((nibbles &+ 0x0606_0606_0606_0606) &>> 4) & 0x0101_0101_0101_0101
    return (nibbles &+ 0x3030_3030_3030_3030 &+ isLetter &* 0x27).bigEndian
  }
}

/// A number's key element in parts: a tag that tells sign and length, and as few big-endian bytes as the number needs;
/// below zero, both are complemented. See docs/format.md, "Key elements".
struct NumberElement {
  let tag: UInt8
  /// The bytes behind the tag are its lowest ones.
  let body: UInt128
  /// How many they are, 0…16.
  let byteCount: Int

  init(_ value: Int128) {
    let isNegative = value < 0
    let magnitude = UInt128(bitPattern: isNegative ? ~value : value)
    byteCount = (135 - magnitude.leadingZeroBitCount) / 8
    tag = isNegative ? 0x7F - UInt8(byteCount) : 0x80 + UInt8(byteCount)
    body = isNegative ? ~magnitude : magnitude
  }

  /// The bytes behind the tag, in order.
  func byte(at place: Int) -> UInt8 { UInt8(truncatingIfNeeded: body >> UInt128((byteCount - 1 - place) * 8)) }

  /// The element, the tag included.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount + 1)
    append(to: &bytes)
    return bytes
  }

  /// Puts the element behind others.
  func append(to key: inout [UInt8]) {
    key.append(tag)
    for place in 0..<byteCount { key.append(byte(at: place)) }
  }
}

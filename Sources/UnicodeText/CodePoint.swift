/// One code point read from UTF-8, and the number of bytes it takes there.
package struct CodePoint {
  /// A scalar value; above U+10FFFF it stands for an invalid byte.
  package let value: UInt32

  /// How many bytes it takes, 1 to 4.
  package let byteCount: Int

  private static let firstInvalid: UInt32 = 0x11_0000

  /// Reads the code point at `offset`, which must be below the count of `bytes`. A byte that begins no complete
  /// sequence is a code point of its own, so that every byte that is not a continuation begins a code point.
  @inline(__always)
  package init(in bytes: UnsafeRawBufferPointer, at offset: Int) {
    let lead = bytes[offset]
    if lead < 0x80 {
      self.init(value: UInt32(lead), byteCount: 1)
    } else {
      self.init(lead: lead, in: bytes, at: offset)
    }
  }

  /// Whether the bytes are UTF-8 of a scalar value: neither an invalid byte nor a surrogate, and not a longer sequence
  /// than the value needs.
  package var isScalar: Bool {
    switch byteCount {
    case 3: value >= 0x800 && value & 0x1F_F800 != 0xD800
    case 4: value >= 0x1_0000 && value < Self.firstInvalid
    default: value < Self.firstInvalid
    }
  }

  private init(value: UInt32, byteCount: Int) {
    self.value = value
    self.byteCount = byteCount
  }

  @inline(__always)
  private init(lead: UInt8, in bytes: UnsafeRawBufferPointer, at offset: Int) {
    let available = bytes.count - offset
    func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset + index]) ^ 0x80 }
    if lead >= 0xE0, lead < 0xF0, available > 2 {
      let (second, third) = (tail(1), tail(2))
      if second | third < 0x40 {
        self.init(value: UInt32(lead & 0x0F) << 12 | second << 6 | third, byteCount: 3)
        return
      }
    } else if lead >= 0xC2, lead < 0xE0, available > 1 {
      let second = tail(1)
      if second < 0x40 {
        self.init(value: UInt32(lead & 0x1F) << 6 | second, byteCount: 2)
        return
      }
    } else if lead >= 0xF0, lead < 0xF5, available > 3 {
      let (second, third, fourth) = (tail(1), tail(2), tail(3))
      if second | third | fourth < 0x40 {
        self.init(value: UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | fourth, byteCount: 4)
        return
      }
    }
    self.init(value: Self.firstInvalid + UInt32(lead), byteCount: 1)
  }
}

extension UnsafeRawBufferPointer {
  /// The greatest offset at or below `offset` at which a code point begins.
  package func codePointStart(atOrBefore offset: Int) -> Int {
    var start = offset
    while start > 0, start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

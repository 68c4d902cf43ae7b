extension UnicodeCI {
  /// The number of code points of `text`, as the n of varchar(n) counts them. `text` is valid UTF-8.
  package static func codePointCount(_ text: RawSpan) -> Int {
    text.withUnsafeBytes { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
      return count
    }
  }

  /// The offset in bytes of the code point number `index` (from 0) of `text`; the byte count of `text` where it has
  /// `index` code points or fewer. `text` is valid UTF-8, `index` not negative.
  package static func byteOffset(ofCodePoint index: Int, in text: RawSpan) -> Int {
    precondition(index >= 0, "a negative number of code points")
    return text.withUnsafeBytes { bytes in
      guard index < bytes.count else { return bytes.count }
      var left = index
      for offset in 0..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left &-= 1
      }
      return bytes.count
    }
  }
}

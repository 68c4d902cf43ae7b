/// What the engine asks of UTF-8 bytes.
package enum UTF8Text {
  /// Whether the bytes are well-formed UTF-8.
  package static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    return isASCII || (try? UTF8Span(validating: bytes.assumingMemoryBound(to: UInt8.self).span)) != nil
  }

  /// Code points of well-formed UTF-8.
  static func codePointCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether all bytes are ASCII.
  @inlinable var isASCII: Bool {
    var bits: UInt64 = 0
    var place = 0
    while place &+ 8 <= count {
      bits |= loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place &+= 8
    }
    while place < count {
      bits |= UInt64(self[place])
      place &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}

extension String {
  /// The text of bytes that are known to be UTF-8, which is not checked again.
  @inlinable init(utf8 bytes: UnsafeRawBufferPointer) { self.init(bytes, isASCII: bytes.isASCII) }

  /// The text of bytes that are known to be ASCII.
  @inlinable init(ascii bytes: UnsafeRawBufferPointer) { self.init(bytes, isASCII: true) }

  @inlinable init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool) {
    let units = Span(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self))
    self.init(copying: UTF8Span(unchecked: units, isKnownASCII: isASCII))
  }

  /// Lends the text's UTF-8.
  @inline(__always)
  func withUTF8Bytes<Result, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> Result
  ) throws(E) -> Result {
    try utf8Span.span.bytes.withUnsafeBytes(body)
  }
}

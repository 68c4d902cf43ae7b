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

extension String {
  /// Lends the text's UTF-8.
  @inline(__always)
  func withUTF8Bytes<Result, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> Result
  ) throws(E) -> Result {
    try utf8Span.span.bytes.withUnsafeBytes(body)
  }
}

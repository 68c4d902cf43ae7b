extension UnicodeCI {
  /// Writes the key of `text` and `end` to the start of `buffer`, as far as whole units fit; nothing is allocated.
  /// Bytes of `buffer` behind those that the result counts may be overwritten, bytes outside never are.
  package static func encode(_ text: RawSpan, into buffer: UnsafeMutableRawBufferPointer) -> KeyResult {
    text.withUnsafeBytes { source in
      var writer = KeyWriter(source: source, output: buffer)
      return writer.write()
    }
  }

  /// As `encode(_:into:)`, of the first `codePointCount` code points of `text` only: an index on a column's prefix,
  /// MySQL's `col(10)`.
  package static func encode(
    _ text: RawSpan, prefix codePointCount: Int, into buffer: UnsafeMutableRawBufferPointer
  ) -> KeyResult {
    encode(text.extracting(first: byteOffset(ofCodePoint: codePointCount, in: text)), into: buffer)
  }

  /// The whole key of `text` with its `end`, however long.
  package static func key(of text: RawSpan) -> [UInt8] {
    var capacity = text.byteCount + 8
    while true {
      var isComplete = false
      let key = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        if case .complete(let byteCount) = encode(text, into: UnsafeMutableRawBufferPointer(buffer)) {
          isComplete = true
          count = byteCount
        }
      }
      if isComplete { return key }
      capacity *= 2
    }
  }

  /// The whole key of `text` with its `end`, however long.
  package static func key(of text: String) -> [UInt8] {
    key(of: text.utf8Span.span.bytes)
  }

  /// The units of `text` without `end` and without its trailing spaces: the bytes with which the key of every text
  /// begins that LIKE finds with `text` as the part before the first wildcard.
  package static func keyPrefix(of text: RawSpan) -> [UInt8] {
    key(of: text).dropLast()
  }
}

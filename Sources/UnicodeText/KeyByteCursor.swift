/// Yields the key bytes of a text one by one, every space as the one before a higher weight: with that byte as pad,
/// the order of two such rows of bytes is the order of the texts.
struct KeyByteCursor {
  private let source: UnsafeRawBufferPointer
  private var entry = CollationEntry(rawValue: 0)
  private var index = 0

  /// The offset of the first code point of which no byte was yielded.
  var position: Int

  init(source: UnsafeRawBufferPointer, position: Int) {
    self.source = source
    self.position = position
  }

  /// Whether the next byte is the first of a code point.
  @inline(__always)
  var isAtCodePoint: Bool { index == entry.byteCount }

  /// The next byte; nil at the end of the text.
  mutating func next() -> UInt8? {
    while index == entry.byteCount {
      guard position < source.count else { return nil }
      let codePoint = CodePoint(in: source, at: position)
      position += codePoint.byteCount
      entry = CollationEntry(of: codePoint.value)
      index = 0
    }
    defer { index += 1 }
    return entry.byte(index)
  }
}

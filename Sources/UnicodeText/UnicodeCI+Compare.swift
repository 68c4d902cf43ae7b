internal import CUnicodeWeights

extension UnicodeCI {
  /// -1, 0 or 1: whether `left` sorts before, with or after `right`. Nothing is allocated.
  package static func compare(_ left: RawSpan, _ right: RawSpan) -> Int {
    left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in compare(left, right) }
    }
  }

  /// Whether `left` and `right` are equal under the collation: MySQL's `=`.
  package static func equal(_ left: RawSpan, _ right: RawSpan) -> Bool {
    compare(left, right) == 0
  }

  private static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let shared = left.codePointStart(atOrBefore: right.codePointStart(atOrBefore: left.sharedPrefixCount(with: right)))
    var leftCursor = KeyByteCursor(source: left, position: shared)
    var rightCursor = KeyByteCursor(source: right, position: shared)
    let keys = blazz_ci_plain_key_table()
    let pad = CollationEntry.space.byte(0)
    while true {
      if leftCursor.isAtCodePoint, rightCursor.isAtCodePoint {
        while leftCursor.position < left.count, rightCursor.position < right.count {
          let leftKey = keys[Int(left[leftCursor.position])]
          let rightKey = keys[Int(right[rightCursor.position])]
          guard leftKey != 0, rightKey != 0 else { break }
          if leftKey != rightKey { return leftKey < rightKey ? -1 : 1 }
          leftCursor.position += 1
          rightCursor.position += 1
        }
      }
      let leftByte = leftCursor.next()
      let rightByte = rightCursor.next()
      if leftByte == nil, rightByte == nil { return 0 }
      let (leftKey, rightKey) = (leftByte ?? pad, rightByte ?? pad)
      if leftKey != rightKey { return leftKey < rightKey ? -1 : 1 }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The number of bytes that begin both buffers alike.
  @inline(__always)
  func sharedPrefixCount(with other: UnsafeRawBufferPointer) -> Int {
    let limit = Swift.min(count, other.count)
    var offset = 0
    while limit - offset >= 8 {
      let difference =
        UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        ^ UInt64(littleEndian: other.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if difference != 0 { return offset + difference.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < limit, self[offset] == other[offset] { offset += 1 }
    return offset
  }
}

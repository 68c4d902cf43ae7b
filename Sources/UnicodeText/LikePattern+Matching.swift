extension LikePattern {
  /// Whether `text` is LIKE the pattern. At most the number of code points times the number of elements steps:
  /// after a mismatch only the last `%` takes one code point more, for an earlier one could not do better.
  package func matches(_ text: RawSpan) -> Bool {
    text.withUnsafeBytes { bytes in
      elements.withUnsafeBufferPointer { elements in Self.matches(bytes, elements) }
    }
  }

  private static func matches(
    _ text: UnsafeRawBufferPointer, _ elements: UnsafeBufferPointer<Element>
  ) -> Bool {
    var offset = 0
    var index = 0
    var retryIndex: Int?
    var retryOffset = 0
    while offset < text.count {
      if index < elements.count, elements[index] == .anyRun {
        index += 1
        if index == elements.count { return true }
        (retryIndex, retryOffset) = (index, offset)
        continue
      }
      let codePoint = CodePoint(in: text, at: offset)
      if index < elements.count, matches(codePoint.value, elements[index]) {
        index += 1
        offset += codePoint.byteCount
      } else if let start = retryIndex {
        retryOffset += CodePoint(in: text, at: retryOffset).byteCount
        (index, offset) = (start, retryOffset)
      } else {
        return false
      }
    }
    return index == elements.count || (index == elements.count - 1 && elements[index] == .anyRun)
  }

  @inline(__always)
  private static func matches(_ codePoint: UInt32, _ element: Element) -> Bool {
    guard case .literal(let literal, let entry) = element else { return true }
    if codePoint == literal { return true }
    guard let entry else { return false }
    return CollationEntry.tabled(codePoint) == entry
  }
}

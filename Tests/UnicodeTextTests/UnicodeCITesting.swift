import UnicodeText

/// The calls on spans, for arguments that a test can name.
func compareTexts(_ left: String, _ right: String) -> Int {
  UnicodeCI.compare(left.utf8Span.span.bytes, right.utf8Span.span.bytes)
}

func matches(_ text: String, _ pattern: String, escape: Unicode.Scalar? = "\\") -> Bool {
  LikePattern(pattern: pattern, escape: escape).matches(text.utf8Span.span.bytes)
}

/// -1, 0 or 1, as memcmp orders the bytes; a prefix comes first.
func compareBytes(_ left: [UInt8], _ right: [UInt8]) -> Int {
  if left == right { return 0 }
  return left.lexicographicallyPrecedes(right) ? -1 : 1
}

/// Encodes into a buffer of `capacity` bytes between two guards, and requires the guards to be whole.
func encode(_ text: [UInt8], capacity: Int, prefix: Int? = nil) -> (result: UnicodeCI.KeyResult, bytes: [UInt8]) {
  let guardCount = 8
  var memory = [UInt8](repeating: 0xA5, count: capacity + 2 * guardCount)
  let result = memory.withUnsafeMutableBytes { memory in
    let buffer = UnsafeMutableRawBufferPointer(rebasing: memory[guardCount..<guardCount + capacity])
    guard let prefix else { return UnicodeCI.encode(text.span.bytes, into: buffer) }
    return UnicodeCI.encode(text.span.bytes, prefix: prefix, into: buffer)
  }
  let intact = [UInt8](repeating: 0xA5, count: guardCount)
  precondition(memory.prefix(guardCount) == intact[...] && memory.suffix(guardCount) == intact[...], "wrote outside")
  let count: Int
  switch result {
  case .complete(let byteCount): count = byteCount
  case .truncated(let byteCount, _): count = byteCount
  }
  return (result, Array(memory[guardCount..<guardCount + count]))
}

import TestSupport
import Testing
import UnicodeText

@Suite struct UnicodeCIInvalidTextTests {
  // Bytes that are no UTF-8: the same result twice, compare and keys agree, and nothing outside is touched.
  @Test func invalidBytesAreSafeAndDeterministic() {
    var random = SeededRandom(for: "invalidBytesAreSafeAndDeterministic")
    for _ in 0..<100_000 {
      let left = bytes(&random)
      let right = Bool.random(using: &random) ? changed(left, &random) : bytes(&random)
      let (leftKey, rightKey) = (UnicodeCI.key(of: left.span.bytes), UnicodeCI.key(of: right.span.bytes))
      #expect(UnicodeCI.compare(left.span.bytes, right.span.bytes) == compareBytes(leftKey, rightKey))
      let capacity = Int.random(in: 0...leftKey.count, using: &random)
      #expect(
        encode(left, capacity: capacity).bytes[...] == leftKey.prefix(encode(left, capacity: capacity).bytes.count))
      #expect(UnicodeCI.endOfKey(in: leftKey.span.bytes, at: 0) == leftKey.count)
      #expect(UnicodeCI.compare(left.span.bytes, left.span.bytes) == 0)
      let pattern = LikePattern(utf8: right.span.bytes)
      _ = pattern.matches(left.span.bytes)
      _ = UnicodeCI.endOfKey(in: left.span.bytes, at: 0)
      _ = encode(left, capacity: 8, prefix: 3)
    }
  }

  private func bytes(_ random: inout SeededRandom) -> [UInt8] {
    if Bool.random(using: &random) { return changed(Array(random.text(maximum: 8).utf8), &random) }
    return (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private func changed(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    guard !bytes.isEmpty else { return [0xC3] }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes.removeLast()
    case 1: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x80...0xFF, using: &random)
    default: bytes.insert(0xBF, at: Int.random(in: 0...bytes.count, using: &random))
    }
    return bytes
  }
}

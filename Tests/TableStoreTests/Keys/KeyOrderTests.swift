import TestSupport
import Testing

@testable import TableStore

/// Keys are compared a word at a time; they order as their bytes do.
@Suite struct KeyOrderTests {
  @Test func wordsOrderLikeBytes() {
    var random = SeededRandom(for: "pairs of keys")
    for _ in 0..<50_000 {
      let shared = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        random.pick([UInt8(0x00), 0x01, 0x7F, 0x80, 0xFF])
      }
      let (left, right) = (shared + tail(&random), shared + tail(&random))
      let order = left.span.bytes.compare(right.span.bytes)
      #expect(order.signum() == expected(left, right), "\(left) and \(right)")
    }
  }

  private func tail(_ random: inout SeededRandom) -> [UInt8] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick([UInt8(0x00), 0x01, 0x7F, 0x80, 0xFF]) }
  }

  private func expected(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left.lexicographicallyPrecedes(right) { return -1 }
    return right.lexicographicallyPrecedes(left) ? 1 : 0
  }
}

/// A set of numbers that lie near each other, as AUTO_INCREMENT makes them: a bit each, in blocks of 512.
///
/// A number far from all others takes some 100 bytes.
struct IDSet {
  private static let blockBits: UInt64 = 9
  private static let blockWords = 8

  private var words: [UInt64] = []
  /// By the upper bits of its numbers, where a block begins in `words`.
  private var blocks: [UInt64: Int] = [:]
  /// The block that was looked at last.
  private var last: (block: UInt64, start: Int) = (.max, 0)

  /// Forgets all numbers.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    last = (.max, 0)
  }

  mutating func insert(_ number: UInt64) {
    if !find(number >> Self.blockBits) {
      last = (number >> Self.blockBits, words.count)
      blocks[last.block] = last.start
      for _ in 0..<Self.blockWords { words.append(0) }
    }
    words[last.start + Int(number >> 6 & 7)] |= 1 << (number & 63)
  }

  /// Mutating, because it keeps in mind where it looked.
  mutating func contains(_ number: UInt64) -> Bool {
    find(number >> Self.blockBits) && words[last.start + Int(number >> 6 & 7)] & 1 << (number & 63) != 0
  }

  @inline(__always)
  private mutating func find(_ block: UInt64) -> Bool {
    if last.block == block && !words.isEmpty { return true }
    guard let start = blocks[block] else { return false }
    last = (block, start)
    return true
  }
}

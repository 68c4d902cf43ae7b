/// Searches that look at eight bytes at a time: long strings make up most of a dump.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first index in `start..<end` that holds `first` or `second`, or `end`.
  static func firstIndex(
    of first: UInt8, or second: UInt8, in bytes: UnsafeRawPointer, from start: Int, to end: Int
  ) -> Int {
    let firstPattern = ones &* UInt64(first)
    let secondPattern = ones &* UInt64(second)
    var index = start
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let hits = zeroBytes(word ^ firstPattern) | zeroBytes(word ^ secondPattern)
      if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      if byte == first || byte == second { return index }
      index &+= 1
    }
    return end
  }

  /// How often `byte` occurs in `start..<end`.
  static func count(of byte: UInt8, in bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    let pattern = ones &* UInt64(byte)
    var count = 0
    var index = start
    while index &+ 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
      // Unlike `zeroBytes`, exact in every byte: no carry leaves its byte.
      count &+= (~(((word & ~highBits) &+ ~highBits) | word) & highBits).nonzeroBitCount
      index &+= 8
    }
    while index < end {
      if bytes.load(fromByteOffset: index, as: UInt8.self) == byte { count &+= 1 }
      index &+= 1
    }
    return count
  }

  /// A word whose lowest set high bit marks the first zero byte of `word`; later marks may be wrong.
  private static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }
}

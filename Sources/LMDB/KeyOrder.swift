#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The order of keys, as LMDB has it, for keys that wait to be put.
enum KeyOrder {
  /// The first 16 bytes of a key as a number, by which most comparisons end; missing ones count as 0.
  @inline(__always)
  static func head(_ key: UnsafeRawPointer, _ count: Int) -> UInt128 {
    if count >= 16 { return UInt128(bigEndian: key.loadUnaligned(as: UInt128.self)) }
    var head: UInt128 = 0
    for offset in 0..<16 {
      head = head << 8 | UInt128(offset < count ? key.load(fromByteOffset: offset, as: UInt8.self) : 0)
    }
    return head
  }

  /// Whether the left key comes before the right one, where their heads are equal.
  @inline(__always)
  static func precedes(
    _ left: UnsafeRawPointer, _ leftCount: Int, _ right: UnsafeRawPointer, _ rightCount: Int
  ) -> Bool {
    let order = memcmp(left, right, min(leftCount, rightCount))
    return order != 0 ? order < 0 : leftCount < rightCount
  }
}

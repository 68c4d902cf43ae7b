/// A keyed hash of stored entries. The key is made anew for each look at a store, so that no fault can hide behind it.
///
/// Words are multiplied to 128 bits and folded, as wyhash does it: one multiplication for 16 bytes.
struct EntryHash: Sendable {
  private let first = UInt64.random(in: .min ... .max)
  private let second = UInt64.random(in: .min ... .max)
  private let third = UInt64.random(in: .min ... .max)
  private let fourth = UInt64.random(in: .min ... .max)

  /// The hash of some bytes, which differs with `seed`.
  @inline(__always)
  func of(_ bytes: RawSpan, seed: UInt64 = 0) -> UInt64 { bytes.withUnsafeBytes { of($0, seed: seed) } }

  /// The hash of some bytes, which differs with `seed`.
  func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    let count = bytes.count
    // Folded first: a seed must not be made up for by a bit of the bytes.
    var state = Self.fold(seed ^ third, fourth) ^ first
    var (low, high): (UInt64, UInt64) = (0, 0)
    if count >= 16 {
      var place = 0
      while place &+ 16 < count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        state = Self.fold(word ^ second, bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self) ^ state)
        place &+= 16
      }
      low = bytes.loadUnaligned(fromByteOffset: count &- 16, as: UInt64.self)
      high = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 8 {
      low = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      high = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else {
      for byte in bytes { low = low << 8 | UInt64(byte) }
    }
    return Self.fold(Self.fold(low ^ second, high ^ state) ^ third, UInt64(truncatingIfNeeded: count) ^ fourth)
  }

  /// The hash of two numbers.
  @inline(__always)
  func of(_ one: UInt64, _ other: UInt64) -> UInt64 {
    Self.fold(Self.fold(one ^ second, other ^ first) ^ third, fourth)
  }

  @inline(__always)
  private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}

internal import LMDB

/// A stretch of a key space: from `lower` up to and without `upper`.
struct KeyRange: Sendable {
  var lower: [UInt8]
  var upper: [UInt8]

  init(lower: [UInt8], upper: [UInt8]) {
    self.lower = lower
    self.upper = upper
  }

  /// All keys that begin with `prefix`, which is not only 0xFF bytes.
  init(prefix: [UInt8]) {
    lower = prefix
    upper = Self.successor(of: prefix)
  }

  /// The first key behind all that begin with `prefix`.
  static func successor(of prefix: [UInt8]) -> [UInt8] {
    var next = prefix
    while let last = next.last {
      if last < 0xFF {
        next[next.count - 1] = last + 1
        return next
      }
      next.removeLast()
    }
    // Only a prefix of 0xFF bytes gets here: no key lies behind it.
    return [UInt8](repeating: 0xFF, count: KeyLimits.key)
  }
}

extension RawSpan {
  /// Below 0, 0 or above it, as these bytes lie before, at or behind `other`.
  @inline(__always)
  func compare(_ other: RawSpan) -> Int {
    let common = Swift.min(byteCount, other.byteCount)
    var offset = 0
    if common >= 8 {
      repeat {
        // The last word begins in the one before, whose bytes are the same.
        let start = Swift.min(offset, common &- 8)
        let (first, second) = (word(at: start), other.word(at: start))
        if first != second { return first < second ? -1 : 1 }
        offset &+= 8
      } while offset < common
    } else {
      while offset < common {
        let (first, second) = (byte(at: offset), other.byte(at: offset))
        if first != second { return first < second ? -1 : 1 }
        offset &+= 1
      }
    }
    return byteCount - other.byteCount
  }

  /// Eight bytes as a number that orders like them; all lie within the span.
  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private func byte(at offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
}

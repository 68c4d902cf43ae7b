internal import CUnicodeWeights

extension UnicodeCI {
  /// The offset just past the first `count` units of `key`, which was made by `encode`; nil where it has fewer.
  package static func endOfUnits(_ count: Int, in key: UnsafeRawBufferPointer) -> Int? {
    let lengths = blazz_ci_unit_length_table()
    var position = 0
    for _ in 0..<count {
      guard position < key.count else { return nil }
      let length = Int(lengths[Int(key[position])])
      guard length > 0 else { return nil }
      position += length
    }
    return position
  }

  /// The offset just past the key that begins at `offset` of `bytes`: past its `end`, or past the bytes behind the
  /// `cutMark` of a key that was cut. Nil where no key begins there or `bytes` ends too soon; `bytes` is not trusted.
  package static func endOfKey(in bytes: RawSpan, at offset: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard offset >= 0 else { return nil }
      let lengths = blazz_ci_unit_length_table()
      var position = offset
      while position < bytes.count {
        let lead = bytes[position]
        let length = Int(lengths[Int(lead)])
        if length == 0 {
          if lead == end { return position + 1 }
          guard lead == cutMark, bytes.count - position > cutTailByteCount else { return nil }
          return position + 1 + cutTailByteCount
        }
        position += length
      }
      return nil
    }
  }
}

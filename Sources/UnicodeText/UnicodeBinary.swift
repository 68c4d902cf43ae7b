/// MySQL's collation utf8mb4_bin: by code point, PAD SPACE.
package enum UnicodeBinary {
  /// -1, 0 or 1: whether `left` sorts before, with or after `right`. UTF-8 bytes sort as their code points do, and
  /// the shorter text goes on with spaces.
  package static func compare(_ left: RawSpan, _ right: RawSpan) -> Int {
    left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        let shared = left.sharedPrefixCount(with: right)
        if shared < left.count, shared < right.count { return left[shared] < right[shared] ? -1 : 1 }
        return shared < left.count
          ? compareWithSpaces(left[shared...]) : -compareWithSpaces(right[shared...])
      }
    }
  }

  private static func compareWithSpaces(_ rest: Slice<UnsafeRawBufferPointer>) -> Int {
    guard let byte = rest.first(where: { $0 != 0x20 }) else { return 0 }
    return byte < 0x20 ? -1 : 1
  }
}

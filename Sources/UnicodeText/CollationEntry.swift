internal import CUnicodeWeights

/// The key bytes of one code point. Two entries are equal exactly where the weights are.
struct CollationEntry: Equatable {
  /// The length in bits 24–31, the bytes or their offset below; the layout is given in weights.h.
  let rawValue: UInt32

  /// A space of any kind, before a higher weight.
  static let space = CollationEntry(rawValue: 1 << 24 | 0x0C)

  /// The length of the longest key of a code point that is kept in the entry itself.
  static let inlineByteCount = 3

  @inline(__always)
  var byteCount: Int { Int(rawValue >> 24) }

  /// The bytes, where `byteCount` is above `inlineByteCount`.
  var expansion: UnsafePointer<UInt8> { blazz_ci_expansion_table() + Int(rawValue & 0xFF_FFFF) }

  /// Byte number `index` of the key, below `byteCount`.
  func byte(_ index: Int) -> UInt8 {
    byteCount <= Self.inlineByteCount ? UInt8(truncatingIfNeeded: rawValue >> (8 * UInt32(index))) : expansion[index]
  }

  @inline(__always)
  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The entry of `codePoint`, computed where no table holds it.
  @inline(__always)
  init(of codePoint: UInt32) {
    self = Self.tabled(codePoint) ?? Self.implicit(codePoint)
  }

  /// The entry of `codePoint`; nil beyond the BMP and on pages without a table.
  @inline(__always)
  static func tabled(_ codePoint: UInt32) -> CollationEntry? {
    guard codePoint < 0x1_0000 else { return nil }
    let page = blazz_ci_page_table()[Int(codePoint >> 8)]
    guard Int32(page) != BLAZZ_CI_NO_PAGE else { return nil }
    return CollationEntry(rawValue: blazz_ci_entry_table()[Int(page) << 8 | Int(codePoint & 0xFF)])
  }

  private static func implicit(_ codePoint: UInt32) -> CollationEntry {
    switch codePoint {
    case 0x4E00...0x9FA5:
      let lead = UInt32(BLAZZ_CI_HAN_LEAD) + (codePoint >> 8) - 0x4E
      return CollationEntry(rawValue: 2 << 24 | (codePoint & 0xFF) << 8 | lead)
    case 0x3400...0x4CFF: return implicit(codePoint, lead: BLAZZ_CI_EXTENSION_LEAD)
    case 0x1_0000...: return CollationEntry(rawValue: 1 << 24 | UInt32(BLAZZ_CI_SUPPLEMENTARY_LEAD))
    default: return implicit(codePoint, lead: BLAZZ_CI_OTHER_LEAD)
    }
  }

  private static func implicit(_ codePoint: UInt32, lead: Int32) -> CollationEntry {
    CollationEntry(rawValue: 3 << 24 | (codePoint & 0xFF) << 16 | (codePoint >> 8) << 8 | UInt32(lead))
  }
}

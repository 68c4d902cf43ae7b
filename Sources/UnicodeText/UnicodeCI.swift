/// MySQL's collation utf8mb4_unicode_ci: UCA 4.0.0 primary weights of the BMP, PAD SPACE, no contractions and no
/// normalization. Case and most accents do not count.
///
/// Two ways to the same order:
/// - `compare` and `equal` on texts;
/// - `encode` and `key(of:)`, which turn a text into a key whose `memcmp` order is the collation's order. A key is
///   a row of units and ends with `end`, so that it sorts right whatever bytes follow it.
///
/// The first byte (lead) of a unit tells its length:
///
/// | lead    | unit |
/// |---------|------|
/// | `00`    | never occurs; free for SQL NULL |
/// | `01`    | never occurs; `cutMark` of a key that was cut |
/// | `02–09` | the weights below space: TAB, LF, VT, FF, CR, U+0085, U+2028, U+2029 |
/// | `0A`    | space, the first other weight after it being lower than space |
/// | `0B`    | `end` |
/// | `0C`    | space, the first other weight after it being higher |
/// | others  | one to three bytes; ASCII one, most scripts two, Han two, Hangul three, beyond the BMP one |
///
/// Spaces at the end of a text and ignorable code points leave no trace.
///
/// A text is UTF-8. Bytes that are not valid are safe and give a deterministic result: each counts as a character
/// beyond the BMP.
package enum UnicodeCI {
  /// The byte that ends a whole key.
  package static let end: UInt8 = 0x0B

  /// The byte which the engine puts behind the units of a key that was cut; `cutTailByteCount` bytes follow.
  package static let cutMark: UInt8 = 0x01

  /// The number of bytes behind `cutMark`: a hash of the whole key.
  package static let cutTailByteCount = 16

  /// What `encode` wrote.
  package enum KeyResult: Hashable, Sendable {
    /// The whole key with its `end`: `byteCount` bytes.
    case complete(byteCount: Int)

    /// The whole key does not fit. `byteCount` bytes of whole units were written, without `end`; the first
    /// `sourceByteCount` bytes of the text have all their units among them. Texts that are equal give the same
    /// `byteCount` bytes, however they are spelt.
    case truncated(byteCount: Int, sourceByteCount: Int)
  }
}

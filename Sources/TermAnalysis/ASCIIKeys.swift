internal import UnicodeText

/// The primary sort keys of ASCII, one character at a time: what ICU said of each, once, after a check that its key of
/// two characters is the two keys in a row. Then the key of any ASCII text is a concatenation and needs no ICU.
///
/// Complete for letters, digits, `_` and what may stand in an e-mail address.
struct ASCIIKeys: Sendable {
  /// Per ASCII character the bytes of its key from the lowest bits on, and their number in the highest byte; 0 where
  /// the character is none of those above. Lives as long as the process.
  let weights: Weights

  /// A pointer to memory that nobody writes after `load`.
  struct Weights: @unchecked Sendable {
    let start: UnsafePointer<UInt32>
  }

  /// The keys by the linked ICU; `nil` where it keeps another order of bytes than this relies on, and every key has to
  /// come from ICU itself.
  static let shared = load()

  private static func load() -> ASCIIKeys? {
    guard let collator = try? ICUCollator(strength: .primary) else { return nil }
    let characters = Array("0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@.%+-'".utf8)
    var keys: [UInt8: [UInt8]] = [:]
    for character in characters {
      let key = term([character], collator)
      guard (1...3).contains(key.count) else { return nil }
      keys[character] = key
    }
    for left in characters {
      for right in characters where term([left, right], collator) != keys[left]! + keys[right]! { return nil }
    }
    let weights = UnsafeMutablePointer<UInt32>.allocate(capacity: 128)
    weights.initialize(repeating: 0, count: 128)
    for (character, key) in keys {
      let packed = key.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      weights[Int(character)] = packed | UInt32(key.count) << 24
    }
    return ASCIIKeys(weights: Weights(start: UnsafePointer(weights)))
  }

  private static func term(_ text: [UInt8], _ collator: ICUCollator) -> [UInt8] {
    collator.sortKey(of: text.span.bytes).dropLast()
  }
}

internal import Foundation

/// utf8mb4_unicode_ci written down as plainly as possible: arrays of weights, compared with pad.
public struct ReferenceCollation: Sendable {
  /// Explicit weights by code point, as the server gave them.
  public let explicit: [UInt32: [UInt16]]

  /// The collation; its weights are read once.
  public static let shared = ReferenceCollation()

  /// The weight of a space, with which a shorter text goes on.
  private static let space: UInt16 = 0x0209

  private init() {
    let file = packageRoot.appending(path: "Tests/UnicodeTextTests/Resources/unicode_ci.tsv.gz")
    var explicit: [UInt32: [UInt16]] = [:]
    for line in try! String(decoding: gunzipped(file), as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let digits = Array(fields[1])
      explicit[UInt32(fields[0], radix: 16)!] = stride(from: 0, to: digits.count, by: 4).map {
        UInt16(String(digits[$0..<$0 + 4]), radix: 16)!
      }
    }
    self.explicit = explicit
  }

  /// The weights of a code point; none for one that is ignored.
  public func weights(of scalar: UInt32) -> [UInt16] {
    if scalar > 0xFFFF { return [0xFFFD] }
    if let weights = explicit[scalar] { return weights }
    let base: UInt32
    switch scalar {
    case 0x4E00...0x9FA5, 0xFA0E, 0xFA0F, 0xFA11: base = 0xFB40
    case 0x3400...0x4DB5: base = 0xFB80
    default: base = 0xFBC0
    }
    return [UInt16(base + scalar >> 15), UInt16(scalar & 0x7FFF | 0x8000)]
  }

  /// The weights of a text.
  public func weights(of text: String) -> [UInt16] {
    text.unicodeScalars.flatMap { weights(of: $0.value) }
  }

  /// The weights of a text without spaces at its end: the same for all texts that are equal.
  public func equalityKey(of text: String) -> [UInt16] {
    var weights = weights(of: text)
    while weights.last == Self.space { weights.removeLast() }
    return weights
  }

  /// Below 0, 0 or above it, as the text with the first weights comes before, at or behind the other.
  public func compare(_ left: [UInt16], _ right: [UInt16]) -> Int {
    for index in 0..<max(left.count, right.count) {
      let leftWeight = index < left.count ? left[index] : Self.space
      let rightWeight = index < right.count ? right[index] : Self.space
      if leftWeight != rightWeight { return leftWeight < rightWeight ? -1 : 1 }
    }
    return 0
  }
}

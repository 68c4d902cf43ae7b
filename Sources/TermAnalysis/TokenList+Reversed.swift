internal import UnicodeText

extension TokenList {
  /// Appends the term of the token's digits in reverse, so that a search by the last digits is one by a prefix. Traps
  /// unless the token `isDigits`. Of digits beyond the longest term nothing is known: they count as absent.
  package func appendReversedTerm(of token: Token, to bytes: inout [UInt8]) {
    precondition(token.isDigits, "only digits have a reversed term")
    guard let width = DigitKeys.width else { preconditionFailure("no analyzer opens without a width of digits") }
    var end = token.keyRange.lowerBound + token.keyRange.count / width * width
    while end > token.keyRange.lowerBound {
      bytes.append(contentsOf: keys[end - width..<end])
      end -= width
    }
  }
}

/// What reversed terms rely on: a digit of any script has the key of the ASCII digit of its value, each as long as the
/// others, and the key of several digits is those in a row.
enum DigitKeys {
  /// The bytes of each digit's key; `nil` where the linked ICU does it otherwise.
  static let width = load()

  /// The first bytes of the keys of digits; of no term that begins otherwise.
  static let leads: ClosedRange<UInt8> = {
    let keys = (try? ICUCollator(strength: .primary)).map { collator in
      ["0", "9"].map { collator.sortKey(of: $0)[0] }
    }
    return keys.map { $0[0]...$0[1] } ?? 0...0
  }()

  private static func load() -> Int? {
    guard let collator = try? ICUCollator(strength: .primary) else { return nil }
    let keys = (0...9).map { collator.sortKey(of: String($0)).dropLast() }
    let inARow = collator.sortKey(of: "0123456789012").dropLast()
    guard keys.allSatisfy({ $0.count == keys[0].count }), inARow.elementsEqual((keys + keys.prefix(3)).joined()) else {
      return nil
    }
    return keys[0].count
  }
}

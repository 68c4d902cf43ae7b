/// One place of a text that has a term.
package struct Token: Hashable, Sendable {
  /// How a term came about. The term is its bytes alone: the same bytes of two kinds are one term.
  package enum Kind: UInt8, Hashable, Sendable {
    /// A whole run of letters, marks, digits and `_`.
    case word
    /// Words with what stands between them: O'Brien, well-known, an e-mail address, a phone number.
    case joined
    /// A part of a word: a dictionary's word, or the part of one script.
    case segment
    /// Two neighbouring characters of an unspaced script, or the last of them alone.
    case bigram
  }

  /// Where the term lies in the list's `keys`.
  package let keyRange: Range<Int>

  /// The bytes of the text that a highlight marks.
  package let sourceRange: Range<Int>

  /// The token's place in the order of the text.
  package let position: Int

  /// How many positions it takes.
  package let length: Int

  /// How the term came about.
  package let kind: Kind

  /// Whether it is of decimal digits only, and of four or more: what can be sought by its end.
  package let isDigits: Bool
}

/// The tokens of one text, and the bytes of their terms one behind the other. Made to be filled again and again: once
/// warm, a text costs no allocation.
package struct TokenList: Sendable {
  /// The tokens: words in the order of the text, each before its parts; then the joined ones.
  package private(set) var tokens: [Token] = []

  /// The terms' bytes, in which the tokens' `keyRange`s lie.
  package private(set) var keys: [UInt8] = []

  /// How many positions the text has.
  package internal(set) var positionCount = 0

  /// An empty list.
  package init() {}

  /// The term of a token of this list.
  package func key(of token: Token) -> ArraySlice<UInt8> { keys[token.keyRange] }

  /// Empties the list. What one huge text needed does not stay.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: tokens.capacity <= keptTokenCount)
    keys.removeAll(keepingCapacity: keys.capacity <= keptTokenCount * 8)
    positionCount = 0
  }

  @inline(__always)
  mutating func append(
    key: UnsafeRawBufferPointer, source: Range<Int>, position: Int, length: Int, kind: Token.Kind, isDigits: Bool
  ) {
    let start = keys.count
    keys.append(contentsOf: key)
    tokens.append(
      Token(
        keyRange: start..<keys.count, sourceRange: source, position: position, length: length, kind: kind,
        isDigits: isDigits))
  }
}

/// The number of tokens, and of like things, whose memory a thread keeps between texts.
let keptTokenCount = 16_384

/// The text of a search.
///
/// ```swift
/// let text = SearchText("+john* +(acme \"beta corp\") -closed")
/// do {
///   let search = try text.boolean()
/// } catch {
///   print(error, text.marked(error), separator: "\n")
/// }
/// ```
///
/// Reading takes time in proportion to the text, whatever it holds.
///
/// Words are of letters, digits, marks and underscores. Apostrophes, hyphens, full stops, `@` and the signs of operators
/// join them, and a slash does between digits: `jean-pierre`, `O'Brien`, `john.doe@example.com` are written as one word.
/// All else parts words: `john,doe` is two. What stands around a word is left out: `Hello,` and `@john` are `Hello` and
/// `john`; a lone `&` is nothing.
package struct SearchText: Sendable {
  /// The text in UTF-8, or what was given as such.
  let bytes: [UInt8]

  /// A text.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// A text that may turn out not to be valid UTF-8.
  package init(utf8 bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The text with the operators of MySQL's boolean mode.
  ///
  /// - `+ - > < ~` stand right in front of a word, a phrase or a `(`, never behind or within a word. One of `+` and `-`
  ///   goes together with one of `> < ~`, in any order; but not `-`, since what is excluded has no rank.
  /// - `*` stands right behind a word: `62812*`. In front of digits, as `…` does, it asks for numbers that end so:
  ///   `*5678`.
  /// - `"…"` is a phrase, in straight, typographic or full-width double quotes, and `"…" @N` its words within a
  ///   distance. An operator within a phrase is none.
  /// - `( )` group clauses. Words with no blank between them are a group to the operators in front, and `+` and `-`
  ///   are about all of them: `+john,doe` is `+(+john +doe)`.
  ///
  /// InnoDB differs: `john-doe` is `john -doe`; `john*doe`, `john *` and `+ john` are `john* doe`, `john*` and
  /// `+john`, all of which are errors here, as are `()` and `""`; `a@b` and `+>a` are errors there. Behind a phrase an
  /// `@` is always its distance; elsewhere `@8` is the word `8`.
  package func boolean() throws(SearchExpressionError) -> SearchExpression {
    try check()
    var parser = BooleanParser(self)
    return try parser.wholeSearch()
  }

  /// The words of the text, all of them optional. No sign is an operator. Of a joined word each part is one, and the
  /// whole is one more: `smith-jones` is `smith jones smith-jones`.
  package func natural() throws(SearchExpressionError) -> SearchExpression {
    try check()
    var scanner = Scanner(self)
    return try scanner.readWords()
  }
}

extension SearchText {
  /// Refuses a text that is too long or is no UTF-8. What follows relies on it.
  private func check() throws(SearchExpressionError) {
    guard bytes.count <= SearchLimits.textBytes else {
      var end = SearchLimits.textBytes
      while end > 0, bytes[end].isContinuation { end -= 1 }
      throw failure(
        at: end, expected: "at most \(SearchLimits.textBytes) bytes of text", found: "\(bytes.count)")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let start = error.byteOffsets.lowerBound
      let byte = String(bytes[start], radix: 16, uppercase: true)
      throw failure(at: start, expected: "UTF-8", found: "byte 0x\(byte)")
    }
  }

  /// The code point that begins at `offset`, and its length. The text has been checked.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, byteCount: Int) {
    let byteCount = max(1, (~bytes[offset]).leadingZeroBitCount)
    let lead = byteCount == 1 ? UInt32(bytes[offset]) : UInt32(bytes[offset]) & (0x7F >> UInt32(byteCount))
    let value = bytes[offset + 1..<offset + byteCount].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", byteCount)
  }

  /// A part of the text.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  /// Whether the byte continues a code point of UTF-8.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}

/// Why a search cannot be read: where, what stands there, and what should.
package struct SearchExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte of the text.
  package var offset: Int
  /// The code point of the text, counted from 1.
  package var column: Int
  /// What should stand there, as part of a sentence.
  package var expected: String
  /// What stands there, as part of a sentence.
  package var found: String
  /// What to do about it.
  package var hint: String?

  /// One sentence without a full stop.
  package var description: String {
    "at character \(column): expected \(expected), found \(found)" + (hint.map { "; \($0)" } ?? "")
  }
}

extension SearchText {
  /// An error at a byte of this text, also for what only the caller can tell, such as a prefix that is too short.
  package func failure(
    at offset: Int, expected: String, found: String, hint: String? = nil
  ) -> SearchExpressionError {
    SearchExpressionError(offset: offset, column: column(of: offset), expected: expected, found: found, hint: hint)
  }

  /// The code point at `offset`, counted from 1.
  func column(of offset: Int) -> Int { bytes.prefix(offset).count { !$0.isContinuation } + 1 }

  /// A part of the text for a message: one line of at most `limit` code points, without anything that moves a cursor.
  package func excerpt(_ range: Range<Int>, limit: Int = 32) -> String {
    let part = bytes[range.clamped(to: bytes.indices)]
    let scalars = String(decoding: part.prefix(4 * (limit + 1)), as: UTF8.self).unicodeScalars
    let shown = String(String.UnicodeScalarView(scalars.prefix(limit).map(\.visible)))
    return scalars.count > limit ? shown + "…" : shown
  }

  /// No word stands where one has to. `skipped` is the first thing there that looks like one.
  func noWord(_ skipped: Range<Int>?, before end: Int, expected: String) -> SearchExpressionError {
    guard let skipped else { return failure(at: end, expected: expected, found: describe(at: end)) }
    return failure(
      at: skipped.lowerBound, expected: expected, found: "'\(excerpt(skipped))'",
      hint: "a word has a letter or a digit")
  }

  /// The character at `offset` as part of a sentence.
  func describe(at offset: Int) -> String {
    guard offset < bytes.count else { return "end of search" }
    let (scalar, byteCount) = scalar(at: offset)
    return CharacterKind(scalar) == .blank ? "a space" : "'\(excerpt(offset..<offset + byteCount))'"
  }
}

/// Why a text cannot be read: where, what stands there, and what should.
package struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
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

extension ExpressionText {
  /// An error at a byte of this text, also for what only the caller can tell, such as a column that is not there.
  package func failure(
    at offset: Int, expected: String, found: String, hint: String? = nil
  ) -> ExpressionError {
    ExpressionError(offset: offset, column: column(of: offset), expected: expected, found: found, hint: hint)
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
}

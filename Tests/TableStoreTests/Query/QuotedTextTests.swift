import Testing

@testable import TableStore

/// Text between SQL's quotes.
@Suite struct QuotedTextTests {
  @Test(arguments: [
    ("it's", "it''s"), ("a\\b", "a\\\\b"), ("", ""), ("''", "''''"),
    // With a mark behind it a quote is one character of another kind, and still a quote for who reads it.
    ("'\u{301}x", "''\u{301}x"), ("\\\u{308}", "\\\\\u{308}"), ("'\u{200D}😁", "''\u{200D}😁"), ("\r\n'", "\r\n''"),
  ])
  func quotesAndBackslashesAreDoubled(text: String, quoted: String) {
    #expect(Array(text.sqlQuoted.utf8) == Array(quoted.utf8))
  }
}

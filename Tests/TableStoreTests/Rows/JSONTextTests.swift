import Testing

@testable import TableStore

/// What is JSON and what is not, by the grammar of RFC 8259.
@Suite struct JSONTextTests {
  @Test(arguments: [
    "0", "-0", "12", "-1.5e+10", "1E-2", "true", "false", "null", #""""#, #""a\n\u00e9\"\\\/""#, #""\ud83d\ude00""#,
    "[]",
    "{}", " [ 1 , \"x\" , { \"a\" : [ ] , \"a\" : null } ] \r\n\t", "\"é😀\"",
  ])
  func valid(text: String) { #expect(isValid(text)) }

  @Test(arguments: [
    "", " ", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN", "Infinity", "tru", "truE", "nulll", "'a'", "\"a",
    #""\x""#,
    #""\u12g4""#, #""\u12""#, #""\ud83d""#, #""\ud83dx""#, #""\ude00""#, "\"\n\"", "\"\u{1F}\"", "[", "]", "[1", "[1,]",
    "[,1]", "[1 2]", "{", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{1:2}", "[1]]", "1 2",
    "[1}", "// 1",
    "\u{FEFF}1", "\u{A0}1", "[1]\0",
  ])
  func invalid(text: String) { #expect(!isValid(text)) }

  /// As deep as MySQL goes.
  @Test func depth() {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(isValid(nested(100)))
    #expect(!isValid(nested(101)))
    #expect(!isValid(nested(1_000_000)))
  }

  @Test func everyTruncationIsInvalid() {
    let text = #"{"a":[1,true,{"b":"\u00e9\""}],"c":null}"#
    #expect(isValid(text))
    for length in 0..<text.utf8.count { #expect(!isValid(String(text.utf8.prefix(length))!)) }
  }

  private func isValid(_ text: String) -> Bool { text.withUTF8Bytes { JSONText.isValid($0) } }
}

import SQLExpression
import Testing

@Suite struct LiteralTests {
  @Test(arguments: [
    ("0", "0"), ("007", "007"), ("1.50", "1.50"), (".5", "0.5"), ("1.", "1"), ("1e5", "1e5"), ("1E+5", "1e5"),
    ("1.e-5", "1e-5"), (".5E07", "0.5e07"), ("-1", "-1"), ("- 1", "-1"), ("+1", "1"), ("- -1", "1"), ("--1", "1"),
    ("-+-+-.5", "-0.5"), ("-0", "-0"), ("99999999999999999999999", "99999999999999999999999"),
  ])
  func numbers(text: String, number: String) { #expect(literal(text) == .number(number)) }

  @Test(arguments: [
    ("''", ""), ("'a'", "a"), ("\"a\"", "a"), ("'it''s'", "it's"), ("\"say \"\"x\"\"\"", "say \"x\""),
    ("'say \"x\"'", "say \"x\""), ("\"it's\"", "it's"), ("'a' 'b'", "ab"), ("'a'\n\t\"b\"'c'", "abc"),
    ("'a'\"b\"", "ab"),
    ("'\\0\\b\\n\\r\\t\\Z'", "\0\u{8}\n\r\t\u{1A}"), ("'\\'\\\"\\\\'", "'\"\\"), ("'\\%\\_'", "\\%\\_"),
    ("'\\a\\é'", "aé"),
    ("'\\\\%'", "\\%"), ("'é漢😀'", "é漢😀"), ("'a\nb\tc'", "a\nb\tc"), ("'\u{85}\u{202E}'", "\u{85}\u{202E}"),
    ("'NULL'", "NULL"), ("'/* -- #'", "/* -- #"),
  ])
  func texts(text: String, content: String) { #expect(literal(text) == .text(content)) }

  @Test(arguments: [
    ("0x4a4B", [0x4A, 0x4B]), ("0xF", [0x0F]), ("0x123", [0x01, 0x23]), ("x'4a'", [0x4A]), ("X'4A'", [0x4A]),
    ("x''", []),
  ])
  func bytes(text: String, bytes: [UInt8]) { #expect(literal(text) == .bytes(bytes)) }

  @Test func constants() {
    #expect(literal("null") == .null && literal("True") == .bool(true) && literal("FALSE") == .bool(false))
    #expect(literal("a") == nil)
  }

  @Test(arguments: [
    ("status", "status"), ("_a$1", "_a$1"), ("$a", "$a"), ("2fa", "2fa"), ("1e", "1e"), ("0x", "0x"), ("0xg", "0xg"),
    ("0X41", "0X41"), ("1_000", "1_000"), ("größe", "größe"), ("表", "表"), ("`status`", "status"), ("`a``b`", "a`b"),
    ("`a b`", "a b"), ("`and`", "and"), ("`a\\`", "a\\"), ("`'`", "'"), ("`😀`", "😀"), ("x", "x"),
    ("nullable", "nullable"),
    ("interval", "interval"), ("key", "key"), ("ıs", "ıs"),
  ])
  func names(text: String, name: String) throws {
    guard case .column(name) = try ExpressionText(text).condition().kind else {
      return #expect(outline(text) == name)
    }
  }

  private func literal(_ text: String) -> Literal? {
    guard case .literal(let literal)? = try? ExpressionText(text).condition().kind else { return nil }
    return literal
  }
}

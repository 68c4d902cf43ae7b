import TestSupport
import Testing
import UnicodeText

@Suite struct LikePatternTests {
  @Test func pairsAgreeWithTheServer() throws {
    for pair in try Fixture.pairs() where matches(pair.left, pair.pattern) != pair.isLike {
      Issue.record("\(pair.left.debugDescription) LIKE \(pair.pattern.debugDescription): \(pair.isLike)")
    }
  }

  @Test func randomPatternsAgreeWithTheReference() {
    var random = SeededRandom(for: "randomPatternsAgreeWithTheReference")
    for _ in 0..<100_000 {
      let text = random.text(maximum: 8)
      var pattern = String.UnicodeScalarView()
      for scalar in random.variant(of: text).unicodeScalars {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: pattern.append("%")
        case 1: pattern.append("_")
        case 2: pattern.append(contentsOf: ["\\", scalar])
        default: pattern.append(scalar)
        }
      }
      let expected = ReferenceCollation.shared.like(text, String(pattern))
      if matches(text, String(pattern)) != expected {
        Issue.record("\(text.debugDescription) LIKE \(String(pattern).debugDescription): \(expected)")
      }
    }
  }

  @Test(arguments: [
    ("ß", "ss", false), ("ß", "ß", true), ("José", "jose", true), ("a ", "a", false), ("a", "a ", false),
    ("a\u{301}", "a_", true), ("a\u{301}", "a", false), ("😀", "😁", false), ("😀", "_", true), ("100%", "100\\%", true),
    ("1000", "100\\%", false), ("a_b", "a\\_b", true), ("axb", "a\\_b", false), ("a\\", "a\\", true),
    ("a\\b", "a\\\\b", true), ("", "", true), ("", "%", true), ("", "_", false), ("abcabd", "%abd", true),
    ("aXbXc", "a%b%c", true), ("\u{2E80}", "\u{4E36}", false), ("%", "\\%", true), ("ab", "%_%_%", true),
    ("a", "%_%_%", false), ("İstanbul", "i%", true), ("ıstanbul", "i%", false),
  ])
  func documentedCases(text: String, pattern: String, isLike: Bool) {
    #expect(matches(text, pattern) == isLike)
    #expect(ReferenceCollation.shared.like(text, pattern) == isLike)
  }

  @Test func anotherEscapeOrNone() {
    #expect(matches("50%", "50|%", escape: "|"))
    #expect(!matches("500", "50|%", escape: "|"))
    #expect(matches("a\\b", "a\\%", escape: nil))
    #expect(!matches("a%", "a\\%", escape: nil))
  }

  @Test(arguments: [
    ("jo%", "jo", true), ("100\\%x_", "100%x", true), ("%a", "", true), ("abc", "abc", false), ("\\_", "_", false),
    ("é_", "é", true), ("", "", false), ("a\\", "a\\", false),
  ])
  func prefixBeforeTheFirstWildcard(pattern: String, prefix: String, hasWildcard: Bool) {
    let parsed = LikePattern(pattern: pattern)
    #expect(parsed.literalPrefix.unicodeScalars.elementsEqual(prefix.unicodeScalars))
    #expect(parsed.hasWildcard == hasWildcard && parsed.isExact == !hasWildcard)
  }

  // What an index relies on: the key of a match begins with the bytes of the prefix.
  @Test func matchesShareTheKeyOfThePrefix() {
    var random = SeededRandom(for: "matchesShareTheKeyOfThePrefix")
    for _ in 0..<20_000 {
      let prefix = random.text(maximum: 5)
      let text = random.variant(of: prefix) + random.text(maximum: 4)
      let escaped = String(prefix.unicodeScalars.flatMap { ["\\", Character($0)] })
      guard matches(text, escaped + "%") else { continue }
      #expect(UnicodeCI.key(of: text).starts(with: UnicodeCI.keyPrefix(of: prefix.utf8Span.span.bytes)))
    }
  }

  @Test func manyRunsStayFast() {
    let text = String(repeating: "a", count: 5_000)
    #expect(!matches(text, String(repeating: "%a", count: 60) + "b"))
  }
}

import TestSupport
import Testing
import UnicodeText

/// The words of `text`, by the breaker of the calling thread.
func wordTexts(_ text: String, locale: String = "") throws -> [String] {
  let bytes = Array(text.utf8)
  var words: [String] = []
  try WordBreaker.current(locale: locale).words(in: bytes.span.bytes) { range, _ in
    words.append(String(decoding: bytes[range], as: UTF8.self))
  }
  return words
}

@Suite struct WordBreakerTests {
  @Test(arguments: [
    ("The quick brown fox, aged 3.5 years.", ["The", "quick", "brown", "fox", "aged", "3.5", "years"]),
    ("call +62 812-345", ["call", "62", "812", "345"]), ("", []), (" — !", []), ("José's café", ["José's", "café"]),
  ])
  func wordsOfPlainText(text: String, words: [String]) throws {
    #expect(try wordTexts(text) == words)
  }

  // Whether an e-mail address is one word or several differs between versions of ICU.
  @Test func wordsOfAnEmailCoverItsLetters() throws {
    let words = try wordTexts("write to john.doe@example.com now")
    #expect(words.prefix(2) == ["write", "to"] && words.last == "now")
    let address = words.dropFirst(2).dropLast().joined()
    #expect(["john.doe@example.com", "john.doeexample.com"].contains(address))
  }

  // The cuts come from ICU's dictionaries; these two have been stable.
  @Test func wordsByDictionary() throws {
    #expect(try wordTexts("สมชายใจดี") == ["สมชาย", "ใจดี"])
    #expect(try wordTexts("王小明") == ["王", "小明"])
  }

  @Test func statusTellsTheKind() throws {
    let bytes = Array("abc 42 漢".utf8)
    var kinds: [String] = []
    var covered = 0
    try WordBreaker().segments(in: bytes.span.bytes) { range, status in
      #expect(range.lowerBound == covered)
      covered = range.upperBound
      kinds.append(status.isNumber ? "number" : status.isIdeographic ? "ideographic" : status.isWord ? "word" : "none")
    }
    #expect(covered == bytes.count && kinds == ["word", "none", "number", "none", "ideographic"])
  }

  @Test func aThrowingBodyEndsTheIteration() throws {
    struct Stop: Error {}
    let breaker = try WordBreaker()
    let bytes = Array("one two three".utf8)
    var seen = 0
    #expect(throws: Stop.self) {
      try breaker.words(in: bytes.span.bytes) { _, _ in
        seen += 1
        if seen == 2 { throw Stop() }
      }
    }
    #expect(seen == 2)
    try breaker.words(in: bytes.span.bytes) { _, _ in seen += 1 }
    #expect(seen == 5)
  }

  @Test func invalidBytesAreSafe() throws {
    var random = SeededRandom(for: "invalidBytesAreSafe")
    let breaker = try WordBreaker()
    for _ in 0..<20_000 {
      let bytes = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
      var covered = 0
      try breaker.segments(in: bytes.span.bytes) { range, _ in
        precondition(range.lowerBound == covered && range.upperBound <= bytes.count)
        covered = range.upperBound
      }
      #expect(covered == bytes.count)
    }
  }

  @Test func aThreadKeepsItsBreakers() throws {
    let breaker = try WordBreaker.current(locale: "th")
    #expect(try WordBreaker.current(locale: "th") === breaker)
    #expect(try WordBreaker.current() !== breaker)
  }
}

import Testing

@testable import SearchExpression

@Suite struct LimitTests {
  @Test func textsAreAsLongAsTheLimit() throws {
    let most = SearchLimits.textBytes
    #expect(try SearchText(repeated("a", most)).boolean().clauses.count == 1)
    #expect(try SearchText(repeated("é", most / 2)).natural().clauses.count == 1)
    refuse(repeated("a", most + 1), "at character 16385: expected at most 16384 bytes of text, found 16385")
    refuse("a" + repeated("é", most / 2), "at character 8193: expected at most 16384 bytes of text, found 16385")
    refuse(repeated("john ", 20_480), "at character 16385: expected at most 16384 bytes of text, found 102400")
  }

  @Test func wordsAreAsManyAsTheLimit() throws {
    let most = SearchLimits.words
    let half = most / 2
    for text in [
      repeated("a ", most), repeated("-a ", most), repeated("(a*)", most), repeated("\"a\"", most),
      "\"" + repeated("a & ", most) + "\"", repeated("\"a b\" @8", half),
      "a" + repeated(" \"b, \u{300}c\" & ", half - 1) + "d",
    ] {
      let search = try SearchText(text).boolean()
      #expect(try SearchText(search.description).boolean() == search)
      let place = text.unicodeScalars.count + 2
      let hasDistance = text.contains("@")
      refuse(
        text + " b", "at character \(place): expected at most 1024 words, found more", modes: hasDistance ? 1 : 2)
      refuse(text + " \"-b\"", "at character \(place + 2): expected at most 1024 words, found more", modes: 1)
    }
    refuse(String(repeated("a ", 10_000).prefix(16_384)), "at character 2049: expected at most 1024 words, found more")
    #expect(
      outline("\"" + repeated("a ", 1_025) + "\"") == "at character 2050: expected at most 1024 words, found more")
  }

  @Test(arguments: [("(", ")"), ("+(", ")"), ("a -(", " b)"), ("+>( & (", "))")])
  func nestingEndsAtTheLimit(open: String, close: String) throws {
    let most = SearchLimits.depth / open.count { $0 == "(" }
    let deepest = try SearchText(repeated(open, most) + "a" + repeated(close, most)).boolean()
    #expect(deepest.clauses.map(depth).max() == SearchLimits.depth)
    #expect(try SearchText(deepest.description).boolean() == deepest)
    for count in [most + 1, 1_000, 1_500] {
      let text = repeated(open, count) + "a" + repeated(close, count)
      let error = #expect(throws: SearchExpressionError.self) { try SearchText(text).boolean() }
      let place = most * open.count + open.prefix { $0 != "(" }.count
      #expect(error?.offset == place && error?.expected == "at most 32 levels of nesting" && error?.found == "more")
    }
  }

  private func depth(_ clause: SearchClause) -> Int {
    if case .group(let clauses) = clause.operand { (clauses.map(depth).max() ?? 0) + 1 } else { 0 }
  }

  private func refuse(_ text: String, _ message: String, modes: Int = 2) {
    #expect(outline(text) == message)
    if modes == 2 { #expect(naturalOutline(text) == message) }
  }

  /// Texts of about as many bytes as asked, each the worst of its kind.
  private static let long: [@Sendable (Int) -> String] = [
    { repeated("a", $0) }, { repeated("+", $0) }, { repeated("+>", $0 / 2) }, { repeated("&", $0) },
    { repeated("& ", $0 / 2) }, { repeated(" ", $0) }, { repeated("(", $0) }, { repeated("()", $0 / 2) },
    { repeated("(a)", $0 / 3) }, { repeated("\"", $0) }, { "\"" + repeated(" &", $0 / 2 - 1) },
    { repeated("\"a\"" + repeated(" ", 500), $0 / 503) }, { "\"a\"@" + repeated("9", $0 - 4) },
    { "\"" + repeated("a ", $0 / 2 - 1) + "\"" }, { repeated("é", $0 / 2) }, { repeated("“", $0 / 3) },
    { repeated("a*", $0 / 2) }, { repeated("*", $0) }, { repeated("\u{301}", $0 / 2) },
    { repeated("(&", 30) + repeated("&", $0 - 60) },
  ]

  @Test(arguments: long.indices)
  func workGrowsWithTheText(kind: Int) {
    for size in [1 << 10, 4 << 10, 16 << 10] {
      let text = SearchText(Self.long[kind](size))
      #expect(text.bytes.count <= SearchLimits.textBytes)
      var parser = BooleanParser(text)
      _ = try? parser.wholeSearch()
      #expect(parser.scanner.steps <= 6 * size + 10)
      var scanner = Scanner(text)
      _ = try? scanner.readWords()
      #expect(scanner.steps <= 2 * size + 10)
    }
  }
}

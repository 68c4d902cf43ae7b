import SearchExpression
import TestSupport
import Testing

@Suite struct NaturalModeTests {
  @Test(arguments: [
    ("john doe", "john doe"), ("+john -doe (\"a b\" @8) ~x*", "john doe a b 8 x"), ("jo*hn **", "jo hn"),
    ("john-doe O'Brien a@b.c", "john-doe O'Brien a@b.c"), ("“a)(b", "a b"), ("& Hello, world! ++", "Hello world"),
  ])
  func wordsAreAllThereIs(text: String, tree: String) { #expect(naturalOutline(text) == tree) }

  @Test(arguments: [
    ("", "at character 1: expected a word, found end of search"),
    (" \n", "at character 3: expected a word, found end of search"),
    (" + -", "at character 2: expected a word, found '+'; a word has a letter or a digit"),
    ("\"\"()*", "at character 1: expected a word, found '\"'; a word has a letter or a digit"),
    ("… & ", "at character 1: expected a word, found '…'; a word has a letter or a digit"),
  ])
  func aTextWithoutWordsIsRefused(text: String, message: String) { #expect(naturalOutline(text) == message) }

  // The same answer by cutting the whole text instead of going through it.
  @Test func wordsAreWhatIsBetweenSeparators() throws {
    var random = SeededRandom(for: "wordsAreWhatIsBetweenSeparators")
    for _ in 0..<5_000 {
      let text = random.text(maximum: 40) + random.pick(["", "\"", "(", ")", "*", "”", " +x", "_"]) + "a"
      let search = try SearchText(text).natural()
      let expected = Self.words(of: text)
      let found = search.clauses.map { clause in
        if case .word(let word, isPrefix: false) = clause.operand { word } else { "no word" }
      }
      if found.map({ Array($0.utf8) }) != expected.map({ Array($0.utf8) }) {
        Issue.record("\(Array(text.unicodeScalars)): \(found) instead of \(expected)")
      }
      #expect(try SearchText(search.description).natural() == search)
      #expect(try SearchText(search.description).boolean() == search)
    }
  }

  private static func words(of text: String) -> [String] {
    func isWord(_ scalar: Unicode.Scalar) -> Bool { isTerm(scalar) || "\(category(scalar))".hasSuffix("Mark") }
    func isTerm(_ scalar: Unicode.Scalar) -> Bool {
      let name = "\(category(scalar))"
      return name.hasSuffix("Letter") || name.hasSuffix("Number")
    }
    let parts = text.unicodeScalars.split {
      $0.properties.isWhitespace || category($0) == .control || "\"“”„‟＂()*".unicodeScalars.contains($0)
    }
    return parts.compactMap { part in
      guard part.contains(where: isTerm) else { return nil }
      func isEdge(_ scalar: Unicode.Scalar) -> Bool { isWord(scalar) || category(scalar) == .connectorPunctuation }
      let end = part.reversed().drop { !isEdge($0) }.count
      return String(String.UnicodeScalarView(part.prefix(end).drop { !isEdge($0) }))
    }
  }

  private static func category(_ scalar: Unicode.Scalar) -> Unicode.GeneralCategory {
    scalar.properties.generalCategory
  }
}

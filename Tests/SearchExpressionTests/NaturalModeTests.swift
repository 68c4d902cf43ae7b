import SearchExpression
import TestSupport
import Testing

@Suite struct NaturalModeTests {
  @Test(arguments: [
    ("john doe", "john doe"), ("+john -doe (\"a b\" @8) ~x*", "john doe a b 8 x"), ("jo*hn **", "jo hn"),
    ("john-doe O'Brien a@b.c", "john doe john-doe O Brien O'Brien a b c a@b.c"), ("“a)(b", "a b"),
    ("& Hello, world! ++", "Hello world"),
    ("john,smith a/b", "john smith a b"), ("1/2 a_b", "1 2 1/2 a_b"), ("a+b<c", "a b c a+b<c"), ("a--b", "a b a--b"),
    ("co\u{AD}op O\u{2BC}B", "co\u{AD}op O B O\u{2BC}B"), ("-a. _-b", "a b"),
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
      let text =
        random.text(maximum: 40) + random.pick(["", "\"", "(", "*", "”", " +x", "_", "b,", "c.", "1/2'"]) + "a"
      let search = try SearchText(text).natural()
      let expected = SearchWords(text).natural
      let found = search.clauses.map { clause in
        if case .word(let word, isPrefix: false) = clause.operand { word } else { "no word" }
      }
      if found.map({ Array($0.utf8) }) != expected.map({ Array($0.utf8) }) {
        Issue.record("\(Array(text.unicodeScalars)): \(found) instead of \(expected)")
      }
      #expect(try SearchText(search.description).boolean() == search)
    }
  }
}

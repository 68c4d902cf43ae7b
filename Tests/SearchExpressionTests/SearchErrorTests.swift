import SearchExpression
import Testing

@Suite struct SearchErrorTests {
  private static let operand = "a word, a phrase or '('"

  @Test(arguments: [
    ("", "at character 1: expected \(operand), found end of search"),
    (" \t", "at character 3: expected \(operand), found end of search"),
    ("&", "at character 1: expected \(operand), found '&'; a word has a letter or a digit"),
    (" – ;; ", "at character 2: expected \(operand), found '–'; a word has a letter or a digit"),
    ("😀", "at character 1: expected \(operand), found '😀'; a word has a letter or a digit"),
    ("_ _", "at character 1: expected \(operand), found '_'; a word has a letter or a digit"),
    ("\u{202E}", "at character 1: expected \(operand), found '\u{FFFD}'; a word has a letter or a digit"),
    ("()", "at character 2: expected \(operand) after '(', found ')'"),
    ("a (\u{3000})", "at character 5: expected \(operand) after '(', found ')'"),
    ("a (&)", "at character 4: expected \(operand) after '(', found '&'; a word has a letter or a digit"),
    ("(())", "at character 3: expected \(operand) after '(', found ')'"),
    ("\"\"", "at character 2: expected a word within the quotes, found none"),
    ("é “ +- ”", "at character 4: expected a word within the quotes, found ' +- '; a word has a letter or a digit"),
  ])
  func thereIsNoWord(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("+", "at character 2: expected \(operand) right after '+', found end of search"),
    ("+ -", "at character 2: expected \(operand) right after '+', found a space"),
    ("é - doe", "at character 4: expected \(operand) right after '-', found a space"),
    ("(a ~)", "at character 5: expected \(operand) right after '~', found ')'"),
    ("+&", "at character 2: expected \(operand), found '&'; a word has a letter or a digit"),
    ("+*", "at character 2: expected \(operand) right after '+', found '*'"),
    (
      "++a",
      "at character 2: expected \(operand) right after '+', found '+'; only one of '+' and '-' goes with a word"
    ),
    (
      "-+a",
      "at character 2: expected \(operand) right after '-', found '+'; only one of '+' and '-' goes with a word"
    ),
    (
      "+>+a",
      "at character 3: expected \(operand) right after '>', found '+'; only one of '+' and '-' goes with a word"
    ),
    (
      ">~a",
      "at character 2: expected \(operand) right after '>', found '~'; only one of '>', '<' and '~' goes with a word"
    ),
    ("-~a", "at character 2: expected \(operand) right after '-', found '~'; what is excluded has no rank"),
    ("a <-b", "at character 4: expected \(operand) right after '<', found '-'; what is excluded has no rank"),
  ])
  func anOperatorHasNoOperand(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("***", "at character 1: expected \(operand), found '*'; '*' stands right behind the beginning of a word"),
    ("*john", "at character 1: expected \(operand), found '*'; '*' stands right behind the beginning of a word"),
    ("john *", "at character 6: expected \(operand), found '*'; '*' stands right behind the beginning of a word"),
    ("&*", "at character 1: expected \(operand), found '&'; a word has a letter or a digit"),
    ("jo*hn", "at character 4: expected a space or the end after '*', found 'h'; '*' stands only at the end of a word"),
    ("jo**", "at character 4: expected a space or the end after '*', found '*'; '*' stands only at the end of a word"),
    ("jo*-x", "at character 4: expected a space or the end after '*', found '-'; '*' stands only at the end of a word"),
    ("\"a b\"*", "at character 6: expected \(operand), found '*'; a phrase takes no '*'"),
    ("+(a)*", "at character 5: expected \(operand), found '*'; a group takes no '*'"),
  ])
  func anAsteriskIsMisplaced(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("(a", "at character 1: expected a ')' for the '(' that stands here, found end of search"),
    ("é +(a (b)", "at character 4: expected a ')' for the '(' that stands here, found end of search"),
    ("(a (b", "at character 4: expected a ')' for the '(' that stands here, found end of search"),
    ("(", "at character 1: expected a ')' for the '(' that stands here, found end of search"),
    ("a)", "at character 2: expected a word or the end, found ')'; no '(' is open"),
    ("(a))", "at character 4: expected a word or the end, found ')'; no '(' is open"),
    ("é \"a", "at character 3: expected a closing \" for the phrase that begins here, found end of search"),
    ("24\"", "at character 3: expected a closing \" for the phrase that begins here, found end of search"),
    ("\"a\" “b)", "at character 5: expected a closing \" for the phrase that begins here, found end of search"),
  ])
  func bracketsAreUnbalanced(text: String, message: String) { #expect(outline(text) == message) }

  private static let spans = "behind a phrase '@' says how many words it may span"

  @Test(arguments: [
    ("\"a b\" @", "at character 8: expected a number from 1 to 10000 after '@', found end of search; \(spans)"),
    ("\"a b\" @ 8", "at character 8: expected a number from 1 to 10000 after '@', found a space; \(spans)"),
    ("\"a b\" @john", "at character 8: expected a number from 1 to 10000 after '@', found 'j'; \(spans)"),
    ("\"a b\"@٣", "at character 7: expected a number from 1 to 10000 after '@', found '٣'; \(spans)"),
    ("\"a b\"@0", "at character 7: expected a number from 1 to 10000 after '@', found 0; \(spans)"),
    ("\"a b\"@10001", "at character 7: expected a number from 1 to 10000 after '@', found 10001; \(spans)"),
    (
      "\"a b\"@99999999999999999999999",
      "at character 7: expected a number from 1 to 10000 after '@', found 99999999999999999999999; \(spans)"
    ),
    ("\"a b\"@8x", "at character 8: expected a space or the end after the distance, found 'x'"),
    ("\"a b\"@8*", "at character 8: expected a space or the end after the distance, found '*'"),
  ])
  func aDistanceIsNoNumber(text: String, message: String) { #expect(outline(text) == message) }

  @Test func invalidUTF8IsRefused() {
    let text = SearchText(utf8: [0xC3, 0xA9, 0x20, 0xFF, 0x20, 0x62])
    for read in [text.boolean, text.natural] {
      let error = #expect(throws: SearchExpressionError.self) { try read() }
      #expect(error?.description == "at character 3: expected UTF-8, found byte 0xFF")
      #expect(error.map { text.marked($0) } == "é \u{FFFD} b\n  ^")
    }
  }

  @Test(arguments: [
    ("john - doe", "john - doe\n      ^"), ("", "\n^"), ("漢 (a", "漢 (a\n   ^"), ("a\n\tb)", "a  b)\n    ^"),
    ("a \u{1B}[31m *", "a ␛[31m *\n        ^"),
  ])
  func theTextIsShownWithACaret(query: String, marked: String) {
    let text = SearchText(query)
    let error = #expect(throws: SearchExpressionError.self) { try text.boolean() }
    #expect(error.map { text.marked($0) } == marked)
  }

  @Test func aLongTextIsCutAroundTheCaret() {
    let text = SearchText(repeated("+word ", 50) + "+ a" + repeated(" +word", 50))
    let error = #expect(throws: SearchExpressionError.self) { try text.boolean() }
    #expect(error.map { text.marked($0, width: 30) } == "… +word +word + a +word +word…\n" + repeated(" ", 15) + "^")
  }
}

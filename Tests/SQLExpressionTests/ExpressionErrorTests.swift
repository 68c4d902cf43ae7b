import SQLExpression
import Testing

@Suite struct ExpressionErrorTests {
  @Test(arguments: [
    ("", "at character 1: expected a condition, found end of expression"),
    (" ", "at character 2: expected a condition, found end of expression"),
    ("AND a", "at character 1: expected a condition, found 'AND'"),
    ("status_code =", "at character 14: expected a value after '=', found end of expression"),
    ("é = ", "at character 5: expected a value after '=', found end of expression"),
    ("a = = 1", "at character 5: expected a value after '=', found '='; equality is one '='"),
    ("a =< 1", "at character 4: expected a value after '=', found '<'; write '<='"),
    ("a => 1", "at character 4: expected a value after '=', found '>'; write '>='"),
    ("a AND", "at character 6: expected a value after 'AND', found end of expression"),
    ("a AND AND b", "at character 7: expected a value after 'AND', found 'AND'"),
    (
      "a = NOT b",
      "at character 5: expected a value after '=', found 'NOT'; put the NOT and what follows in parentheses"
    ),
    ("()", "at character 2: expected a value after '(', found ')'"),
    ("a = -b", "at character 6: expected a number after '-', found 'b'; arithmetic is not supported"),
    ("a = -'1'", "at character 6: expected a number after '-', found text '1'; arithmetic is not supported"),
    ("a = +", "at character 6: expected a number after '+', found end of expression; arithmetic is not supported"),
    ("a = -- b", "at character 5: expected a value after '=', found '-'; comments are not supported"),
  ])
  func aValueIsMissing(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("a b", "at character 3: expected an operator or the end after 'a', found 'b'; text stands in quotes"),
    ("a 'b'", "at character 3: expected an operator or the end after 'a', found text 'b'"),
    ("a = `b` 1", "at character 9: expected an operator or the end after `b`, found number 1"),
    ("a = 1)", "at character 6: expected an operator or the end after number 1, found ')'; no '(' is open"),
    (
      "(a = 1",
      "at character 7: expected an operator or ')' after number 1, found end of expression; "
        + "the '(' at character 1 is not closed"
    ),
    ("(a = 1; b", "at character 7: expected an operator or ')' after number 1, found ';'; leave the ';' out"),
    ("a, b", "at character 2: expected an operator or the end after 'a', found ','; a list stands only behind IN"),
    ("a IN (1 2)", "at character 9: expected an operator, ',' or ')' after number 1, found number 2"),
    (
      "a IN (1, 2",
      "at character 11: expected an operator, ',' or ')' after number 2, found end of expression; "
        + "the '(' at character 6 is not closed"
    ),
    (
      "a IN (1) IN (2)",
      "at character 10: expected an operator or the end after ')', found 'IN'; "
        + "put what stands before it in parentheses"
    ),
    (
      "n = 'O'Brien'",
      "at character 8: expected an operator or the end after text 'O', found 'Brien'; "
        + "a quote within text is written twice"
    ),
    ("a + 1", "at character 3: expected an operator or the end after 'a', found '+'; arithmetic is not supported"),
    ("a DIV 1", "at character 3: expected an operator or the end after 'a', found 'DIV'; DIV is not supported"),
    ("a XOR b", "at character 3: expected an operator or the end after 'a', found 'XOR'; XOR is not supported"),
    ("a -- b", "at character 3: expected an operator or the end after 'a', found '-'; comments are not supported"),
    ("a /* b */", "at character 3: expected an operator or the end after 'a', found '/'; comments are not supported"),
    ("5 (", "at character 3: expected an operator or the end after number 5, found '('"),
  ])
  func anOperatorIsMissing(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("a IS", "at character 5: expected NULL or NOT NULL after 'IS', found end of expression"),
    ("a IS 5", "at character 6: expected NULL or NOT NULL after 'IS', found number 5; other values compare with '='"),
    (
      "a IS NOT TRUE",
      "at character 10: expected NULL after 'NOT', found 'TRUE'; "
        + "a condition stands by itself, or behind NOT"
    ),
    (
      "a IS UNKNOWN",
      "at character 6: expected NULL or NOT NULL after 'IS', found 'UNKNOWN'; "
        + "a condition stands by itself, or behind NOT"
    ),
    ("a NOT NULL", "at character 7: expected IN, BETWEEN or LIKE after 'NOT', found 'NULL'; write IS NOT NULL"),
    ("a NOT = 1", "at character 7: expected IN, BETWEEN or LIKE after 'NOT', found '='"),
    ("a IN 1", "at character 6: expected '(' after 'IN', found number 1"),
    ("a IN ()", "at character 7: expected a value after '(', found ')'; IN needs at least one value"),
    ("a IN (1,)", "at character 9: expected a value after ',', found ')'"),
    ("a IN (SELECT 1)", "at character 7: expected a value after '(', found 'SELECT'; subqueries are not supported"),
    ("a BETWEEN 1", "at character 12: expected AND and the upper bound after number 1, found end of expression"),
    ("a BETWEEN 1 OR 2", "at character 13: expected AND and the upper bound after number 1, found 'OR'"),
    ("a BETWEEN 1 && 2", "at character 13: expected AND and the upper bound after number 1, found '&&'"),
    ("a BETWEEN 1 AND", "at character 16: expected a value after 'AND', found end of expression"),
    ("a LIKE", "at character 7: expected a value after 'LIKE', found end of expression"),
    (
      "a ESCAPE '|'",
      "at character 3: expected an operator or the end after 'a', found 'ESCAPE'; "
        + "ESCAPE stands behind LIKE and its pattern"
    ),
    ("a BETWEEN b ESCAPE '|'", "at character 13: expected AND and the upper bound after 'b', found 'ESCAPE'"),
    (
      "a LIKE 'x' ESCAPE",
      "at character 18: expected a text of at most one character after 'ESCAPE', "
        + "found end of expression"
    ),
    (
      "a LIKE 'x' ESCAPE 'yz'",
      "at character 19: expected a text of at most one character after 'ESCAPE', "
        + "found text 'yz'"
    ),
  ])
  func anOperatorIsIncomplete(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("lower(a) = 1", "at character 1: expected a column, found 'lower('; functions are not supported"),
    ("a = `f` (1)", "at character 5: expected a column, found '`f` ('; functions are not supported"),
    ("t.a = 1", "at character 1: expected a column, found 't.'; a column is named without its table"),
    ("CASE a", "at character 1: expected a condition, found 'CASE'; CASE is not supported"),
    ("a = ?", "at character 5: expected a value after '=', found '?'; write the value itself"),
    ("a = ‘x’", "at character 5: expected a value after '=', found '‘'; text stands in straight quotes"),
    ("a\u{A0}= 1", "at character 2: expected an operator or the end after 'a', found '\u{A0}'; write a plain space"),
    ("😀", "at character 1: expected a condition, found '😀'; put a name with such a character in backticks"),
    (
      "a = \u{202E}",
      "at character 5: expected a value after '=', found '\u{FFFD}'; "
        + "put a name with such a character in backticks"
    ),
  ])
  func whatIsNotSupported(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ("a = 'b", "at character 5: expected a closing ' for the text that begins here, found end of expression"),
    ("a = \"b'", "at character 5: expected a closing \" for the text that begins here, found end of expression"),
    ("a = 'b\\'", "at character 5: expected a closing ' for the text that begins here, found end of expression"),
    ("a = 'b\\", "at character 5: expected a closing ' for the text that begins here, found end of expression"),
    ("a = 'b' 'c", "at character 9: expected a closing ' for the text that begins here, found end of expression"),
    ("`a", "at character 1: expected a closing ` for the name that begins here, found end of expression"),
    ("``", "at character 1: expected a name in backticks, found an empty one"),
    ("a = x'123'", "at character 5: expected an even number of hexadecimal digits, found 3"),
    ("a = x'1g'", "at character 8: expected hexadecimal digits and a closing quote, found 'g'"),
    ("a = x'12", "at character 9: expected hexadecimal digits and a closing quote, found end of expression"),
    ("a = 1.5x", "at character 5: expected a number, found '1.5x'"),
    ("a = 1e5é", "at character 5: expected a number, found '1e5é'"),
    (
      "a = 'b\0'",
      "at character 7: expected printable text, found control character U+0000; "
        + "within quotes, MySQL's escapes \\0, \\b and \\Z or a hexadecimal literal stand for such bytes"
    ),
    (
      "a\u{7F}",
      "at character 2: expected printable text, found control character U+007F; "
        + "within quotes, MySQL's escapes \\0, \\b and \\Z or a hexadecimal literal stand for such bytes"
    ),
  ])
  func aTokenIsBroken(text: String, message: String) { #expect(outline(text) == message) }

  @Test(arguments: [
    ([0x61, 0xFF], 1, "0xFF"), ([0xC3, 0xA9, 0xC3], 2, "0xC3"), ([0x27, 0xED, 0xA0, 0x80, 0x27], 1, "0xED"),
    ([0x80], 0, "0x80"),
  ])
  func invalidUTF8(bytes: [UInt8], offset: Int, found: String) {
    let error = #expect(throws: ExpressionError.self) { try ExpressionText(utf8: bytes).condition() }
    #expect(error?.offset == offset && error?.expected == "UTF-8" && error?.found == "byte \(found)")
  }

  @Test func positionsAreBytesAndCharacters() {
    let error = #expect(throws: ExpressionError.self) { try ExpressionText("'é😀' = 漢 表").condition() }
    #expect(error?.offset == 15 && error?.column == 10)
  }

  @Test func longTokensAreCut() {
    let name = String(repeating: "n", count: 100)
    #expect(outline("a \(name)").contains("found '\(name.prefix(32))…'"))
  }

  @Test func aCallerCanFailAtANode() throws {
    let text = ExpressionText("id = 1 AND statsu = 'open'")
    guard case .comparison(_, let column, _)? = try text.condition().conjuncts.last?.kind else {
      return #expect(Bool(false))
    }
    let error = text.failure(
      at: column.range.lowerBound, expected: "a column of tickets", found: "'\(text.excerpt(column.range))'",
      hint: NearestName.nearest("statsu", among: ["id", "status"]).map { "did you mean '\($0)'?" })
    #expect(
      error.description
        == "at character 12: expected a column of tickets, found 'statsu'; did you mean 'status'?")
  }
}

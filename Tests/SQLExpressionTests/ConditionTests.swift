import SQLExpression
import Testing

@Suite struct ConditionTests {
  // MariaDB 10.11 gives each of these the value that the tree says.
  @Test(arguments: [
    ("NOT a = b", "(not (= a b))"), ("! a = b", "(= (not a) b)"), ("NOT !a", "(not (not a))"),
    ("NOT a IS NULL", "(not (is-null a))"), ("!a IS NULL", "(is-null (not a))"), ("NOT NOT a", "(not (not a))"),
    ("NOT a AND b", "(and (not a) b)"), ("NOT a IN (1) OR b", "(or (not (in a 1)) b)"),
    ("a OR b AND c", "(or a (and b c))"), ("a AND b OR c", "(or (and a b) c)"), ("a && b || c", "(or (and a b) c)"),
    ("(a OR b) AND c", "(and (or a b) c)"), ("a AND NOT b", "(and a (not b))"),
    ("a OR NOT b = c", "(or a (not (= b c)))"),
    ("a = b = c", "(= (= a b) c)"), ("a < b > c", "(> (< a b) c)"), ("a = (b = c)", "(= a (= b c))"),
    ("a = b IS NULL", "(is-null (= a b))"), ("a IS NULL IS NOT NULL", "(is-not-null (is-null a))"),
    ("a IS NULL = b", "(= (is-null a) b)"), ("a = b IN (1)", "(= a (in b 1))"), ("a IN (1) = b", "(= (in a 1) b)"),
    ("a LIKE b = c", "(= (like a b) c)"), ("a <> b LIKE c", "(<> a (like b c))"),
    ("a LIKE b IS NULL", "(is-null (like a b))"), ("!a IN (1)", "(in (not a) 1)"), ("!!a", "(not (not a))"),
    ("a LIKE !b", "(like a (not b))"), ("a = !b", "(= a (not b))"),
  ])
  func precedence(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("a BETWEEN 1 AND 2", "(between a 1 2)"), ("a BETWEEN 1 AND 2 AND b", "(and (between a 1 2) b)"),
    ("a NOT BETWEEN 1 AND 2 OR b", "(or (not-between a 1 2) b)"),
    ("a BETWEEN 1 AND b IN (2)", "(between a 1 (in b 2))"), ("a BETWEEN 1 AND b = c", "(= (between a 1 b) c)"),
    ("a BETWEEN 1 AND b BETWEEN 2 AND 3 AND c", "(and (between a 1 (between b 2 3)) c)"),
    ("a BETWEEN 1 AND b NOT BETWEEN 2 AND c LIKE d", "(between a 1 (not-between b 2 (like c d)))"),
    ("a = b BETWEEN 1 AND 2", "(= a (between b 1 2))"), ("a BETWEEN !b AND (c AND d)", "(between a (not b) (and c d))"),
    ("NOT a BETWEEN 1 AND 2", "(not (between a 1 2))"), ("a BETWEEN 1 AND 2 && b", "(and (between a 1 2) b)"),
  ])
  func between(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: [
    ("a=1", "(= a 1)"), ("a<>1", "(<> a 1)"), ("a!=1", "(<> a 1)"), ("a<1", "(< a 1)"), ("a<=1", "(<= a 1)"),
    ("a>1", "(> a 1)"), ("a>=1", "(>= a 1)"), ("a<=>NULL", "(<=> a NULL)"), ("a=!b", "(= a (not b))"),
    ("a=-1", "(= a -1)"), ("a is null", "(is-null a)"), ("a Is Not nUlL", "(is-not-null a)"),
    ("a IN (1)", "(in a 1)"), ("a not in(1, 'x' ,NULL)", "(not-in a 1 'x' NULL)"),
    ("a IN (b OR c, d IN (1))", "(in a (or b c) (in d 1))"), ("a LIKE 'x%'", "(like a 'x%')"),
    ("a NOT LIKE b", "(not-like a b)"), ("a LIKE 'x' ESCAPE '|'", "(like/| a 'x')"),
    ("a LIKE 'x' escape ''", "(like/ a 'x')"), ("a LIKE 'x' ESCAPE '\\\\'", "(like a 'x')"),
    ("a LIKE 'x' ESCAPE '|' AND b", "(and (like/| a 'x') b)"), ("a LIKE escape ESCAPE 'é'", "(like/é a escape)"),
    ("escape = 1", "(= escape 1)"), ("a\tAND\n\r b", "(and a b)"), ("a AND(b)", "(and a b)"), ("NOT(a)", "(not a)"),
  ])
  func operators(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test(arguments: ["a", "1", "'x'", "NULL", "TRUE", "(a)", "((a))", " a "])
  func aValueIsACondition(text: String) throws {
    #expect(outline(text) == text.filter { !"() ".contains($0) })
  }

  @Test(arguments: [
    ("a AND b AND c AND d", "(and a b c d)"), ("a AND (b AND c)", "(and a b c)"), ("(a AND b) AND c", "(and a b c)"),
    ("((a OR b) OR (c OR d))", "(or a b c d)"), ("a OR (b AND (c AND d))", "(or a (and b c d))"),
    ("(a OR b) AND (c OR d)", "(and (or a b) (or c d))"), ("NOT (a AND b)", "(not (and a b))"),
    ("(a AND b) = (c AND d)", "(= (and a b) (and c d))"),
  ])
  func chainsAreFlat(text: String, tree: String) { #expect(outline(text) == tree) }

  @Test func aNodeStandsWithoutItsParentheses() throws {
    let text = "x = 1 AND ( (NOT status IN ('a', 'b') ) = - 2)"
    let condition = try ExpressionText(text).condition()
    #expect(condition.range == 0..<text.utf8.count)
    guard case .comparison(.equal, let left, let right)? = condition.conjuncts.last?.kind else {
      return #expect(Bool(false))
    }
    #expect(part(of: text, left) == "NOT status IN ('a', 'b')" && part(of: text, right) == "- 2")
    #expect(part(of: text, condition.conjuncts[1]) == "(NOT status IN ('a', 'b') ) = - 2")
  }

  @Test func nodesThatSayTheSameAreEqual() throws {
    let one = try ExpressionText("a=1 AND (b AND c)").condition()
    let other = try ExpressionText(" (`a` = +1) && b AND c").condition()
    #expect(one == other && one.hashValue == other.hashValue && one.range != other.range)
    #expect(one.depth == 3 && one.conjuncts.count == 3 && one.disjuncts == [one])
  }

  // LIKE tells them apart, and so does an index.
  @Test func textsAreEqualByTheirBytes() throws {
    let composed = try ExpressionText("a = 'é'").condition()
    let decomposed = try ExpressionText("a = 'e\u{301}'").condition()
    #expect(composed != decomposed)
  }

  // What the engine builds by hand obeys the rules of a tree too.
  @Test func aTreeThatBreaksARuleTraps() async {
    await #expect(processExitsWith: .failure) {
      var node = SyntaxNode(.column("a"))
      for _ in 0..<ExpressionLimits.depth { node = SyntaxNode(.not(node)) }
    }
    await #expect(processExitsWith: .failure) { _ = SyntaxNode(.and([SyntaxNode(.column("a"))])) }
    await #expect(processExitsWith: .failure) {
      let part = SyntaxNode(.column("a"))
      _ = SyntaxNode(.or([part, SyntaxNode(.or([part, part]))]))
    }
    await #expect(processExitsWith: .failure) { _ = SyntaxNode(.among(SyntaxNode(.column("a")), [], isNegated: false)) }
  }

  private func part(of text: String, _ node: SyntaxNode) -> String {
    String(decoding: Array(text.utf8)[node.range], as: UTF8.self)
  }
}

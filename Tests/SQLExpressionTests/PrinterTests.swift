import SQLExpression
import Testing

@Suite struct PrinterTests {
  @Test(arguments: [
    ("a=1 and(b=2)", "a = 1 AND b = 2"), ("(a && b) || c", "a AND b OR c"), ("(a OR b) AND c", "(a OR b) AND c"),
    ("not a = b", "NOT (a = b)"), ("!a", "NOT a"), ("!!a = b", "(NOT NOT a) = b"), ("NOT (a OR b)", "NOT (a OR b)"),
    ("a = b = c", "(a = b) = c"), ("a!=-1", "a <> -1"), ("a is not null", "a IS NOT NULL"),
    ("a = b is null", "(a = b) IS NULL"), ("a not in (1,(b or c), NOT d)", "a NOT IN (1, b OR c, NOT d)"),
    ("a between 1 and b in (2)", "a BETWEEN 1 AND (b IN (2))"),
    ("a like 'x' escape '\\\\'", "a LIKE 'x'"), ("a like 'x' escape ''''", "a LIKE 'x' ESCAPE ''''"),
    ("a not like 'x' escape ''", "a NOT LIKE 'x' ESCAPE ''"),
  ])
  func sql(text: String, sql: String) throws { #expect(try ExpressionText(text).condition().sql() == sql) }

  @Test(arguments: [
    ("a = 1 AND b = 'x'", "a = ? AND b = ?"), ("a IN (1)", "a IN (?)"), ("a IN (3, 'x', NULL, -1)", "a IN (?)"),
    ("a NOT IN (b, 1, c, 2)", "a NOT IN (b, ?, c)"), ("a IN (b, c)", "a IN (b, c)"), ("a IS NULL", "a IS NULL"),
    ("a BETWEEN 1 AND 2", "a BETWEEN ? AND ?"), ("a LIKE 'x%' ESCAPE '|'", "a LIKE ? ESCAPE '|'"), ("TRUE", "?"),
    ("a IN (b IN (1, 2), 3, 4)", "a IN (b IN (?), ?)"),
  ])
  func placeholders(text: String, sql: String) throws {
    #expect(try ExpressionText(text).condition().sql(.placeholder) == sql)
  }

  @Test(arguments: [
    (Literal.null, "NULL"), (.bool(true), "TRUE"), (.number("-1.5e-3"), "-1.5e-3"), (.text("it's"), "'it''s'"),
    (.text("\0\u{8}\t\n\r\u{1A}\\\"%"), "'\\0\\b\\t\\n\\r\\Z\\\\\"%'"), (.text("'\u{301}"), "'''\u{301}'"),
    (.bytes([]), "x''"),
    (.bytes([0, 0xAB]), "0x00ab"),
  ])
  func literals(literal: Literal, sql: String) { #expect(literal.sql.unicodeScalars.elementsEqual(sql.unicodeScalars)) }

  @Test(arguments: [
    ("status", "status"), ("_a1$", "_a1$"), ("1a", "`1a`"), ("$a", "`$a`"), ("AND", "`AND`"), ("Mod", "`Mod`"),
    ("a b", "`a b`"),
    ("é", "`é`"), ("a`b", "`a``b`"), ("`\u{301}", "```\u{301}`"), ("", "``"), ("x", "x"), ("escape", "escape"),
  ])
  func names(name: String, sql: String) {
    #expect(SQLName.sql(name).unicodeScalars.elementsEqual(sql.unicodeScalars))
  }
}

import Testing

@testable import BlazzDB

@Suite struct DumpLiteralTests {
  struct Case: Sendable {
    var sql: String
    var value: DumpValue
    init(_ sql: String, _ value: DumpValue) { (self.sql, self.value) = (sql, value) }
  }

  static let cases: [Case] = [
    Case("NULL", .null), Case("null", .null),
    Case("0", .number("0")), Case("-1", .number("-1")), Case("+1", .number("+1")), Case("1.50", .number("1.50")),
    Case("1e10", .number("1e10")), Case("1E-10", .number("1E-10")), Case("-1.5e+3", .number("-1.5e+3")),
    Case(".5", .number(".5")), Case("5.", .number("5.")), Case("18446744073709551615", .number("18446744073709551615")),
    Case("''", .text("")), Case("'a'", .text("a")), Case("'it''s'", .text("it's")), Case("''''", .text("'")),
    Case(#"'it\'s'"#, .text("it's")), Case(#"'\"q\"'"#, .text("\"q\"")), Case(#"'\\'"#, .text("\\")),
    Case(#"'\0\b\n\r\t\Z'"#, .text([0, 8, 10, 13, 9, 26])), Case(#"'\%\_'"#, .text(#"\%\_"#)),
    Case(#"'\q\B'"#, .text("qB")), Case("'\0'", .text([0])), Case("'a\nb\r\nc'", .text("a\nb\r\nc")),
    Case("'-- no # comment /* here */; ('", .text("-- no # comment /* here */; (")),
    Case(#""it's ""q""""#, .text(#"it's "q""#)), Case(#""\"""#, .text("\"")), Case("'é😀'", .text("é😀")),
    Case("'a' 'b'", .text("ab")), Case("'a'\n  'b' /* x */ \"c\"", .text("abc")),
    Case("_utf8mb4'é'", .text("é")), Case("_utf8 'x' 'y'", .text("xy")), Case("_UTF8MB3'x'", .text("x")),
    Case("_latin1'é'", .text("é")), Case("_latin1'\\0'", .text([0])), Case("N'x'", .text("x")),
    Case("n'it''s'", .text("it's")),
    Case(#"_binary 'a\0\''"#, .bytes([0x61, 0, 0x27])), Case("_binary''", .bytes([])),
    Case("_binary 0xFF", .bytes([255])),
    Case("_binary X'FF'", .bytes([255])), Case("_utf8mb4 0x41", .text("A")),
    Case("0xCAFE", .bytes([0xCA, 0xFE])), Case("0xabc", .bytes([0x0A, 0xBC])), Case("0x1e1", .bytes([1, 0xE1])),
    Case("X'00ff'", .bytes([0, 255])), Case("x''", .bytes([])),
    Case("b'0'", .bit(0)), Case("B'101'", .bit(5)), Case("b''", .bit(0)), Case("0b11", .bit(3)),
    Case("b'\(String(repeating: "1", count: 64))'", .bit(.max)),
    Case("TRUE", .word("TRUE")), Case("false", .word("false")), Case("DEFAULT", .word("DEFAULT")),
    Case("CURRENT_TIMESTAMP", .word("CURRENT_TIMESTAMP")), Case("current_timestamp(6)", .word("current_timestamp(6)")),
  ]

  @Test(arguments: cases, [1, 3, 64])
  func readsLiteral(_ item: Case, chunkBytes: Int) {
    let dump = ParsedDump("INSERT INTO t VALUES (1,\(item.sql),2),( \(item.sql) );", chunkBytes: chunkBytes)
    #expect(dump.error == nil, "\(item.sql)")
    #expect(dump.rows == [[.number("1"), item.value, .number("2")], [item.value]], "\(item.sql)")
  }

  @Test(arguments: [
    "", "1-2", "1..2", "1.2.3", "1e", "--1", "-", ".", "0xG", "0x", "X'1'", "X'GG'", "b'2'",
    "b'\(String(repeating: "1", count: 65))'",
    "'a' b", "_big5'x'", "_utf8mb4 1", "_utf8mb4 _utf8mb4 'x'", "a+b", "@x", "`a`", "(1)", "{}", "\\N",
    "f('x')",
    "DATE '2025-01-01'", "1,", "12abc",
  ])
  func refusesLiteral(_ sql: String) {
    let dump = ParsedDump("INSERT INTO t VALUES (1),(2,\(sql));")
    #expect(dump.error != nil, "\(sql)")
    #expect(dump.rows == [[.number("1")]], "\(sql)")
    #expect(dump.error?.table == "t")
  }

  @Test func manyIntroducersDoNotNest() {
    let sql = String(repeating: "_utf8mb4 ", count: 100_000)
    #expect(ParsedDump("INSERT INTO t VALUES (\(sql)'x');").error?.code == .unexpectedText)
  }

  @Test func modesChangeQuoting() {
    let plain = ParsedDump(
      #"""
      SET SQL_MODE='STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES';
      INSERT INTO t VALUES ('a\'),('\n'),("b\");
      SET SQL_MODE='';
      INSERT INTO t VALUES ('a\'');
      """#)
    #expect(plain.error == nil)
    #expect(plain.rows == [[.text("a\\")], [.text("\\n")], [.text("b\\")], [.text("a'")]])

    let ansi = ParsedDump(
      #"""
      /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='ANSI_QUOTES,NO_AUTO_VALUE_ON_ZERO' */;
      INSERT INTO "my ""table\" ("a", "b\") VALUES ('x','y');
      /*!50003 SET @saved_sql_mode = @@sql_mode */ ;
      SET SESSION sql_mode = '';
      INSERT INTO t VALUES ("s");
      SET sql_mode = @saved_sql_mode;
      INSERT INTO "u" VALUES ('s');
      SET sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');
      INSERT INTO "v" VALUES ('s\');
      /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
      INSERT INTO t VALUES ("s\"");
      """#)
    #expect(ansi.error == nil)
    #expect(ansi.batches.map(\.table) == ["my \"table\\", "t", "u", "v", "t"])
    #expect(ansi.batches.first?.columns == ["a", "b\\"])
    #expect(ansi.rows.suffix(2) == [[.text("s\\")], [.text("s\"")]])
    #expect(ParsedDump("SET sql_mode=ANSI; INSERT INTO t VALUES (\"x\");").error?.code == .unexpectedText)
  }
}

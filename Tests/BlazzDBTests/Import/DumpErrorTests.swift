import Testing

@testable import BlazzDB

@Suite struct DumpErrorTests {
  @Test(arguments: [
    ("INSERT INTO t VALUES (1,'a", DumpError.Code.endOfDump, "the dump ends in the middle of a string"),
    ("INSERT INTO t VALUES\n(1,", .endOfDump, "the dump ends in the middle of the row that began on line 2"),
    ("INSERT INTO t VALUES (1)", .endOfDump, "the dump ends in the middle of a statement"),
    ("INSERT INTO t VALUES (1)) x", .unexpectedText, "expected “,” or “;” after a row, found “)”"),
    ("INSERT INTO t VALUES 1;", .unexpectedText, "expected a row, found “1;”"),
    ("INSERT INTO t VALUES;", .unexpectedText, "expected a row, found “;”"),
    ("INSERT INTO t VALUES (1),;", .unexpectedText, "expected a row, found “;”"),
    ("INSERT INTO t VALUES (1 2);", .unexpectedText, "expected “,” or “)” after a value, found “2);”"),
    ("INSERT INTO t VALUES (12a);", .unexpectedText, "“12a” is not a number"),
    ("INSERT INTO t VALUES (1,_utf8", .endOfDump, "the row that began on line 1"),
    ("SET NAMES big", .endOfDump, "the middle of a statement"),
    ("INSERT INTO t SELECT * FROM x;", .unexpectedText, "found “SELECT”"),
    ("LOAD DATA INFILE 'x' INTO TABLE t;", .unexpectedText, "expected a statement of a dump, found “LOAD”"),
    ("DELETE FROM t;", .unexpectedText, "found “DELETE”"), ("\u{1}\u{2}", .unexpectedText, "found “\\u{01}”"),
    ("PK\u{3}\u{4}", .unexpectedText, "found “PK”"), ("{\"a\": 1}", .unexpectedText, "found “{”"),
    ("SET NAMES big5;", .unsupportedCharset, "the character set big5"),
    ("/*!40101 SET NAMES 'gbk' */;", .unsupportedCharset, "the character set gbk"),
    ("/* x", .endOfDump, "the middle of a comment"), ("/*!40101 ", .endOfDump, "the middle of a comment"),
    ("COMMIT", .endOfDump, "the middle of a statement"), ("DROP TABLE x, y", .endOfDump, "the middle of a statement"),
    ("DELIMITER\n;", .unexpectedText, "no usable delimiter"),
    ("/*!40000 SET x=1;\nSET y=2;", .endOfDump, "the middle of a comment"),
  ])
  func saysWhatIsWrong(_ text: String, _ code: DumpError.Code, _ message: String) {
    let error = ParsedDump(text).error
    #expect(error?.code == code, "\(text)")
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "no error")")
  }

  @Test func namesThePlace() {
    let error = ParsedDump("\n-- x\nINSERT INTO `chats` VALUES (1,'\n'),\n(?);").error
    #expect(error?.description == "memory.sql:5: table chats: expected a value, found “?);”")
  }

  @Test func excerptsAreShort() {
    let error = ParsedDump("INSERT INTO t VALUES (\u{7}\(String(repeating: "é", count: 99)));").error
    #expect(error?.message == "expected a value, found “\\u{07}\(String(repeating: "é", count: 34))…”")
  }

  /// Text is taken as UTF-8 whatever the dump calls it; bytes that are not come through as they are.
  @Test(arguments: ["utf8", "utf8mb3", "utf8mb4 COLLATE utf8mb4_bin", "latin1", "'cp1251'", "binary", "DEFAULT"])
  func textIsTakenAsUTF8(_ charset: String) {
    let head = Array("SET NAMES \(charset); INSERT INTO t VALUES ('é😀',_binary 'é','".utf8)
    let dump = ParsedDump(head + [0xE9, 0x5C, 0x27] + Array("');".utf8))
    #expect(dump.error == nil)
    #expect(dump.rows == [[.text("é😀"), .bytes(Array("é".utf8)), .text([0xE9, 0x27])]])
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (1),('\(String(repeating: "x", count: 600))');",
    "INSERT INTO t VALUES (1),(0x\(String(repeating: "0", count: 900)));",
    "INSERT INTO t VALUES (1),(\(String(repeating: "1", count: 600)));",
    "INSERT INTO t VALUES (1),(f(\(String(repeating: "1", count: 600))));",
    "INSERT INTO t VALUES (1),(\(String(repeating: "'\\n', ", count: 600))1);",
    "INSERT INTO t VALUES (1),(\(String(repeating: "1,", count: 4100))1);",
    "INSERT INTO t VALUES (1); INSERT INTO `\(String(repeating: "x", count: 600))` VALUES (1);",
  ])
  func refusesRowsAboveTheLimit(_ text: String) {
    let limit = text.utf8.count > 5000 ? 1 << 20 : 500
    let dump = ParsedDump(text, maxRowBytes: limit)
    #expect(dump.error?.code == .rowTooLarge)
    #expect(dump.rows == [[.number("1")]])
    let skipped = ParsedDump(text.replacing("INSERT INTO t VALUES (1),", with: "SELECT "), maxRowBytes: limit)
    #expect(skipped.error == nil || text.contains("`"))
  }

  @Test func repeatsItsError() throws {
    var reader = try DumpReader(source: MemorySource(Array("INSERT INTO t VALUES (1),(;(2),(3);".utf8)))
    _ = try reader.next()
    let isFirst = try reader.nextRow()
    #expect(isFirst)
    for _ in 0..<3 {
      do {
        _ = try reader.nextRow()
        Issue.record("a row after an error")
      } catch {}
      do {
        _ = try reader.next()
        Issue.record("an event after an error")
      } catch {}
    }
  }

  /// Whatever byte a dump is cut at, the rows before are right and the loss is noticed, save between statements.
  @Test(arguments: [DumpDialectTests.mysqldump, DumpDialectTests.mariadb, DumpDialectTests.phpMyAdmin])
  func noticesTruncation(_ text: String) {
    let bytes = Array(text.utf8)
    let whole = ParsedDump(bytes)
    for length in 0..<bytes.count {
      let cut = ParsedDump(Array(bytes[..<length]), chunkBytes: 1 + length % 9)
      #expect(whole.rows.starts(with: cut.rows), "cut at \(length)")
      #expect(whole.tables.starts(with: cut.tables), "cut at \(length)")
      let isNoticed = cut.error.map { $0.code == .endOfDump } ?? (cut.rows.count != 1)
      #expect(isNoticed, "cut at \(length): \(cut.error?.description ?? "")")
    }
  }
}

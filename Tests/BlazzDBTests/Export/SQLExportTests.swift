import Foundation
import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// The text of a dump: statements, literals and settings.
@Suite struct SQLExportTests {
  private func literal(_ value: SQLValue) -> String {
    var sql: [UInt8] = []
    SQLLiteral.append(value, to: &sql)
    return String(decoding: sql, as: UTF8.self)
  }

  @Test func literals() {
    #expect(literal(.null) == "NULL")
    #expect(literal(.bool(true)) == "1")
    #expect(literal(.integer(-9_223_372_036_854_775_808)) == "-9223372036854775808")
    #expect(literal(.text("")) == "''")
    #expect(literal(.text("it's \\ \"q\" `b` %_\t")) == "'it\\'s \\\\ \"q\" `b` %_\t'")
    #expect(literal(.text("\0\n\r\u{1A}é😀")) == "'\\0\\n\\r\\Zé😀'")
    #expect(literal(.bytes([])) == "''")
    #expect(literal(.bytes([0, 0x0A, 0xFF])) == "0x000aff")
  }

  /// Large rows, so that statements are many: all but those of one row stay within the limit.
  @Test func statementsAreShort() throws {
    let size = 65_535
    let rows = (1...60).map { "(\($0),'n','\($0)@x.test','\(String(repeating: "x", count: size))')" }
    let dump =
      "INSERT INTO users (id, first_name, email, meta) VALUES \(rows.joined(separator: ","));\n"
      + "INSERT INTO workspaces (id, uuid, identifier, metadata, created_by) VALUES "
      + "(1,'a','a','\(String(repeating: "'", count: 3 << 20).replacing("'", with: "''"))',1),(2,'b','b','',1);"
    try withStore(of: dump) { blazz, _ in
      let text = try blazz.system.exported(as: .sql)
      let statements = text.text.components(separatedBy: ";\n").filter { $0.contains("INSERT INTO") }
      let lengths = statements.map { $0.utf8.count }
      #expect(lengths.filter { $0 > SQLExport.statementBytes + 1 }.count == 1)
      #expect(statements.filter { $0.contains("`users`") }.count == 4)
      // Pieces hold a chunk and one row, not a table.
      #expect(text.longestPiece < (6 << 20) + (512 << 10))
      #expect(lengths.max()! > 6 << 20)
    }
  }

  @Test func everySettingIsPutBack() throws {
    try withStore(of: "") { blazz, _ in
      let text = try blazz.system.exported(as: .sql).text
      let kept = text.matches(of: /@OLD_(\w+)=@@/).map { String($0.output.1) }
      let restored = text.matches(of: /=@OLD_(\w+)/).map { String($0.output.1) }
      #expect(kept.count == 9 && Set(kept) == Set(restored) && kept.count == restored.count)
      for setting in ["SET NAMES utf8mb4;", "TIME_ZONE='+00:00'", "UNIQUE_CHECKS=0", "FOREIGN_KEY_CHECKS=0"] {
        #expect(text.contains(setting))
      }
      #expect(text.contains("NO_AUTO_VALUE_ON_ZERO"))
    }
  }

  @Test func theNextKeyIsNamed() throws {
    try withStore(of: "INSERT INTO users (id, first_name, email) VALUES (41,'a','a@x.test');") { blazz, _ in
      let text = try blazz.system.exported(as: .sql).text
      #expect(text.matches(of: /AUTO_INCREMENT=(\d+)/).map(\.output.1) == ["42"])
    }
  }
}

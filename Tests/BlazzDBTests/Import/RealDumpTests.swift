import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Dumps in the shapes that real ones have: nothing of them is lost, whichever program wrote them.
@Suite struct RealDumpTests {
  private func expectNothingLost(_ tables: [RealTable], _ dump: [UInt8]) throws {
    let values = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
    try withImportFolder { folder throws in
      var previous: [String]?
      for _ in 1...2 {
        let report = try folder.importing(dump)
        #expect(report.tables.map(\.rowsRead).reduce(0, +) == tables.map(\.rows.count).reduce(0, +))
        let (refused, aside) = (try folder.refused, try folder.aside)
        #expect(report.rowsRefused == refused.count && report.rowsAside == aside.count)
        var adder = try Adder(folder, dump: "d.sql#")
        for table in tables { adder.add(table) }
        adder.expectNothingElse()
        #expect(adder.valueCount == values)
        let lines = try [folder.refusedFile, folder.asideFile].flatMap { file in
          try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(Self.withoutNewUUID)
        }
        #expect(previous == nil || previous == lines.sorted())
        previous = lines.sorted()
      }
    }
  }

  /// An invite has no UUID in the dump; one that is taken out again got a new one.
  private static func withoutNewUUID(_ line: Substring) -> String {
    guard line.contains("\"line\":null,\"table\":\"team_invites\"") else { return String(line) }
    return String(line.replacing(/"uuid":"[-0-9a-f]{36}"/, with: ""))
  }

  @Test(arguments: Dialect.allCases) func theOlderApplication(_ dialect: Dialect) throws {
    try expectNothingLost(RealDumps.older, dialect.dump(RealDumps.older))
  }

  @Test(arguments: Dialect.allCases) func theLaterApplication(_ dialect: Dialect) throws {
    try expectNothingLost(RealDumps.later, dialect.dump(RealDumps.later))
  }

  /// What is wrong with a row by itself, or with what it refers to, refuses it, and nothing else does.
  @Test func fewRowsAreRefused() throws {
    let expected = [
      "campaign_logs 3", "coupons 2", "faqs 2", "password_reset_tokens two", "team_invites 2", "team_invites 3",
      "teams 3", "users 3",
      "workspaces 3",
    ]
    try withImportFolder { folder throws in
      try folder.importing(Dialect.mysqldump93.dump(RealDumps.older))
      let refused = try folder.refused.map { "\($0.table) \($0["id"] ?? $0["token"] ?? "")" }
      let known = Set(Blazz.tables.map { $0.schema.name })
      #expect(refused.sorted() == expected.filter { known.contains(String($0.prefix { $0 != " " })) })
    }
  }

  /// Parents behind their children, and names in other letters.
  @Test func theOrderOfTablesDoesNotMatter() throws {
    for tables in [RealDumps.older, RealDumps.later] {
      try expectNothingLost(tables.reversed(), Dialect.mysqldump93.dump(tables.reversed()))
    }
  }

  @Test func namesInOtherLetters() throws {
    let tables = RealDumps.older.map { table in
      var copy = RealTable(
        table.name.uppercased(), table.columns.map { "\($0.name.uppercased()) \($0.type)" }.joined(separator: ", "))
      copy.rows = table.rows
      return copy
    }
    try expectNothingLost(tables, Dialect.mariadb.dump(tables))
  }

  /// The made-up rows of all tables, as MariaDB's own program dumped them.
  @Test func theSampleDump() throws {
    guard let file = sharedFile("data/sample.sql.gz") else { return }
    let text = DumpText(try gunzipped(file))
    let tables = text.tables.values.map { table in
      var copy = RealTable(table.name, table.columns.map { "\($0.name) \($0.type)" }.joined(separator: ", "))
      copy.rows = table.rows.map { $0.values.map { $0.map { Array($0.utf8) } } }
      return copy
    }
    try withImportFolder { folder throws in
      let report = try folder.importing(try gunzipped(file))
      #expect(report.rowsRefused == 0)
      #expect(report.tables.filter(\.isKnown).allSatisfy { $0.rowsAside == 0 && $0.rowsStored == $0.rowsRead })
      let unknown = tables.filter { table in !Blazz.tables.contains { $0.schema.name == table.name } }
      #expect(try folder.aside.count == unknown.map(\.rows.count).reduce(0, +))
    }
  }
}

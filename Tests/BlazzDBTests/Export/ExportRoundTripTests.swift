import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// What is exported is what is stored, and an import of it gives the same again.
@Suite struct ExportRoundTripTests {
  @Test func jsonLinesHoldEveryValue() throws {
    let rows = RandomRows()
    try withStore(of: rows.dump) { blazz, _ in
      let exported = try blazz.system.exported(as: .jsonLines).lines.map { try ExportedRow($0) }
      let byTable = Dictionary(grouping: exported, by: \.table)
      #expect(Set(byTable.keys) == Set(rows.rows.keys))
      for schema in Blazz.tables.map({ $0.schema }) {
        // Text keys come in their own order.
        let keyName = schema.columns[schema.primaryKey].name
        for row in rows.rows[schema.name, default: []] {
          let key = row.values[schema.primaryKey]
          let found = byTable[schema.name]?.filter { $0.holds(key, in: schema.columns[schema.primaryKey]) } ?? []
          #expect(found.count == 1, "\(schema.name) \(keyName) \(key)")
          for (column, value) in zip(schema.columns, row.values) {
            #expect(found.first?.holds(value, in: column) == true, "\(schema.name).\(column.name) \(value)")
          }
        }
        #expect(byTable[schema.name]?.count == rows.rows[schema.name]?.count, "\(schema.name)")
      }
    }
  }

  @Test(arguments: ["all.sql", "all.sql.gz"])
  func anImportOfADumpGivesTheSameRows(_ name: String) throws {
    let rows = RandomRows()
    try withStore(of: rows.dump) { blazz, folder in
      let file = folder.appending(path: name)
      let report = try blazz.system.export(to: file.path)
      #expect(report.rows == rows.rows.values.map(\.count).reduce(0, +))
      #expect(report.tables.map(\.name) == Blazz.tables.map { $0.schema.name })
      let text = name.hasSuffix(".gz") ? try gunzipped(file) : try Data(contentsOf: file)
      #expect(report.bytes == text.count)
      let before = try blazz.system.exported(as: .jsonLines).bytes
      try withStore(ofExport: file.path) { copy throws in
        #expect(try copy.system.exported(as: .jsonLines).bytes == before)
      }
    }
  }

  @Test func anEmptyStoreIsItsTables() throws {
    try withStore(of: "") { blazz, folder throws in
      #expect(try blazz.system.exported(as: .jsonLines).bytes.isEmpty)
      let file = folder.appending(path: "empty.sql")
      let report = try blazz.system.export(to: file.path)
      #expect(report.rows == 0 && report.tables.count == Blazz.tables.count)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.matches(of: /CREATE TABLE/).count == Blazz.tables.count)
      #expect(!text.contains("INSERT") && !text.contains("AUTO_INCREMENT="))
    }
  }

  /// Audit logs come last: what is written at the first piece would show, if it could.
  @Test func anExportIsOneState() throws {
    let text = String(repeating: "x", count: 60_000)
    let tuples = (1...20).map { "(\($0),'n','\($0)@x.test','\(text)')" }.joined(separator: ",")
    let dump = "INSERT INTO users (id, first_name, email, meta) VALUES \(tuples);"
    try withStore(of: dump) { blazz, _ throws in
      let gathered = GatheredText()
      try blazz.system.export(as: .jsonLines) { piece in
        if gathered.bytes.isEmpty {
          try blazz.system.writeSync { db in
            _ = try db.auditLogs.insert(
              .init(id: "late", eventType: "e", method: "GET", url: "u", ipAddress: "::1"))
          }
        }
        gathered.append(piece)
      }
      #expect(gathered.lines.count == 20)
      #expect(try blazz.system.exported(as: .jsonLines).lines.count == 21)
    }
  }

  @Test func aFailingReaderEndsTheExport() throws {
    struct Gone: Error {}
    try withStore(of: RandomRows().dump) { blazz, _ throws in
      #expect(throws: Gone.self) { try blazz.system.export { _ in throw Gone() } }
      // The snapshot was let go: closing would fail otherwise, here and at the end of `withStore`.
      #expect(try blazz.system.exported(as: .sql).bytes.count > 0)
    }
  }
}

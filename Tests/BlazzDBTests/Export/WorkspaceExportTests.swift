import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// A workspace's export: all of it, nothing of others, and of global tables what it refers to.
@Suite struct WorkspaceExportTests {
  @Test(arguments: 1...RandomRows.tenants)
  func itHasTheWorkspacesRowsAndNoOthers(_ tenant: Int) throws {
    let rows = RandomRows()
    try withStore(of: rows.dump) { blazz, _ in
      let workspace = try blazz.workspace(ID(UInt64(tenant)), includingDeleted: true)
      let exported = try workspace.exported(as: .jsonLines)
      let byTable = Dictionary(grouping: try exported.lines.map { try ExportedRow($0) }, by: \.table)
      let needed = Self.globalRows(of: tenant, rows)
      for schema in Blazz.tables.map({ $0.schema }) {
        let key = schema.columns[schema.primaryKey]
        let expected = rows.rows[schema.name, default: []].enumerated().filter { number, row in
          schema.isScoped ? row.tenant == tenant : needed[schema.name, default: []].contains(number)
        }
        #expect(byTable[schema.name, default: []].count == expected.count, "\(schema.name)")
        for (_, row) in expected {
          let isThere = byTable[schema.name]?.contains { $0.holds(row.values[schema.primaryKey], in: key) }
          #expect(isThere == true, "\(schema.name) \(row.values[schema.primaryKey])")
        }
      }
      for other in 0...RandomRows.rowsPerTable where other != tenant {
        #expect(!exported.text.contains(RandomRows.mark(of: other)), "workspace \(other)")
      }
      #expect(exported.text.contains(RandomRows.mark(of: tenant)))
    }
  }

  /// The places of global rows that a workspace's rows lead to, by table: found on the rows themselves.
  private static func globalRows(of tenant: Int, _ rows: RandomRows) -> [String: Set<Int>] {
    let schemas = Blazz.tables.map { $0.schema }
    var found: [String: Set<Int>] = ["workspaces": [tenant - 1]]
    var isGrowing = true
    while isGrowing {
      let before = found
      for schema in schemas {
        for (place, row) in rows.rows[schema.name, default: []].enumerated() {
          let isExported = schema.isScoped ? row.tenant == tenant : before[schema.name, default: []].contains(place)
          guard isExported else { continue }
          for (column, target) in schema.references where !target.isScoped && target.name != "workspaces" {
            let targets = rows.rows[target.name, default: []]
            let match = targets.firstIndex { $0.values[target.primaryKey] == row.values[column] }
            if let match { found[target.name, default: []].insert(match) }
          }
        }
      }
      isGrowing = found != before
    }
    return found
  }

  @Test func itsDumpMakesAStoreOfItsOwn() throws {
    try withStore(of: RandomRows().dump) { blazz, folder in
      let workspace = try blazz.workspace(2, includingDeleted: true)
      let file = folder.appending(path: "two.sql.gz").path
      let report = try workspace.export(to: file)
      let before = try workspace.exported(as: .jsonLines)
      #expect(report.rows == before.lines.count)
      // AUTO_INCREMENT would tell how many rows the others have.
      #expect(try !String(decoding: gunzipped(URL(filePath: file)), as: UTF8.self).contains("AUTO_INCREMENT="))
      try withStore(ofExport: file) { copy in
        #expect(try copy.workspace(2, includingDeleted: true).exported(as: .jsonLines).bytes == before.bytes)
        // The copy holds nothing else.
        let everything = try copy.system.exported(as: .jsonLines).lines
        #expect(Set(everything) == Set(before.lines))
      }
    }
  }

  @Test func aWorkspaceWithoutRowsIsItsOwnRow() throws {
    try withStore(of: RandomRows().dump) { blazz, _ in
      let last = UInt64(RandomRows.rowsPerTable)
      let rows = try blazz.workspace(ID(last), includingDeleted: true).exported(as: .jsonLines).lines
      // Its creator comes with it, and what that user refers to.
      let tables = try rows.map { try ExportedRow($0).table }
      #expect(tables.filter { $0 == "workspaces" }.count == 1)
      #expect(tables.filter { $0 == "users" }.count == 1)
    }
  }
}

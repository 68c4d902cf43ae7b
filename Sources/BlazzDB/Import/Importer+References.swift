internal import TableStore

extension Importer {
  /// Takes out the rows of the dump's tables whose declared foreign keys refer to nothing, as a dump expects once
  /// everything is there; then those that referred to them, until nothing more is found. Other tables may wait for the
  /// rest of another dump, and of tables that were only loaded into it is known whether there are such rows.
  func removeDangling() throws {
    let missing = try missing.tables()
    var waiting = Blazz.tables.map { $0.schema.name }.filter { name in
      report.tables.contains { $0.target == name } && (missing.contains(name) || !loadedTables.contains(name))
    }
    while !waiting.isEmpty {
      let name = waiting.removeFirst()
      guard try removeDangling(name) > 0 else { continue }
      let referrers = try system.read { db in db.table(named: name)?.referrers ?? [] }
      waiting += referrers.filter { !waiting.contains($0) }
    }
  }

  private func removeDangling(_ name: String) throws -> Int {
    let volatile = structure.volatileColumns[name] ?? []
    var removed = 0
    var count = 0
    repeat {
      var refused: [RefusedRow] = []
      count = try system.writeSync { db in
        guard let table = db.table(named: name) else { return 0 }
        let count = try table.removeDangling(limit: Self.mostSingleRows) { error, row in
          try kept.refuse(row, table.schema, error, volatile: volatile)
          refused.append(RefusedRow(file: path, line: nil, error: error))
        }
        try kept.flush()
        return count
      }
      removed += count
      refused.forEach(onRefusal)
    } while count == Self.mostSingleRows
    if removed > 0 { note(removed, from: name) }
    return removed
  }

  private func addEntry(_ name: String) -> Int {
    report.tables.append(.init(name: name, target: name))
    return report.tables.count - 1
  }

  private func note(_ removed: Int, from name: String) {
    let entry = report.tables.lastIndex { $0.target == name } ?? addEntry(name)
    let new = min(removed, report.tables[entry].rowsStored)
    report.tables[entry].rowsStored -= new
    report.tables[entry].rowsAlreadyThere = max(0, report.tables[entry].rowsAlreadyThere - (removed - new))
    report.tables[entry].rowsRefused += removed
  }
}

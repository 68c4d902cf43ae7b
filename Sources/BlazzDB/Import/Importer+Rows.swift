internal import TableStore

extension Importer {
  /// Brings one row to where its kind goes, and counts it.
  ///
  /// - Returns: why it was refused.
  func take(
    _ row: borrowing DumpRow, _ shape: InsertShape, _ target: DynamicTable<Writing>?
  ) throws -> StoreError? {
    report.tables[shape.entry].rowsRead += 1
    switch shape.destination {
    case .aside:
      report.tables[shape.entry].rowsAside += 1
      try kept.setAside(row, shape.columns, table: shape.table)
      return nil
    case .nowhere(let error):
      return try refuse(row, shape, error)
    case .table(let binding):
      guard let target else { preconditionFailure("table \(shape.table) is bound and is not in the store") }
      do {
        switch try binding.load(row, into: target) {
        case .stored: report.tables[shape.entry].rowsStored += 1
        case .alreadyThere: report.tables[shape.entry].rowsAlreadyThere += 1
        }
      } catch let error as StoreError where error.code.isAboutTheRow {
        return try refuse(row, shape, error)
      }
      if !binding.placesAside.isEmpty { try setAside(row, shape, binding) }
      return nil
    }
  }

  private func refuse(_ row: borrowing DumpRow, _ shape: InsertShape, _ error: StoreError) throws -> StoreError {
    report.tables[shape.entry].rowsRefused += 1
    try kept.refuse(row, shape.columns, table: shape.table, error)
    return error
  }

  private func setAside(_ row: borrowing DumpRow, _ shape: InsertShape, _ binding: ColumnBinding) throws {
    report.tables[shape.entry].rowsAside += 1
    for column in binding.alteredColumns {
      report.tables[shape.entry].alteredValues[binding.schema.columns[column].name, default: 0] += 1
    }
    try kept.setAside(row, shape.columns, binding)
  }
}

// MARK: The check at the end

extension Importer {
  /// Takes out the rows of the dump's tables whose declared foreign keys refer to nothing, as a dump expects once
  /// everything is there; then those that referred to them, until nothing more is found. Other tables may wait for the
  /// rest of another dump.
  func removeDangling() throws {
    var waiting = Blazz.tables.map { $0.schema.name }.filter { name in report.tables.contains { $0.target == name } }
    while !waiting.isEmpty {
      let name = waiting.removeFirst()
      guard try removeDangling(name) > 0 else { continue }
      let referrers = try system.read { db in db.table(named: name)?.referrers ?? [] }
      waiting += referrers.filter { !waiting.contains($0) }
    }
  }

  private func removeDangling(_ name: String) throws -> Int {
    let volatile = volatileColumns[name] ?? []
    var removed = 0
    var count = 0
    repeat {
      var refused: [RefusedRow] = []
      count = try system.writeSync { db in
        guard let table = db.table(named: name) else { return 0 }
        let count = try table.removeDangling(limit: Self.batchRows) { error, row in
          try kept.refuse(row, table.schema, error, volatile: volatile)
          refused.append(RefusedRow(file: path, line: nil, error: error))
        }
        try kept.flush()
        return count
      }
      removed += count
      refused.forEach(onRefusal)
    } while count == Self.batchRows
    if removed > 0 { note(removed, from: name) }
    return removed
  }

  private func note(_ removed: Int, from name: String) {
    let entry = report.tables.lastIndex { $0.target == name } ?? entry(name, name)
    let new = min(removed, report.tables[entry].rowsStored)
    report.tables[entry].rowsStored -= new
    report.tables[entry].rowsAlreadyThere = max(0, report.tables[entry].rowsAlreadyThere - (removed - new))
    report.tables[entry].rowsRefused += removed
  }
}

extension StoreError.Code {
  /// Whether a row caused the failure, rather than the store or the disk.
  fileprivate var isAboutTheRow: Bool {
    switch self {
    case .invalidValue, .duplicate, .missingReference, .crossesScope, .malformedInput: true
    default: false
    }
  }
}

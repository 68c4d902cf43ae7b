internal import LMDB

/// Runs plans: walks, fetches rows, rechecks, sorts, and counts what is asked for.
extension Session {
  /// Visits the rows that a plan finds, in its order, within its limit.
  final func run(_ plan: Plan, _ visit: (inout RowReader) throws -> Bool) throws {
    requireOpen()
    guard plan.selection.limit > 0 else { return }
    guard plan.sorts || plan.selection.after != nil else {
      var left = plan.selection.limit
      var skipped = plan.selection.offset
      return try rows(plan) { row in
        if skipped > 0 {
          skipped &-= 1
          return true
        }
        left &-= 1
        return try visit(&row) && left > 0
      }
    }
    try runSorted(plan, visit)
  }

  /// Visits the rows that a plan finds, checked, in the order in which they are found.
  final func rows(_ plan: Plan, _ visit: (inout RowReader) throws -> Bool) throws {
    try settleIndexes(plan.table)
    switch plan.access {
    case .nothing: return
    case .path(let path):
      if case .merged = path.sequence { return try mergedRows(path, plan, visit) }
      if plan.orderedTerms > 0, path.index?.hasText == true || !plan.table.schema.hasIntegerKey {
        return try settledRows(path, plan, visit)
      }
      try fetchedRows(path, plan, visit)
    case .union, .intersection:
      for address in try addresses(plan) {
        guard try row(at: address, plan, visit) else { return }
      }
    }
  }

  /// Visits the row at an address when it passes the plan's recheck; `false` when `visit` has enough.
  final func row(
    at address: RowAddress, _ plan: Plan, _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool {
    try requireTime()
    let element = address.element.span.bytes
    makeRowKey(address.scope, element: element)
    tally.rows &+= 1
    let goesOn = try withRow(plan.table, scope: address.scope, integer: plan.table.schema.integer(element)) { row in
      guard try accepts(row, plan.recheck.unownedProgram, deletedBit: plan.recheck.deletedBit) else { return true }
      return try visit(&row)
    }
    guard let goesOn else { throw StoreError.missingRow(plan.table.schema) }
    return goesOn
  }

  /// Whether a row passes what a plan rechecks: its program, which the plan holds, and its NULL bit that must be set.
  @inline(__always)
  final func accepts(_ row: borrowing RowReader, _ program: Unmanaged<FilterProgram>?, deletedBit: Int?) throws -> Bool
  {
    if let deletedBit, !row.isNull(deletedBit) { return false }
    guard let program else { return true }
    return try program._withUnsafeGuaranteedRef { try $0.accepts(row, self) }
  }

  /// The hot loop: one cursor walks, another one fetches rows, which lie near each other. What it needs of other objects is
  /// held outside of it.
  private final func fetchedRows(
    _ path: AccessPath, _ plan: Plan, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    let (schema, program, deletedBit) = (plan.table.schema, plan.recheck.unownedProgram, plan.recheck.deletedBit)
    let neighbor: Cursor.Neighbor = path.isDescending ? .previous : .next
    if case .rows = path.source {
      return try walk(path, plan) { key, value, scope, element in
        tally.rows &+= 1
        return try withRow(value, key: key, schema, scope: scope, integer: schema.integer(element)) { row in
          guard try accepts(row, program, deletedBit: deletedBit) else { return true }
          return try visit(&row)
        }
      }
    }
    try transaction.withCursor(in: plan.table.requireKeyspace()) { rows in
      try walk(path, plan) { _, _, scope, element in
        makeRowKey(scope, element: element)
        guard try rows.seek(exactly: keyBuffer.bytes, trying: neighbor) else {
          throw StoreError.missingRow(schema)
        }
        rows.prefetch(neighbor)
        tally.rows &+= 1
        return try withRow(
          rows.value, key: keyBuffer.bytes, schema, scope: scope, integer: schema.integer(element)
        ) { row in
          guard try accepts(row, program, deletedBit: deletedBit) else { return true }
          return try visit(&row)
        }
      }
    }
  }
}

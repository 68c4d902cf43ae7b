extension Session {
  /// The plan for a question.
  ///
  /// - Parameters:
  ///   - pattern: what the last question was answered by, if this one differs from it in values alone.
  ///   - drives: whether children that it asks for may be read for the plan.
  final func plan(
    _ table: StoredTable, _ reach: Reach, _ selection: Selection, needs: ColumnSet? = nil,
    like pattern: PlanPattern? = nil, drives: Bool = true
  ) throws -> Plan {
    requireOpen()
    try requireTime()
    try settleIndexes(table)
    if let pattern, let plan = try pattern.plan(self, table, reach, selection, needs: needs) { return plan }
    guard selection.filter.hasSearch else {
      let shape = QuestionShape(selection, reach, to: table, needs: needs)?.value
      if let shape, let known = table.memory.pattern(for: shape), known !== pattern,
        let plan = try known.plan(self, table, reach, selection, needs: needs)
      {
        return plan
      }
      let plan = try Planner(self, table, reach, selection, needs: needs).plan(shape)
      guard drives, selection.filter.hasExistence, let driven = try drivenByChildren(plan) else { return plan }
      return try Planner(self, table, reach, driven, needs: needs, asked: selection).plan()
    }
    var resolved = selection
    resolved.filter = try self.resolved(selection.filter, table, reach)
    return try Planner(self, table, reach, resolved, needs: needs).plan()
  }

  /// Plans and runs at once.
  final func select(
    _ table: StoredTable, _ reach: Reach, _ selection: Selection, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    try run(plan(table, reach, selection), visit)
  }
}

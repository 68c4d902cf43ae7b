/// Ways that put several stretches together: an OR as the union of its branches, two indexes as their intersection, and an
/// index whose leading column is gone through value by value.
extension Planner {
  /// The best combination, when it is cheaper than `cost`.
  func combined(_ paths: [AccessPath], cheaperThan cost: Double) throws -> Plan? {
    let union = try union(cheaperThan: cost)
    let intersection = try intersection(paths, cheaperThan: union?.cost ?? cost)
    return intersection?.plan ?? union?.plan
  }

  /// A plan of the kind that the question prefers; `nil` where there is none.
  func preferred(_ paths: [AccessPath]) throws -> Plan? {
    switch selection.preference {
    case nil: return nil
    case .union: return try union(cheaperThan: .infinity)?.plan
    case .intersection: return try intersection(paths, cheaperThan: .infinity)?.plan
    case .skipping: return try skippingPath().map { plan($0.path, estimate: $0.rows) }
    case .merging:
      let merged = paths.filter { if case .merged = $0.sequence { true } else { false } }
      guard !merged.isEmpty else { return nil }
      let best = try choose(merged)
      return plan(best.path, estimate: best.rows)
    }
  }

  /// Says why the index that the question insists on is of no use.
  var unusableIndex: StoreError {
    let index = table.schema.indexes.first { $0.id == selection.index }
    let name = index?.name ?? "the index"
    if index?.kind == .fulltext {
      return StoreError(.invalidValue, "\(name) is a full-text index, which is searched", table: table.schema.name)
    }
    guard let index, table.indexes.contains(where: { $0.id == index.id }) else {
      return StoreError(.invalidValue, "the store was made without \(name)", table: table.schema.name)
    }
    if index.isAcross, reach != .everything {
      return StoreError(
        .invalidValue, "\(name) is for reads across all workspaces, and for no others", table: table.schema.name)
    }
    let condition = index.conditionText(in: table.schema) ?? "TRUE"
    return StoreError(
      .invalidValue, "\(name) has only rows for which \(condition), which the conditions do not say",
      table: table.schema.name)
  }

  private func union(cheaperThan cost: Double) throws -> (plan: Plan, cost: Double)? {
    for (place, condition) in conditions.enumerated() {
      guard case .any(let branches) = condition, branches.count <= 16, condition.bounds() == nil else { continue }
      var sum = 0.0
      var rows = 0
      var plans: [Plan] = []
      let others = conditions.enumerated().filter { $0.offset != place }.map(\.element)
      for branch in branches {
        var part = Selection(filter: .all(others + [branch]), includesDeleted: true)
        part.isUnordered = true
        let planner = Planner(session, table, reach, part, needs: needsOfUnion)
        if planner.isEmpty { continue }
        let paths = try planner.paths().filter { $0.boundedParts > 0 }
        guard !paths.isEmpty else { return nil }
        let best = try planner.choose(paths)
        let rowsOfBranch = best.path.isOneRow ? 1 : try planner.estimate(best.path)
        sum += Double(rowsOfBranch) * 5
        guard sum < cost else { return nil }
        rows += rowsOfBranch
        plans.append(planner.plan(best.path, estimate: rowsOfBranch))
      }
      if plans.isEmpty { return (Plan(self, .nothing, filter: nil, estimate: 0), 0) }
      return (Plan(self, .union(plans), filter: nil, estimate: rows), sum)
    }
    return nil
  }

  /// What a branch reads beside its own conditions: nothing but where the row is.
  private var needsOfUnion: ColumnSet { ColumnSet() }

  private func intersection(_ paths: [AccessPath], cheaperThan cost: Double) throws -> (plan: Plan, cost: Double)? {
    let narrowing = paths.filter { $0.index != nil && $0.boundedParts > 0 && !$0.skipsLeading }
    guard narrowing.count > 1 else { return nil }
    let weighed = try narrowing.map { WeighedPath(path: $0, rows: try estimate($0), cost: 0) }.sorted {
      $0.rows < $1.rows
    }
    let total = max(1, Int(try session.sizes(of: table)[KeySpace.rows].entries))
    var best: (plan: Plan, cost: Double)?
    for (place, first) in weighed.prefix(3).enumerated() {
      for second in weighed.dropFirst(place + 1).prefix(3) {
        guard !second.path.expressed.subtracting(first.path.expressed).isEmpty else { continue }
        let both = max(1, first.rows * second.rows / total)
        let sum = Double(first.rows + second.rows) * 1.5 + Double(both) * 4
        guard sum < best?.cost ?? cost else { continue }
        let expressed = first.path.expressed.union(second.path.expressed)
        let parts = [first, second].map { Plan(self, .path($0.path), filter: nil, estimate: $0.rows) }
        best = (Plan(self, .intersection(parts), filter: residual(expressed), estimate: both), sum)
      }
    }
    return best
  }

  /// The best way through an index whose leading column nobody asked for, when it has few values.
  func skippingPath() throws -> WeighedPath? {
    var best: WeighedPath?
    for index in table.indexes where index.parts.count > 1 && !index.hasHolder && index.condition == nil {
      let (first, second) = (index.parts[0], index.parts[1])
      guard !bounds.contains(first.column), bounds.contains(second.column), first.prefix == nil else { continue }
      guard let values = try session.leadingValues(of: index, table, scopes: scopes(), atMost: Self.mostLeadingValues)
      else { continue }
      guard let path = try path(index, leading: values.map { KeyBytes($0) }) else { continue }
      let weighed = try weigh(path)
      if weighed.cost < best?.cost ?? .infinity { best = weighed }
    }
    return best
  }

  private static let mostLeadingValues = 40

  /// Whether every row that is asked for fulfils an index's condition.
  func isImplied(_ index: IndexLayout) -> Bool {
    index.conditionParts.allSatisfy { part in
      guard let wanted = part.bounds else { return conditions.contains(part.filter) }
      // What says nothing of the column implies nothing of it.
      guard let known = bounds[part.column] else { return false }
      return conditions.contains(part.filter)
        || wanted.isExact && known.ranges.subtracting(wanted.ranges).isEmpty
    }
  }

  /// The conditions that an index's condition says in full.
  func expressed(by index: IndexLayout) -> ConditionSet {
    var set: ConditionSet = []
    for (place, asked) in conditions.enumerated() where index.conditionParts.contains(where: { $0.filter == asked }) {
      set.insert(ConditionSet(place: place))
    }
    return set
  }
}

/// Questions of one shape mostly go one way, which then need not be found among all of them again.
extension Planner {
  /// The plan that goes the way of the last question of this shape, when that is as good for these values: it finds one
  /// row or just what is asked for, or so few rows that to look for a better way would cost more.
  func rememberedPlan(_ shape: UInt64) throws -> Plan? {
    guard let way = table.memory.way(for: shape), let path = try path(way) else { return nil }
    if perfect([path]) != nil { return plan(path, estimate: nil) }
    guard let weighed = try weigh(path, cheaperThan: Self.goodEnough) else { return nil }
    return plan(path, estimate: weighed.rows)
  }

  func remember(_ plan: Plan, for shape: UInt64) {
    if table.memory.pattern(for: shape) == nil, let pattern = PlanPattern(plan, shape: shape, needs: needs),
      table.memory.remember(pattern), !pattern.isOfFew
    {
      return
    }
    guard case .path(let path) = plan.access, !path.skipsLeading else { return }
    let way: UInt8? =
      switch path.source {
      case .rows: Self.rowsWay
      case .locator: nil
      case .index(let index): table.indexes.firstIndex { $0 === index }.flatMap { UInt8(exactly: $0) }
      }
    if let way { table.memory.remember(way, for: shape) }
  }

  private func path(_ way: UInt8) throws -> AccessPath? {
    if way == Self.rowsWay { return try primaryPaths().first }
    return way < table.indexes.count ? try path(table.indexes[Int(way)]) : nil
  }

  /// The place of the rows themselves, behind those of all indexes.
  private static let rowsWay: UInt8 = 0xFF
  /// Below this cost a way is taken without another look.
  private static let goodEnough = 120.0
  /// Fewer entries than this, and their rows, cost about as much.
  static let fewEntries = 31
}

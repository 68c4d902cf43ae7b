internal import LMDB

/// Finds the cheapest way to answer a question to one table.
///
/// The conditions that hold together are turned into bounds of single columns. Each index, and the primary key, makes of
/// them stretches of its keys: points in its leading columns, then one range. What the stretches do not say is rechecked
/// on each row, and an order that they do not give is sorted. Costs are counted in entries; where two ways compete, their
/// stretches are looked into (`Planner+Costs.swift`).
final class Planner {
  let session: Session
  let table: StoredTable
  let reach: Reach
  let selection: Selection
  /// The same as it was asked, before rows of other tables stood in for conditions.
  let asked: Selection
  /// What is read of each row; `nil` for all of it.
  let needs: ColumnSet?

  let conditions: [Filter]
  let terms: [OrderTerm]
  @exclusivity(unchecked) private(set) var bounds = BoundedColumns()
  /// Whether no row can fulfil the conditions.
  @exclusivity(unchecked) private(set) var isEmpty = false
  /// The columns that have one value in all rows that are asked for.
  @exclusivity(unchecked) private(set) var constants = ColumnSet()
  @exclusivity(unchecked) var knownScopes: [Scope]?
  @exclusivity(unchecked) var knownElements: [[UInt8]]?
  /// The columns that the conditions look at, when numbers and NULL marks are all that they look at.
  let numericColumns: ColumnSet?

  init(
    _ session: Session, _ table: StoredTable, _ reach: Reach, _ selection: Selection, needs: ColumnSet?,
    asked: Selection? = nil
  ) {
    self.asked = asked ?? selection
    (self.session, self.table, self.reach, self.selection, self.needs) = (session, table, reach, selection, needs)
    let schema = table.schema
    var conditions = selection.filter.conjuncts
    if !selection.includesDeleted, let condition = schema.isNotDeleted { conditions.append(condition) }
    self.conditions = conditions
    terms = selection.terms(schema)
    numericColumns =
      needs != nil && conditions.allSatisfy(\.needsOnlyNumbers)
      ? conditions.reduce(ColumnSet()) { $0.union($1.columns) } : nil
    for (place, condition) in conditions.enumerated() {
      if case .constant(let truth) = condition, truth != true { isEmpty = true }
      guard let (column, said) = condition.bounds() else { continue }
      var found = said
      found.conditions = ConditionSet(place: place)
      if found.isExact { found.expressed = found.conditions }
      if !bounds.narrow(column, to: found) { isEmpty = true }
    }
    boundTenant()
    for column in bounds.ordinals where isPoint(column) { constants.insert(column) }
    if let column = schema.layout.scopeInKey, case .tenant = reach { constants.insert(column) }
  }

  /// A tenant's own number is known; asking for another's finds nothing.
  private func boundTenant() {
    let schema = table.schema
    guard let column = schema.layout.scopeInKey, case .tenant(let tenant) = reach, let found = bounds[column] else {
      return
    }
    if !found.ranges.contains(StoredValue.element(Int128(tenant))) { isEmpty = true }
  }

  /// The plan, or an error when the order would have to be sorted beyond what is allowed.
  ///
  /// - Parameter shape: the question's, when what is remembered of others may be used.
  func plan(_ shape: UInt64? = nil) throws -> Plan {
    if let misuse = selection.misuse { throw StoreError(.invalidValue, misuse, table: table.schema.name) }
    if isEmpty { return nothing }
    if let shape, let plan = try rememberedPlan(shape) { return plan }
    let plan = try newPlan()
    if let shape { remember(plan, for: shape) }
    return plan
  }

  private func newPlan() throws -> Plan {
    if let path = try oneRow() { return selection.limit == 0 ? nothing : plan(path, estimate: nil) }
    var paths = try indexPaths()
    let key = table.schema.primaryKey
    let asksForKey = bounds.contains(key) || paths.isEmpty || terms.first?.column == key
    if asksForKey, selection.index == nil { paths += try primaryPaths() }
    if paths.isEmpty { throw unusableIndex }
    if selection.limit == 0 { return nothing }
    if selection.preference == nil, let path = perfect(paths) { return plan(path, estimate: nil) }
    if !asksForKey, selection.index == nil { paths += try primaryPaths() }
    if let preferred = try preferred(paths) { return preferred }
    var best = try choose(paths)
    if selection.index == nil, best.cost > Self.worthCombining {
      if let skipping = try skippingPath(), skipping.cost < best.cost { best = skipping }
      if let combined = try combined(paths, cheaperThan: best.cost) { return combined }
    }
    return plan(best.path, estimate: best.rows)
  }

  private var nothing: Plan { Plan(self, .nothing, filter: nil, estimate: 0) }

  /// A plan that walks one path and rechecks what it does not express.
  func plan(_ path: AccessPath, estimate: Int?) -> Plan {
    Plan(self, .path(path), filter: residual(path.expressed), estimate: estimate)
  }

  /// The conditions outside a set; `nil` when none is left.
  func residual(_ expressed: ConditionSet) -> Filter? {
    var left: [Filter] = []
    for (place, condition) in conditions.enumerated() where !expressed.contains(place: place) && !isKnown(condition) {
      left.append(condition)
    }
    return left.count > 1 ? .all(left) : left.first
  }

  /// Whether a condition is about the tenant's column only, whose value is known.
  private func isKnown(_ condition: Filter) -> Bool {
    guard case .tenant = reach, let column = table.schema.layout.scopeInKey, case .number(column, _) = condition else {
      return false
    }
    return true
  }

  /// Below so many entries no combination of indexes is thought about.
  static let worthCombining = 400.0
}

// MARK: Paths

extension Planner {
  /// The ways that there are: the primary key, and every index whose leading column is bounded or whose order is asked
  /// for.
  func paths() throws -> [AccessPath] {
    try (selection.index == nil ? primaryPaths() : []) + indexPaths()
  }

  /// The way to the one row that a unique index has, when all of its columns are known; others need not be looked at.
  private func oneRow() throws -> AccessPath? {
    guard selection.index == nil, selection.preference == nil else { return nil }
    for index in table.indexes where index.isUnique && index.parts.allSatisfy({ bounds.contains($0.column) }) {
      if let path = try path(index), path.isOneRow { return path }
    }
    return nil
  }

  private func indexPaths() throws -> [AccessPath] {
    var paths: [AccessPath] = []
    for index in table.indexes where selection.index == nil || selection.index == index.id {
      if let path = try path(index) { paths.append(path) }
    }
    return paths
  }
}

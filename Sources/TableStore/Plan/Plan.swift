/// How a question will be answered.
final class Plan: Sendable {
  enum AccessMethod: Sendable {
    /// No row can be what is asked for.
    case nothing
    case path(AccessPath)
    /// The rows of any of these, each once.
    case union([Plan])
    /// The rows of both of these.
    case intersection([Plan])
  }

  let table: StoredTable
  let reach: Reach
  let access: AccessMethod
  /// What is rechecked on every entry or row.
  let recheck: Recheck
  let terms: [OrderTerm]
  /// How many terms come in order by themselves.
  let orderedTerms: Int
  /// Whether entries alone answer the question.
  let isCovering: Bool
  /// How many entries or rows are likely to be examined; `nil` where the choice needed no costs.
  let estimate: Int?
  let selection: Selection
  /// The pattern that it follows; `nil` for one that was made for its question.
  let pattern: PlanPattern?

  init(_ planner: Planner, _ access: AccessMethod, filter: Filter?, estimate: Int?) {
    table = planner.table
    reach = planner.reach
    self.access = access
    self.estimate = estimate
    selection = planner.asked
    terms = planner.terms
    pattern = nil
    var isCovering = false
    var ordered = 0
    switch access {
    case .nothing: ordered = planner.terms.count
    case .path(let path):
      isCovering = path.isCovering
      ordered = path.orderedTerms
    case .union, .intersection:
      // Addresses are sorted: by primary key, where there is one scope.
      let schema = planner.table.schema
      let isByKey =
        planner.terms.count == 1 && planner.terms[0].direction == .ascending
        && planner.terms[0].column == schema.primaryKey && schema.hasIntegerKey
        && (!schema.isScoped || planner.reach != .everything)
      ordered = isByKey ? 1 : 0
    }
    self.isCovering = isCovering
    orderedTerms = ordered
    recheck = Recheck(filter, planner.table.schema, isCovering: isCovering)
  }

  /// A plan that follows a pattern.
  ///
  /// - Parameter entries: how many there are in the path's stretches, where they were counted.
  init(
    _ pattern: PlanPattern, _ table: StoredTable, _ reach: Reach, _ selection: Selection, through path: AccessPath,
    _ recheck: Recheck, entries: Int?
  ) {
    (self.table, self.reach, self.selection, access) = (table, reach, selection, .path(path))
    (self.pattern, self.recheck, terms, estimate) = (pattern, recheck, pattern.terms, entries)
    (orderedTerms, isCovering) = (path.orderedTerms, path.isCovering)
  }

  /// Whether rows have to be sorted, whole or group by group.
  var sorts: Bool { orderedTerms < terms.count }
}

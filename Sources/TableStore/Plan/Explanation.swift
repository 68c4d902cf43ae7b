/// How a query is answered, and what that took: the query was run to count it.
public struct Explanation: Hashable, Sendable {
  /// One way by which rows are found.
  public struct Access: Hashable, Sendable {
    /// The index's name; "PRIMARY" for the rows by primary key.
    public var index: String
    /// What the stretches of the index are bounded by: a column each, in the index's order.
    public var bounds: [String]
    /// The number of stretches that are walked.
    public var ranges: Int
    /// Whether the stretches are merged, because the order asks for it.
    public var isMerged: Bool
    /// Whether the walk goes from the end.
    public var isDescending: Bool
    /// Whether entries alone have all that is needed, and rows are never fetched.
    public var isCovering: Bool
  }

  /// The table.
  public var table: String
  /// How several ways are put together: "union" or "intersection"; `nil` for one way, and for none.
  public var combination: String?
  /// The ways by which rows are found; none when no row can be what is asked for.
  public var accesses: [Access]
  /// What is rechecked on what is found, as SQL.
  public var recheck: String?
  /// The columns by which rows are sorted.
  public var sort: String?
  /// How many of them come in order by themselves, so that only rows which agree in them are sorted.
  public var presorted: Int
  /// Index entries and rows that were expected to be examined.
  public var estimatedRows: Int
  /// Index entries and rows that were examined; a row fetched for an entry counts with its entry.
  public var examined: Int
  /// Rows that were sorted.
  public var sorted: Int
  /// Rows that were returned.
  public var returned: Int
}

extension QueryRunning {
  /// How the query is answered. It is run for that.
  public func explain() throws -> Explanation {
    let bound = try bound.query.cursor == nil ? bound : bound.positioned()
    return try bound.session.explain { try bound.plan() }
  }

  /// How counting the query's rows is answered. It is run for that.
  public func explainCount() throws -> Explanation {
    let bound = bound.counting
    return try bound.session.explain { try bound.plan(needs: ColumnSet()) }
  }
}

extension GroupedQuery {
  /// How counting the groups' rows is answered. It is run for that.
  public func explainCount() throws -> Explanation {
    try query.session.explain { try query.plan(needs: ColumnSet(terms.map(\.column))) }
  }
}

extension Session {
  /// Runs a plan and tells how it went.
  final func explain(_ makePlan: () throws -> Plan) throws -> Explanation {
    let before = tally
    let plan = try makePlan()
    var counter = ExplainedRows()
    try consume(plan, &counter)
    var explanation = plan.explanation
    if plan.estimate == nil, case .path(let path) = plan.access {
      let planner = Planner(self, plan.table, plan.reach, plan.selection, needs: nil)
      explanation.estimatedRows = try planner.weigh(path).rows
    }
    explanation.examined = tally.examined - before.examined
    explanation.sorted = tally.sorted - before.sorted
    explanation.returned = counter.count
    return explanation
  }
}

private struct ExplainedRows: FieldConsumer {
  var count = 0

  mutating func take<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool {
    count += 1
    return true
  }
}

extension Plan {
  /// The plan in words, not yet run.
  var explanation: Explanation {
    let schema = table.schema
    let names = terms.map { term in
      schema.columns[term.column].name + (term.direction == .descending ? " DESC" : "")
        + (term.locale.map { " COLLATE \($0)" } ?? "")
    }
    var explanation = Explanation(
      table: schema.name, accesses: [], recheck: recheck.filter?.sqlText(schema),
      sort: sorts ? names.joined(separator: ", ") : nil, presorted: sorts ? orderedTerms : 0,
      estimatedRows: estimate ?? 0,
      examined: 0, sorted: 0, returned: 0)
    switch access {
    case .nothing: break
    case .path(let path): explanation.accesses = [access(path)]
    case .union(let plans): (explanation.combination, explanation.accesses) = ("union", plans.flatMap(\.paths))
    case .intersection(let plans):
      (explanation.combination, explanation.accesses) = ("intersection", plans.flatMap(\.paths))
    }
    return explanation
  }

  private var paths: [Explanation.Access] { explanation.accesses }

  private func access(_ path: AccessPath) -> Explanation.Access {
    let schema = table.schema
    var isMerged = false
    if case .merged = path.sequence { isMerged = true }
    let columns = path.keyColumns(schema)
    let bounded = columns.prefix(path.boundedParts).compactMap { column -> String? in
      let texts = selection.filter.conjuncts.filter { $0.bounds()?.column == column }.map { $0.sqlText(schema) }
      if !texts.isEmpty { return texts.joined(separator: " AND ") }
      // Keys that children have, which were found first.
      if column == schema.primaryKey, let test = selection.filter.conjuncts.first(where: \.leadsToRows) {
        return test.sqlText(schema)
      }
      return "\(schema.columns[column].name): each value"
    }
    return Explanation.Access(
      index: path.index?.name ?? "PRIMARY", bounds: bounded, ranges: path.ranges.count, isMerged: isMerged,
      isDescending: path.isDescending, isCovering: path.isCovering)
  }
}

extension Explanation: CustomStringConvertible {
  /// Some lines of text.
  public var description: String {
    var lines = ["table: \(table)"]
    if accesses.isEmpty { lines.append("access: none, no row can be what is asked for") }
    if let combination { lines.append("\(combination) of:") }
    for access in accesses {
      var line = "index: \(access.index)"
      if !access.bounds.isEmpty { line += " (\(access.bounds.joined(separator: "; ")))" }
      line += ", \(access.ranges) \(access.ranges == 1 ? "range" : "ranges")"
      if access.isMerged { line += ", merged in order" }
      if access.isDescending { line += ", backwards" }
      if access.isCovering { line += ", covering" }
      lines.append(line)
    }
    if let recheck { lines.append("recheck: \(recheck)") }
    if let sort { lines.append("sort: \(sort)" + (presorted > 0 ? ", the first \(presorted) in order already" : "")) }
    lines.append("estimated: \(estimatedRows) examined")
    lines.append("actual: \(examined) examined, \(sorted) sorted, \(returned) returned")
    return lines.joined(separator: "\n")
  }
}

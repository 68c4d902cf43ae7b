internal import LMDB

/// EXISTS from the other side: where few children are what a condition asks for, they are found first, and the primary keys
/// of the rows that they belong to stand in the condition's place.
extension Session {
  /// So many rows are counted at most, and twice as many children.
  private static let mostCounted = 5_000
  /// Fewer rows than this are asked at once.
  private static let fewRows = 4
  /// A page ends after so many times its rows, as far as is known.
  private static let rowsPerHit = 4

  /// The question with such keys in it; `nil` where rows are better asked one by one whether they have such children.
  ///
  /// - Parameter plan: for the question as it is.
  final func drivenByChildren(_ plan: Plan) throws -> Selection? {
    let (selection, table) = (plan.selection, plan.table)
    guard selection.index == nil, selection.preference == nil, table.schema.hasIntegerKey, case .path = plan.access
    else {
      return nil
    }
    var conditions = selection.filter.conjuncts
    for (place, condition) in conditions.enumerated() {
      guard case .exists(let test) = condition, test.leadsToRows, test.filter != .constant(true) else { continue }
      let children = try childPlan(test, plan.reach)
      guard case .path(let path) = children.access, path.index != nil, path.boundedParts > 0,
        try isLess(children, than: plan)
      else { continue }
      var set = RangeSet<Int128>()
      for key in try keys(children, test.column) { set.insert(contentsOf: Int128(key)..<Int128(key) + 1) }
      conditions[place] = .number(table.schema.primaryKey, set)
      var driven = selection
      driven.filter = conditions.count == 1 ? conditions[0] : .all(conditions)
      return driven
    }
    return nil
  }

  /// Whether there are fewer children than twice the rows that would be asked one by one. Both are counted step by step,
  /// so that the larger side costs no more than the smaller one.
  private final func isLess(_ children: Plan, than rows: Plan) throws -> Bool {
    let (wanted, overflow) = rows.selection.limit.addingReportingOverflow(rows.selection.offset)
    let isPage = !rows.sorts && !overflow && wanted < Self.mostCounted / Self.rowsPerHit
    let most = isPage ? wanted * Self.rowsPerHit : Self.mostCounted
    var step = min(64, most)
    while true {
      if let count = try entries(of: rows, atMost: step) {
        return try count >= Self.fewRows && entries(of: children, atMost: 2 * count) != nil
      }
      if try entries(of: children, atMost: 2 * step) != nil { return true }
      if step == most { return false }
      step = min(4 * step, most)
    }
  }

  /// The plan for the children that a test asks for, of all rows.
  private final func childPlan(_ test: ExistenceTest, _ reach: Reach) throws -> Plan {
    let selection = Selection(filter: test.filter, includesDeleted: test.includesDeleted)
    return try plan(
      catalog[test.target.id], reach, selection, needs: ColumnSet([test.column]), drives: false)
  }

  /// The primary keys of the rows that have such children, in order; `nil` where these are too many.
  final func parents(_ test: ExistenceTest, _ reach: Reach, atMost most: Int) throws -> [UInt64]? {
    try keys(try childPlan(test, reach), test.column, atMost: most)
  }

  /// A whole-number column of what a plan finds, in order and each value once; `nil` where it walks too many entries.
  final func keys(_ plan: Plan, _ column: Int, atMost most: Int) throws -> [UInt64]? {
    try entries(of: plan, atMost: most) == nil ? nil : keys(plan, column)
  }

  private final func keys(_ plan: Plan, _ column: Int) throws -> [UInt64] {
    var taker = KeyTaker(column: column)
    try consume(plan, &taker)
    return taker.keys.sortedOnce()
  }

  /// How many entries a plan walks; `nil` where they are more, or not in stretches.
  private final func entries(of plan: Plan, atMost most: Int) throws -> Int? {
    switch plan.access {
    case .nothing: return 0
    case .union, .intersection: return nil
    case .path(let path):
      var left = most - path.ranges.count
      for range in path.ranges where left >= 0 { left -= try countEntries(plan.table, range, atMost: left + 1) }
      return left >= 0 ? most - left : nil
    }
  }

  /// Takes a whole-number column of each row.
  private struct KeyTaker: FieldConsumer {
    let column: Int
    var keys: [UInt64] = []

    mutating func take<Reader: FieldReading & ~Copyable>(
      _ reader: borrowing Reader, _ session: Session
    ) throws -> Bool {
      if case .integer(let integer) = try reader.field(column), let key = UInt64(exactly: integer) { keys.append(key) }
      return true
    }
  }
}

extension ExistenceTest {
  /// The column that refers: the children's, or this row's.
  fileprivate var column: Int {
    switch link {
    case .child(let column), .parent(let column): column
    }
  }

  /// Whether rows for which it is true can be told by the children that it asks for: these have their keys, numbers.
  var leadsToRows: Bool {
    guard case .child(let column) = link, !isNegated else { return false }
    return target.columns[column].storage != .text
  }
}

extension Filter {
  /// Whether a condition that must hold asks for rows of another table.
  var hasExistence: Bool {
    switch self {
    case .exists: true
    case .all(let filters): filters.contains { if case .exists = $0 { true } else { false } }
    default: false
    }
  }

  /// Whether it is a test whose children lead to the rows for which it is true.
  var leadsToRows: Bool { if case .exists(let test) = self { test.leadsToRows } else { false } }
}

extension [UInt64] {
  /// The elements in order, each once.
  func sortedOnce() -> [UInt64] {
    var sorted = self
    sorted.sort()
    var kept = 0
    for element in sorted where kept == 0 || sorted[kept - 1] != element {
      sorted[kept] = element
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }
}

/// The conditions beside a search, and the rows that they leave as far as something else than the rows tells.
///
/// A condition on the primary key says at once which rows are in question. What an index or another table knows is asked
/// for once rows were read in vain: up to sixteen entries for each of these, whenever their number has doubled. So a search
/// takes at most about twice what the better way would have taken, and nothing has to be estimated.
final class SearchNarrowing {
  private static let firstLook = 8
  private static let entriesPerRow = 16

  private let session: Session
  private let table: StoredTable
  private let reach: Reach
  /// Whether there is no condition at all.
  let isOpen: Bool
  /// The conditions that rows have to be read for.
  private var conditions: [Filter]
  /// The same for evaluation; `nil` when there is none.
  private(set) var judge: FilterProgram?
  private var keys: RangeSet<Int128>?
  /// The primary keys that conditions leave, in order, a list for each that was found in an index.
  private var lists: [[UInt64]] = []
  private var rejected = 0

  /// - Parameter filter: without searches in it.
  init(_ session: Session, _ table: StoredTable, _ reach: Reach, _ filter: Filter) {
    (self.session, self.table, self.reach) = (session, table, reach)
    isOpen = filter == .constant(true)
    conditions = isOpen ? [] : filter.conjuncts
    for case .number(table.schema.primaryKey, let set) in conditions { keys = keys?.intersection(set) ?? set }
    if keys != nil { conditions.removeAll { if case .number(table.schema.primaryKey, _) = $0 { true } else { false } } }
    makeJudge()
  }

  /// Whether a row is in question.
  func contains(_ row: UInt64) -> Bool {
    isOpen || (keys?.contains(Int128(row)) ?? true) && lists.allSatisfy { $0[$0.place(of: row)...].first == row }
  }

  /// The first row at or behind `row` that is in question; `RowStream.end` where there is none.
  func first(from row: UInt64) -> UInt64 {
    if isOpen || keys == nil && lists.isEmpty { return row }
    var row = row
    while row != RowStream.end {
      var next = row
      if let keys { next = keys.first(atOrAfter: Int128(row)).flatMap { UInt64(exactly: $0) } ?? RowStream.end }
      for list in lists { next = max(next, list[list.place(of: next)...].first ?? RowStream.end) }
      if next == row { return row }
      row = next
    }
    return row
  }

  /// Notes that a row was read in vain.
  func reject() throws {
    rejected += 1
    guard rejected >= Self.firstLook, rejected & (rejected - 1) == 0, !conditions.isEmpty else { return }
    let most = rejected * Self.entriesPerRow
    if let list = try rows(.all(conditions), atMost: most) {
      lists.append(list)
      conditions = []
    } else {
      var left: [Filter] = []
      for condition in conditions {
        if let list = try rows(condition, atMost: most) { lists.append(list) } else { left.append(condition) }
      }
      conditions = left
    }
    makeJudge()
  }

  private func makeJudge() {
    judge =
      conditions.isEmpty
      ? nil : FilterProgram(conditions.count == 1 ? conditions[0] : .all(conditions), table.schema)
  }

  // MARK: Looking elsewhere

  /// The rows for which a condition holds, in order; `nil` where they are too many, or only the rows themselves tell.
  private func rows(_ condition: Filter, atMost most: Int) throws -> [UInt64]? {
    if case .exists(let test) = condition { return try rows(test, atMost: most) }
    return try keys(table, table.schema.primaryKey, Selection(filter: condition, includesDeleted: true), most)
  }

  /// The rows that rows of another table belong to.
  private func rows(_ test: ExistenceTest, atMost most: Int) throws -> [UInt64]? {
    try test.leadsToRows ? session.parents(test, reach, atMost: most) : nil
  }

  private func keys(
    _ table: StoredTable, _ column: Int, _ selection: Selection, _ most: Int
  ) throws -> [UInt64]? {
    let plan = try session.plan(table, reach, selection, needs: ColumnSet([column]), drives: false)
    return plan.isCovering ? try session.keys(plan, column, atMost: most) : nil
  }
}

extension [UInt64] {
  /// The place of the first element at or behind another one, of elements in order.
  fileprivate func place(of element: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

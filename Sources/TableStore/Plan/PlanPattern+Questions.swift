internal import Synchronization

/// The plans for other questions of a pattern's form.
extension PlanPattern {
  /// After so many refusals no question is asked any more: the first one was of a rare kind.
  private static let mostRefusals = 16

  /// The plan for a question of the same form; `nil` when it is of another, or has too many entries.
  func plan(
    _ session: Session, _ table: StoredTable, _ reach: Reach, _ selection: Selection, needs: ColumnSet?
  ) throws -> Plan? {
    let isOfTenant = if case .tenant = reach { true } else { false }
    guard isOfTenant == self.isOfTenant, needs == self.needs, selection.includesDeleted == asked.includesDeleted,
      selection.isUnordered == asked.isUnordered, selection.tieDirection == asked.tieDirection,
      selection.order == asked.order
    else { return nil }
    var key: [UInt8] = []
    key.reserveCapacity(64)
    key.append(space)
    if hasScope, case .tenant(let tenant) = reach { NumberElement(Int128(tenant)).append(to: &key) }
    var path = path
    guard let ranges = stretches(&key, selection.filter) else { return nil }
    path.ranges = ranges
    var entries: Int?
    if isOfFew {
      entries = try fewEntries(session, table, ranges[0])
      if entries == nil { return nil }
    }
    let recheck = rechecked.isEmpty ? recheck : recheck(of: selection, table.schema)
    return Plan(self, table, reach, selection, through: path, recheck, entries: entries)
  }

  /// How many entries there are, unless they are many.
  private func fewEntries(_ session: Session, _ table: StoredTable, _ range: KeyRange) throws -> Int? {
    guard refusals.load(ordering: .relaxed) < Self.mostRefusals else { return nil }
    let count = try session.countEntries(table, range, atMost: Planner.fewEntries)
    guard count < Planner.fewEntries else {
      refusals.add(1, ordering: .relaxed)
      return nil
    }
    if refusals.load(ordering: .relaxed) > 0 { refusals.store(0, ordering: .relaxed) }
    return count
  }

  /// What is rechecked, with the values of a question.
  private func recheck(of selection: Selection, _ schema: TableSchema) -> Recheck {
    let conditions = selection.filter.conjuncts
    var filters = rechecked.map { conditions[$0] }
    if let condition = schema.isNotDeleted, !selection.includesDeleted, recheck.filter?.conjuncts.last == condition {
      filters.append(condition)
    }
    return Recheck(filters.count == 1 ? filters[0] : .all(filters), schema, isCovering: path.isCovering)
  }

  /// Where the rows' entries lie, behind the beginning of their keys.
  private func stretches(_ key: inout [UInt8], _ filter: Filter) -> [KeyRange]? {
    switch filter {
    case .all(let conditions): return stretches(&key, conditions)
    case .constant(true): return roles.isEmpty ? stretches(&key, []) : nil
    default: return stretches(&key, CollectionOfOne(filter))
    }
  }

  private func stretches(_ key: inout [UInt8], _ conditions: some RandomAccessCollection<Filter>) -> [KeyRange]? {
    guard conditions.count == roles.count, zip(conditions, roles).allSatisfy({ $0.fits($1) }) else { return nil }
    for source in sources {
      switch source {
      case .null: key.append(0x00)
      case .present: return [KeyRange(key, .min ..< .max)]
      case .condition(let place):
        switch conditions[conditions.index(conditions.startIndex, offsetBy: place)] {
        case .number(_, let set):
          guard set.isPoint else { return set.ranges.map { KeyRange(key, $0) } }
          NumberElement(set.ranges[0].lowerBound).append(to: &key)
        case .text(_, let set):
          let text = set.ranges[0].lowerBound.bytes
          guard text.count <= textBudget else { return nil }
          key += text
        default: return nil
        }
      }
    }
    return [KeyRange(prefix: key)]
  }
}

extension Filter {
  fileprivate func fits(_ role: PlanPattern.Role) -> Bool {
    switch (self, role) {
    case (.number(let column, let set), .value(let wanted, isText: false)):
      column == wanted && set.isPoint
    case (.number(let column, let set), .ranges(let wanted)):
      column == wanted && !set.isPoint && (1..<100).contains(set.ranges.count)
    case (.text(let column, let set), .value(let wanted, isText: true)):
      column == wanted && set.ranges.count == 1 && set.ranges[0].isPoint
    case (_, .fixed(let filter)): self == filter
    default: false
    }
  }
}

extension KeyRange {
  /// The keys that have a number of `range` behind `prefix`.
  fileprivate init(_ prefix: [UInt8], _ range: Range<Int128>) {
    lower = prefix + (range.lowerBound == .min ? KeyBytes.lowestValue.bytes : NumberElement(range.lowerBound).bytes)
    upper = prefix + (range.upperBound == .max ? KeyBytes.highest.bytes : NumberElement(range.upperBound).bytes)
  }
}

internal import Synchronization
internal import UnicodeText

/// The plan of one question, as a pattern for others that differ from it in values alone.
///
/// There is a pattern where nothing of a plan depends on values but where its stretches lie and what rows are held
/// against: an index with one value asked for in each leading column, or some ranges of numbers in the last of them; or
/// the rows by their primary key, which is bounded so or not at all. Then neither columns are bounded nor indexes weighed
/// again; a key is put together. Where costs chose the way, its entries are counted: it is good for as few as would not be
/// worth another look.
final class PlanPattern: Sendable {
  /// How a condition may differ from the pattern's.
  enum Role: Sendable {
    /// In its one number or text.
    case value(column: Int, isText: Bool)
    /// In its ranges of numbers.
    case ranges(column: Int)
    /// Not at all.
    case fixed(Filter)
  }

  /// Where a bounded part of the key comes from.
  enum Source: Sendable {
    /// From the condition at a place.
    case condition(Int)
    /// It is NULL.
    case null
    /// It is any value.
    case present
  }

  /// The shape of the questions.
  let shape: UInt64
  private let roles: [Role]
  private let sources: [Source]
  /// The key space that is walked, and whether the scope follows it.
  private let space: UInt8
  private let hasScope: Bool
  /// A longer text is cut in the key.
  private let textBudget: Int
  private let isOfTenant: Bool
  private let needs: ColumnSet?
  private let asked: Selection
  let path: AccessPath
  let terms: [OrderTerm]
  private let recheck: Recheck
  /// Which conditions are rechecked, where their values differ from question to question.
  private let rechecked: [Int]
  /// Whether costs chose the index, so that it is good for a few entries only.
  let isOfFew: Bool

  /// How many questions in a row had too many entries.
  private let refusals = Atomic(0)
  /// After so many no question is asked any more: the first one was of a rare kind.
  private static let mostRefusals = 16

  /// - Returns: `nil` where a plan is no pattern for others.
  init?(_ plan: Plan, shape: UInt64, needs: ColumnSet?) {
    guard case .path(let path) = plan.access, case .inTurn = path.sequence, !path.skipsLeading else { return nil }
    let schema = plan.table.schema
    switch path.source {
    case .index(let index): (space, hasScope, textBudget) = (index.id, index.hasScope, index.textBudget)
    case .rows where schema.hasIntegerKey: (space, hasScope, textBudget) = (KeySpace.rows, schema.isScoped, 0)
    default: return nil
    }
    isOfTenant = if case .tenant = plan.reach { true } else { false }
    isOfFew = plan.estimate != nil
    let isFew = plan.estimate.map { $0 < Planner.fewEntries && path.ranges.count == 1 }
    guard isOfTenant || !hasScope, isFew ?? true, let roles = Self.roles(plan),
      let sources = Self.sources(plan, path, textBudget: textBudget)
    else { return nil }
    (self.shape, self.roles, self.sources, self.needs) = (shape, roles, sources, needs)
    (self.path, terms, recheck, asked) = (path, plan.terms, plan.recheck, plan.selection)
    let isFixed = plan.recheck.filter?.isAboutNull ?? true
    rechecked = isFixed ? [] : roles.indices.filter { !path.expressed.contains(place: $0) }
  }

  /// The conditions' roles; `nil` where one is of a kind that a pattern does not have, or two are about one column.
  private static func roles(_ plan: Plan) -> [Role]? {
    let schema = plan.table.schema
    var seen = ColumnSet()
    if !plan.selection.includesDeleted, let column = schema.softDeleteColumn { seen.insert(column) }
    if let column = schema.layout.scopeInKey { seen.insert(column) }
    var roles: [Role] = []
    for condition in plan.selection.filter.conjuncts {
      let role: Role
      let column: Int
      switch condition {
      case .isNull(let of), .isPresent(let of): (role, column) = (.fixed(condition), of)
      case .number(let of, let set) where !set.isEmpty:
        (role, column) = (set.isPoint ? .value(column: of, isText: false) : .ranges(column: of), of)
      case .text(let of, let set) where set.ranges.count == 1 && set.ranges[0].isPoint:
        (role, column) = (.value(column: of, isText: true), of)
      default: return nil
      }
      guard !seen.contains(column), roles.count < 16 else { return nil }
      seen.insert(column)
      // Another value might lie outside of a partial index.
      roles.append(plan.table.conditionColumns.contains(column) ? .fixed(condition) : role)
    }
    return roles
  }

  private static func sources(_ plan: Plan, _ path: AccessPath, textBudget: Int) -> [Source]? {
    let conditions = plan.selection.filter.conjuncts
    var sources: [Source] = []
    if let index = path.index, index.parts.prefix(path.boundedParts).contains(where: { $0.prefix != nil }) {
      return nil
    }
    for (place, column) in path.keyColumns(plan.table.schema).prefix(path.boundedParts).enumerated() {
      let isLast = place + 1 == path.boundedParts
      if let condition = conditions.firstIndex(where: { $0.columns.contains(column) }) {
        switch conditions[condition] {
        case .isNull: sources.append(.null)
        case .isPresent where isLast: sources.append(.present)
        case .number(_, let set) where set.isPoint || isLast && set.ranges.count == path.ranges.count:
          sources.append(.condition(condition))
        case .text(_, let set) where set.ranges[0].lowerBound.bytes.count <= textBudget:
          sources.append(.condition(condition))
        default: return nil
        }
      } else if column == plan.table.schema.softDeleteColumn, !plan.selection.includesDeleted {
        sources.append(.null)
      } else {
        return nil
      }
    }
    // Several stretches are the ranges of the last part, and nothing else.
    guard path.ranges.count == 1 || hasRanges(sources, conditions) else { return nil }
    return sources
  }

  private static func hasRanges(_ sources: [Source], _ conditions: [Filter]) -> Bool {
    guard case .condition(let place)? = sources.last, case .number(_, let set) = conditions[place] else { return false }
    return !set.isPoint
  }
}

// MARK: Other questions

extension PlanPattern {
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
  /// Whether nothing but NULLs is looked at.
  fileprivate var isAboutNull: Bool {
    switch self {
    case .isNull, .isPresent: true
    case .all(let filters): filters.allSatisfy(\.isAboutNull)
    default: false
    }
  }

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

extension RangeSet<Int128> {
  /// Whether it is one number.
  fileprivate var isPoint: Bool { ranges.count == 1 && ranges[0].hasAtMost(1) }
}

extension Range<KeyBytes> {
  /// Whether it is the stretch of one text's key.
  fileprivate var isPoint: Bool { lowerBound.bytes.last == UnicodeCI.end && upperBound == lowerBound.successor }
}

extension KeyRange {
  /// The keys that have a number of `range` behind `prefix`.
  fileprivate init(_ prefix: [UInt8], _ range: Range<Int128>) {
    lower = prefix + (range.lowerBound == .min ? KeyBytes.lowestValue.bytes : NumberElement(range.lowerBound).bytes)
    upper = prefix + (range.upperBound == .max ? KeyBytes.highest.bytes : NumberElement(range.upperBound).bytes)
  }
}

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
  let roles: [Role]
  let sources: [Source]
  /// The key space that is walked, and whether the scope follows it.
  let space: UInt8
  let hasScope: Bool
  /// A longer text is cut in the key.
  let textBudget: Int
  let isOfTenant: Bool
  let needs: ColumnSet?
  let asked: Selection
  let path: AccessPath
  let terms: [OrderTerm]
  let recheck: Recheck
  /// Which conditions are rechecked, where their values differ from question to question.
  let rechecked: [Int]
  /// Whether costs chose the way, so that it is good for a few entries only.
  let isOfFew: Bool

  /// How many questions in a row had too many entries.
  let refusals = Atomic(0)

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
    let isBounded = path.boundedParts > 0 || path.index == nil
    let isFew = plan.estimate.map { $0 < Planner.fewEntries && isBounded && path.ranges.count == 1 }
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

extension Filter {
  /// Whether nothing but NULLs is looked at.
  fileprivate var isAboutNull: Bool {
    switch self {
    case .isNull, .isPresent: true
    case .all(let filters): filters.allSatisfy(\.isAboutNull)
    default: false
    }
  }
}

extension RangeSet<Int128> {
  /// Whether it is one number.
  var isPoint: Bool { ranges.count == 1 && ranges[0].hasAtMost(1) }
}

extension Range<KeyBytes> {
  /// Whether it is the stretch of one text's key.
  var isPoint: Bool { lowerBound.bytes.last == UnicodeCI.end && upperBound == lowerBound.successor }
}

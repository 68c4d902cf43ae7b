/// What questions have in common that differ in their values only, as a number: equal for equal shapes, and hardly ever
/// equal for others. Mixing is quick and not kept from anybody's influence; `PlanMemory` says why that does no harm.
struct QuestionShape {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The columns that conditions of partial indexes look at: their values say which of these can be used.
  private let telling: ColumnSet

  /// The shape of a question; `nil` for one that does not leave the way to the planner.
  init?(_ selection: Selection, _ reach: Reach, to table: StoredTable, needs: ColumnSet?) {
    guard selection.index == nil, selection.preference == nil, selection.limit > 0, selection.misuse == nil else {
      return nil
    }
    telling = table.conditionColumns
    if case .tenant = reach { mix(1) }
    mix(selection.filter)
    for term in selection.order {
      mix(UInt64(term.column) << 2 | (term.direction == .descending ? 1 : 0) | (term.locale == nil ? 0 : 2))
    }
    let tie: UInt64 =
      switch selection.tieDirection {
      case nil: 0;
      case .ascending: 1;
      case .descending: 2
      }
    mix(tie << 2 | (selection.isUnordered ? 2 : 0) | (selection.includesDeleted ? 1 : 0))
    mix(UInt64(selection.limit.addingReportingOverflow(selection.offset).partialValue.leadingZeroBitCount))
    if let needs { for word in needs.words.indices { mix(needs.words[word]) } }
  }

  private mutating func mix(_ number: UInt64) {
    let (high, low) = (value ^ number).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = high ^ low ^ 0x2545_F491_4F6C_DD1D
  }

  private mutating func mix(_ kind: UInt64, _ column: Int) { mix(kind << 32 | UInt64(column)) }

  private mutating func mix(_ filter: Filter) {
    switch filter {
    case .constant(let truth): mix(truth == true ? 1 : 2)
    case .all(let filters): mix(3, filters)
    case .any(let filters): mix(4, filters)
    case .isNull(let column): mix(5, column)
    case .isPresent(let column): mix(6, column)
    case .number(let column, let set):
      mix(7, column)
      mix(count: set.ranges.count)
      for range in set.ranges.prefix(4) {
        mix(range.hasAtMost(1) ? 0 : range.lowerBound == .min ? 1 : range.upperBound == .max ? 2 : 3)
        if telling.contains(column) { mix(UInt64(truncatingIfNeeded: range.lowerBound ^ range.upperBound << 32)) }
      }
    case .text(let column, let set):
      mix(8, column)
      mix(count: set.ranges.count)
      for range in set.ranges.prefix(4) {
        mix(range.upperBound == .highest ? 1 : range.lowerBound == .lowestValue ? 2 : 3)
        if telling.contains(column) { for byte in range.lowerBound.bytes { mix(UInt64(byte)) } }
      }
    case .like(let column, let test): mix(test.isNegated ? 9 : 10, column)
    case .member(let column, _): mix(11, column)
    case .computed: mix(12)
    case .exists: mix(13)
    case .matches: mix(14)
    }
  }

  private mutating func mix(_ kind: UInt64, _ filters: [Filter]) {
    mix(kind, filters.count)
    for filter in filters { mix(filter) }
  }

  /// One, two, or roughly so many.
  private mutating func mix(count: Int) { mix(UInt64(count.leadingZeroBitCount)) }
}

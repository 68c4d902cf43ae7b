internal import Synchronization

/// The ways that were taken for the last questions to a table, by the questions' shapes.
///
/// What is remembered is only where to look first: whoever asks makes that way anew for the values at hand and holds it
/// against what a good way must be. So a forgotten, overwritten or mistaken entry costs time and nothing else, no lock
/// is needed, and nothing is ever invalid.
final class PlanMemory: Sendable {
  /// The upper 56 bits of a shape and, below them, the place of a way; 0 where nothing is remembered.
  private let slots = InlineArray<256, Atomic<UInt64>> { _ in Atomic(0) }

  /// The place of the way that was taken for a shape.
  func way(for shape: UInt64) -> UInt8? {
    let slot = slots[Self.slot(of: shape)].load(ordering: .relaxed)
    return (slot ^ shape) >> 8 == 0 && slot != 0 ? UInt8(truncatingIfNeeded: slot) : nil
  }

  func remember(_ way: UInt8, for shape: UInt64) {
    slots[Self.slot(of: shape)].store(shape & ~0xFF | UInt64(way), ordering: .relaxed)
  }

  private static func slot(of shape: UInt64) -> Int { Int(truncatingIfNeeded: shape >> 56) }
}

/// What questions have in common that differ in their values only, as a number: equal for equal shapes, and hardly ever
/// equal for others. Mixing is quick and not kept from anybody's influence; see `PlanMemory` for why that does no harm.
struct QuestionShape {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func mix(_ number: UInt64) {
    let (high, low) = (value ^ number).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = high ^ low ^ 0x2545_F491_4F6C_DD1D
  }

  private mutating func mix(_ kind: UInt64, _ column: Int) { mix(kind << 32 | UInt64(column)) }

  mutating func mix(_ filter: Filter) {
    switch filter {
    case .constant(let truth): mix(truth == true ? 1 : 2)
    case .all(let filters): mixAll(3, filters)
    case .any(let filters): mixAll(4, filters)
    case .isNull(let column): mix(5, column)
    case .isPresent(let column): mix(6, column)
    case .number(let column, let set):
      mix(7, column)
      mixRanges(set.ranges) { $0.hasAtMost(1) ? 0 : $0.lowerBound == .min ? 1 : $0.upperBound == .max ? 2 : 3 }
    case .text(let column, let set):
      mix(8, column)
      mixRanges(set.ranges) { $0.upperBound == .highest ? 1 : $0.lowerBound == .lowestValue ? 2 : 3 }
    case .like(let column, let test): mix(test.isNegated ? 9 : 10, column)
    case .member(let column, _): mix(11, column)
    case .computed: mix(12)
    case .exists: mix(13)
    case .matches: mix(14)
    }
  }

  private mutating func mixAll(_ kind: UInt64, _ filters: [Filter]) {
    mix(kind, filters.count)
    for filter in filters { mix(filter) }
  }

  /// How many ranges there are, roughly, and of which kind the first ones.
  private mutating func mixRanges<Bound>(_ ranges: [Range<Bound>], _ kind: (Range<Bound>) -> UInt64) {
    mix(UInt64(ranges.count.leadingZeroBitCount))
    for range in ranges.prefix(4) { mix(kind(range)) }
  }

  mutating func mix(_ selection: Selection, _ terms: [OrderTerm]) {
    mix(selection.filter)
    for term in terms {
      mix(UInt64(term.column) << 2 | (term.direction == .descending ? 1 : 0) | (term.locale == nil ? 0 : 2))
    }
    let rows = selection.limit.addingReportingOverflow(selection.offset).partialValue
    mix(UInt64(rows.leadingZeroBitCount) << 1 | (selection.includesDeleted ? 1 : 0))
  }

  mutating func mix(_ columns: ColumnSet) {
    for word in columns.words.indices { mix(columns.words[word]) }
  }
}

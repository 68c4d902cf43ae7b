internal import UnicodeText

/// What conditions that hold together say of one column.
struct ColumnBounds: Sendable {
  /// The elements of the values that it can have.
  var ranges: RangeSet<KeyBytes>
  /// The same as numbers, when all that was said of it was about numbers.
  var numbers: RangeSet<Int128>?
  /// Whether every value in the ranges is one that was asked for.
  var isExact: Bool
  /// The conditions that went in, by their places in the conjunction.
  var conditions: ConditionSet = []
  /// Those among them that the ranges express in full.
  var expressed: ConditionSet = []

  init(_ ranges: RangeSet<KeyBytes>, numbers: RangeSet<Int128>? = nil, isExact: Bool = true) {
    (self.ranges, self.numbers, self.isExact) = (ranges, numbers, isExact)
  }

  /// NULL alone, and every value: made once, as most questions ask for rows that are not marked as deleted.
  static let null = ColumnBounds(RangeSet(.null))
  static let present = ColumnBounds(RangeSet(.values))

  init(_ numbers: RangeSet<Int128>) { self.init(RangeSet(elements: numbers), numbers: numbers) }

  /// What both say together.
  func intersection(_ other: ColumnBounds) -> ColumnBounds {
    var bounds =
      if let numbers, let others = other.numbers { ColumnBounds(numbers.intersection(others)) } else {
        ColumnBounds(ranges.intersection(other.ranges))
      }
    bounds.isExact = isExact && other.isExact
    bounds.conditions = conditions.union(other.conditions)
    bounds.expressed = expressed.union(other.expressed)
    return bounds
  }

  /// What one of the two says.
  func union(_ other: ColumnBounds) -> ColumnBounds {
    var bounds =
      if let numbers, let others = other.numbers { ColumnBounds(numbers.union(others)) } else {
        ColumnBounds(ranges.union(other.ranges))
      }
    bounds.isExact = isExact && other.isExact
    return bounds
  }

  /// The element of the one number that is left.
  var point: Range<KeyBytes>? {
    guard let numbers, numbers.ranges.count == 1, numbers.ranges[0].hasAtMost(1) else { return nil }
    return ranges.ranges.first
  }

  /// The values one by one, when they are few and whole numbers.
  var points: [Int128]? {
    guard let numbers else { return nil }
    var points: [Int128] = []
    for range in numbers.ranges {
      guard range.hasAtMost(256), points.count <= 256 else { return nil }
      points += range
    }
    return points.count <= 256 ? points : nil
  }
}

/// Conditions by their places in a conjunction; those behind the sixty-fourth are only rechecked.
struct ConditionSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(place: Int) { rawValue = place < 64 ? 1 << UInt64(place) : 0 }

  func contains(place: Int) -> Bool { place < 64 && rawValue & (1 << UInt64(place)) != 0 }
}

extension Filter {
  /// The conditions that hold together; a lone one is a conjunction of itself.
  var conjuncts: [Filter] {
    var conjuncts: [Filter] = []
    collectConjuncts(&conjuncts)
    return conjuncts
  }

  private func collectConjuncts(_ conjuncts: inout [Filter]) {
    switch self {
    case .all(let filters): for filter in filters { filter.collectConjuncts(&conjuncts) }
    case .constant(true): break
    default: conjuncts.append(self)
    }
  }

  /// What the filter says of the one column that it is about; `nil` when it is about several columns or says nothing that
  /// a stretch of keys could.
  func bounds() -> (column: Int, bounds: ColumnBounds)? {
    switch self {
    case .isNull(let column): return (column, .null)
    case .isPresent(let column): return (column, .present)
    case .number(let column, let set): return (column, ColumnBounds(set))
    case .text(let column, let set): return (column, ColumnBounds(set.ofValues))
    case .like(let column, let test):
      let prefix = UnicodeCI.keyPrefix(of: test.parsed.literalPrefix.utf8Span.span.bytes)
      guard test.isOrdered, !test.isNegated, !prefix.isEmpty else { return nil }
      return (column, ColumnBounds(RangeSet(.point(KeyBytes(prefix))), isExact: false))
    case .any(let filters):
      // What is never true adds nothing.
      return Self.bounds(filters.filter { $0 != .constant(nil) && $0 != .constant(false) }) { $0.union($1) }
    case .all(let filters): return Self.bounds(filters) { $0.intersection($1) }
    case .constant, .member, .computed, .exists, .matches: return nil
    }
  }

  private static func bounds(
    _ filters: [Filter], _ combine: (ColumnBounds, ColumnBounds) -> ColumnBounds
  ) -> (column: Int, bounds: ColumnBounds)? {
    guard let (column, first) = filters.first?.bounds() else { return nil }
    var bounds = first
    for filter in filters.dropFirst() {
      guard let other = filter.bounds(), other.column == column else { return nil }
      bounds = combine(bounds, other.bounds)
    }
    return (column, bounds)
  }
}

extension RangeSet<KeyBytes> {
  /// Numbers as their elements.
  fileprivate init(elements numbers: RangeSet<Int128>) {
    self.init()
    for range in numbers.ranges {
      let lower = range.lowerBound == .min ? KeyBytes.lowestValue : StoredValue.element(range.lowerBound)
      if range.upperBound == .max {
        insert(contentsOf: lower..<KeyBytes.highest)
      } else if range.lowerBound != .min, range.upperBound == range.lowerBound + 1 {
        insert(contentsOf: .point(lower))
      } else {
        insert(contentsOf: lower..<StoredValue.element(range.upperBound))
      }
    }
  }
}

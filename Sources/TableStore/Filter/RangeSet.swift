/// Disjoint ranges in order: the values that a column may have.
///
/// The standard library has one of this name. It is not specialized for a caller's type, which costs microseconds a query.
struct RangeSet<Bound: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// In order; none is empty and no two touch.
  private(set) var ranges: [Range<Bound>] = []

  /// Nothing.
  init() {}

  /// One range, or nothing when it is empty.
  init(_ range: Range<Bound>) { if !range.isEmpty { ranges = [range] } }

  var isEmpty: Bool { ranges.isEmpty }

  func contains(_ value: Bound) -> Bool { first(atOrAfter: value) == value }

  /// The least value of the set that is `value` or lies behind it.
  func first(atOrAfter value: Bound) -> Bound? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if value < ranges[middle].upperBound { high = middle } else { low = middle + 1 }
    }
    return low < ranges.count ? Swift.max(value, ranges[low].lowerBound) : nil
  }

  /// Adds a range; those that it touches become one with it.
  mutating func insert(contentsOf range: Range<Bound>) {
    guard !range.isEmpty else { return }
    if ranges.last.map({ $0.upperBound < range.lowerBound }) ?? true { return ranges.append(range) }
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      return
    }
    let first = ranges.firstIndex { $0.upperBound >= range.lowerBound } ?? ranges.count
    let end = ranges[first...].firstIndex { $0.lowerBound > range.upperBound } ?? ranges.count
    guard first < end else { return ranges.insert(range, at: first) }
    let lower = Swift.min(range.lowerBound, ranges[first].lowerBound)
    let upper = Swift.max(range.upperBound, ranges[end - 1].upperBound)
    ranges.replaceSubrange(first..<end, with: [lower..<upper])
  }

  mutating func formUnion(_ other: RangeSet) { for range in other.ranges { insert(contentsOf: range) } }

  func union(_ other: RangeSet) -> RangeSet {
    var set = self
    set.formUnion(other)
    return set
  }

  func intersection(_ other: RangeSet) -> RangeSet {
    var set = RangeSet()
    var (left, right) = (0, 0)
    while left < ranges.count, right < other.ranges.count {
      let (first, second) = (ranges[left], other.ranges[right])
      let lower = Swift.max(first.lowerBound, second.lowerBound)
      let upper = Swift.min(first.upperBound, second.upperBound)
      if lower < upper { set.ranges.append(lower..<upper) }
      if first.upperBound < second.upperBound { left += 1 } else { right += 1 }
    }
    return set
  }

  func subtracting(_ other: RangeSet) -> RangeSet {
    var set = RangeSet()
    for range in ranges {
      var lower = range.lowerBound
      for hole in other.ranges where hole.upperBound > lower && hole.lowerBound < range.upperBound {
        if lower < hole.lowerBound { set.ranges.append(lower..<hole.lowerBound) }
        lower = Swift.max(lower, hole.upperBound)
      }
      if lower < range.upperBound { set.ranges.append(lower..<range.upperBound) }
    }
    return set
  }
}

/// How a set of a column's values is best said.
enum SetShape<Value> {
  /// As some values.
  case listed([Value])
  /// As all but some values, and NULL.
  case excluded([Value])
  /// As stretches from one value to another; `nil` where a stretch has no end.
  case stretches([(from: Value?, to: Value?)])
}

extension ColumnDefinition {
  /// How a set of this column's numbers is said; both ends of a stretch belong to it.
  func shape(of set: RangeSet<Int128>) -> SetShape<Int128> {
    let ranges = Array(set.ranges)
    if let values = values(in: ranges) { return .listed(values) }
    let others = Array(RangeSet(.min..<Int128.max).subtracting(set).ranges)
    if !others.isEmpty, let values = values(in: others) { return .excluded(values) }
    return .stretches(
      ranges.map { range in
        (range.lowerBound == .min ? nil : range.lowerBound, range.upperBound == .max ? nil : range.upperBound - 1)
      })
  }

  /// The numbers, where they are few. Neighbours are taken for elements of a list, but for times and fractions, which are
  /// asked for from one to another.
  private func values(in ranges: [Range<Int128>]) -> [Int128]? {
    let longest: Int128 =
      switch type {
      case .timestamp, .datetime, .date, .decimal: 1
      default: 16
      }
    var values: [Int128] = []
    for range in ranges {
      guard range.hasAtMost(longest), values.count <= 1_000 else { return nil }
      values += range
    }
    return values
  }
}

extension RangeSet<KeyBytes> {
  /// How a set of a column's texts is said, by their keys; the end of a stretch does not belong to it.
  var shape: SetShape<KeyBytes> {
    if let keys = points { return .listed(keys) }
    let others = RangeSet(.values).subtracting(self)
    if !others.isEmpty, let keys = others.points { return .excluded(keys) }
    return .stretches(
      ranges.map { range in
        (
          range.lowerBound <= .lowestValue ? nil : range.lowerBound,
          range.upperBound == .highest ? nil : range.upperBound
        )
      })
  }

  /// The keys, where all ranges are of one key.
  private var points: [KeyBytes]? {
    let isPoints = ranges.allSatisfy { $0.upperBound == $0.lowerBound.successor }
    return isPoints ? ranges.map(\.lowerBound) : nil
  }
}

/// The way through one index.
extension Planner {
  /// The way through an index; `nil` when it neither narrows nor orders anything.
  func path(_ index: IndexLayout, leading: [KeyBytes]? = nil) throws -> AccessPath? {
    guard isImplied(index), !index.isAcross || reach == .everything else { return nil }
    let isWanted =
      index.condition != nil || selection.index != nil || leading != nil || index.parts.isEmpty
      || index.parts.first.map { bounds.contains($0.column) } == true || givesOrder(index) || covers(index)
    guard isWanted else { return nil }
    var prefixes = index.hasScope ? try scopeElements().map { [index.id] + $0 } : [[index.id]]
    let scopeCount = prefixes.count
    var path = AccessPath(source: .index(index), ranges: [], expressed: index.hasScope ? scopeConditions : [])
    if index.condition != nil { path.expressed.formUnion(expressed(by: index)) }
    var parts = index.parts.map { (column: $0.prefix == nil ? $0.column : -1, points: 0) }
    var ranges: [KeyRange]?
    var hasNull = false
    for (place, part) in index.parts.enumerated() {
      guard let stretches = stretches(of: index, place, leading: place == 0 ? leading : nil) else { break }
      let isPoints = stretches.intervals.allSatisfy(\.isPoint)
      guard isPoints || ranges == nil, prefixes.count * stretches.intervals.count <= Self.mostRanges else { break }
      path.boundedParts += 1
      path.bounding.formUnion(bounds[part.column]?.conditions ?? [])
      if stretches.intervals.allSatisfy(\.isExact) { path.expressed.formUnion(stretches.expressed) }
      guard isPoints else {
        ranges = prefixes.flatMap { prefix in
          stretches.intervals.map {
            KeyRange(lower: prefix + $0.range.lowerBound.bytes, upper: prefix + $0.range.upperBound.bytes)
          }
        }
        break
      }
      parts[place].points = stretches.intervals.count
      hasNull = hasNull || stretches.intervals.contains { $0.range == .null }
      Self.extend(&prefixes, stretches.intervals)
    }
    path.ranges = ranges ?? prefixes.map { KeyRange(prefix: $0) }
    path.isOneRow =
      index.isUnique && !hasNull && path.ranges.count == 1 && parts.allSatisfy { $0.points > 0 }
    path.skipsLeading = leading != nil
    matchOrder(&path, parts: parts, scopes: scopeCount)
    path.isCovering = isCovering(index, path.expressed)
    return path
  }

  /// Puts each point behind each prefix.
  private static func extend(_ prefixes: inout [[UInt8]], _ points: [KeyInterval]) {
    if prefixes.count == 1, points.count == 1 { return prefixes[0] += points[0].range.lowerBound.bytes }
    prefixes = prefixes.flatMap { prefix in points.map { prefix + $0.range.lowerBound.bytes } }
  }

  /// So many stretches are walked at most.
  static let mostRanges = 2_000

  /// What the conditions leave of one part of an index: points one by one where what follows makes use of that.
  private func stretches(
    of index: IndexLayout, _ place: Int, leading: [KeyBytes]?
  ) -> (intervals: [KeyInterval], expressed: ConditionSet)? {
    let part = index.parts[place]
    if let leading {
      return (leading.map { KeyInterval(range: .point($0), isPoint: true, isExact: true) }, [])
    }
    guard let bounds = bounds[part.column] else { return nil }
    if let point = bounds.point {
      return ([KeyInterval(range: point, isPoint: true, isExact: true)], bounds.expressed)
    }
    let isUsed =
      place + 1 < index.parts.count && (!terms.isEmpty || self.bounds.contains(index.parts[place + 1].column))
    if isUsed || bounds.numbers?.ranges.count == 1, let points = bounds.points, isUsed || points.count == 1 {
      let intervals = points.map {
        KeyInterval(range: .point(StoredValue.element($0)), isPoint: true, isExact: true)
      }
      return (intervals, bounds.expressed)
    }
    return (index.intervals(bounds.ranges, of: part), bounds.expressed)
  }

  private func givesOrder(_ index: IndexLayout) -> Bool {
    guard let term = terms.first(where: { !isConstant($0) }) else { return false }
    let part = index.parts.first { !isConstant($0.column) }
    return part?.column == term.column && part?.prefix == nil
  }

  /// Whether an entry of the index has all that is read and rechecked.
  private func isCovering(_ index: IndexLayout, _ expressed: ConditionSet) -> Bool {
    guard let needs, needs.isSubset(of: index.readable) else { return false }
    guard let residual = residual(expressed) else { return true }
    return residual.needsOnlyNumbers && residual.columns.isSubset(of: index.readable)
  }

  /// Whether an index can answer without rows, though it narrows nothing.
  private func covers(_ index: IndexLayout) -> Bool {
    guard !index.hasHolder, let needs, let numericColumns else { return false }
    return needs.union(numericColumns).isSubset(of: index.readable)
  }
}

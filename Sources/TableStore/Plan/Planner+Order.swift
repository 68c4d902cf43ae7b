extension Planner {
  /// Whether a column has the same value in all rows that are asked for.
  func isConstant(_ column: Int) -> Bool { constants.contains(column) }

  /// Whether a column's bounds leave one value.
  func isPoint(_ column: Int) -> Bool {
    guard let bounds = bounds[column] else { return false }
    if let points = bounds.numbers, points.ranges.count == 1, let range = points.ranges.first {
      return range.lowerBound != .min && range.upperBound == range.lowerBound + 1
    }
    let ranges = bounds.ranges.ranges
    guard ranges.count == 1, let range = ranges.first, bounds.isExact else { return false }
    return range == .null
      || bounds.numbers == nil && range.upperBound == range.lowerBound.successor
        && range.lowerBound.bytes.last == 0x0B
  }

  /// Whether a term says nothing of the order. Texts that are equal may differ in a language.
  func isConstant(_ term: OrderTerm) -> Bool {
    isConstant(term.column) && (term.locale == nil || table.schema.columns[term.column].storage != .text)
  }

  /// Finds how much of the order a path gives by itself, and whether its stretches must be merged for that.
  ///
  /// - Parameters:
  ///   - parts: the columns of the key in order, -1 for one that gives no order, each with the number of its points: 0
  ///     where it is not bounded to points.
  ///   - scopes: how many scopes the path goes through.
  func matchOrder(_ path: inout AccessPath, parts: [(column: Int, points: Int)], scopes: Int) {
    var term = 0
    var direction: Direction?
    func passConstants() { while term < terms.count, isConstant(terms[term]) { term += 1 } }
    func takes(_ column: Int) -> Bool {
      guard term < terms.count, terms[term].column == column, terms[term].locale == nil,
        direction == nil || direction == terms[term].direction
      else { return false }
      direction = terms[term].direction
      term += 1
      return true
    }
    passConstants()
    var merged: Int?
    if scopes > 1 {
      if let column = table.schema.layout.scopeInKey, takes(column) { passConstants() } else { merged = 0 }
    }
    let isUnique = path.index?.isUnique ?? false
    var place = 0
    while place < parts.count, term < terms.count {
      if takes(parts[place].column) {
        passConstants()
      } else if parts[place].points > 1, direction == nil {
        merged = place + 1
      } else if parts[place].points != 1 {
        break
      }
      place += 1
    }
    // What is not told apart by all columns of a unique index, none of them NULL, is told apart by nothing.
    if place == parts.count, isUnique, merged == nil, !parts.contains(where: { isNullable($0.column) }) {
      term = terms.count
    } else if place == parts.count {
      _ = takes(table.schema.primaryKey)
    }
    passConstants()
    path.orderedTerms = path.isOneRow ? terms.count : term
    path.isDescending = direction == .descending
    if path.ranges.count > 1, let merged, direction != nil, path.index != nil {
      path.sequence = .merged(parts: merged)
    } else if path.ranges.count > 1, merged != nil {
      path.orderedTerms = 0
    }
    if path.orderedTerms == 0 { path.isDescending = false }
  }

  private func isNullable(_ column: Int) -> Bool { column < 0 || table.schema.columns[column].isNullable }
}

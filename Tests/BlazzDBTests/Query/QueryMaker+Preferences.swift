import TestSupport

@testable import TableStore

/// Questions that make certain kinds of access possible.
extension QueryMaker {
  /// Prefers a kind of access, mostly where the conditions make it possible.
  mutating func prefer(_ kind: AccessPreference, _ question: inout QueryQuestion, _ table: QueryTable) {
    question.preference = kind
    let indexes = table.schema.maintained.filter { !$0.parts.isEmpty && $0.condition == nil }
    guard !indexes.isEmpty, !random.chance(4) else { return }
    let leading = Set(indexes.map { $0.parts[0].column }).sorted().shuffled(using: &random)
    switch kind {
    case .union:
      let branches = leading.prefix(3).map { leaf(table, $0, [$0]) }
      question.predicate = .any(branches.count > 1 ? branches : branches + [leaf(table, [table.schema.primaryKey])])
      if random.chance(2) { question.predicate = .all([question.predicate, leaf(table, leading)]) }
    case .intersection:
      let columns = leading.prefix(random.chance(3) ? 3 : 2)
      question.predicate = .all(
        columns.map { .compare($0, random.chance(3) ? .greaterOrEqual : .equal, literal(table, $0)) })
    case .skipping, .merging:
      let long = indexes.filter { $0.parts.count > 1 }
      guard !long.isEmpty else { return }
      let parts = random.pick(long).parts.map(\.column)
      question.predicate = leaf(table, parts[1], parts)
      guard kind == .merging else { return }
      let direction: Direction = random.chance(2) ? .ascending : .descending
      question.predicate = .among(parts[0], (0..<3).map { _ in literal(table, parts[0]) })
      question.order = parts.dropFirst().map { OrderTerm($0, direction) }
      question.isUnordered = false
    }
  }

  /// A predicate that says an index's condition, or more; `nil` where no row fulfils it.
  mutating func predicate(_ condition: Filter, _ table: QueryTable) -> QueryPredicate? {
    var parts: [QueryPredicate] = []
    for part in condition.conjuncts {
      switch part {
      case .isNull(let column): parts.append(.isNull(column))
      case .isPresent(let column): parts.append(.not(.isNull(column)))
      default:
        guard let (column, _) = part.bounds() else { return nil }
        let fitting = table.rows.filter { row in
          let value = row.values[column].stored(in: table.schema.columns[column])
          guard case .number(_, let set) = part, case .number(let number) = value else { return false }
          return set.contains(number)
        }
        guard !fitting.isEmpty else { return nil }
        parts.append(.compare(column, .equal, literal(random.pick(fitting).values[column], table, column)))
      }
    }
    return .all(parts)
  }
}

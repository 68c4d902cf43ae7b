/// Counts of rows whose parent is so, of one reference: each row's parent is fetched once for all of them.
struct ParentCounts: Sendable {
  let link: ParentLink
  /// Each with its place among the aggregates.
  private(set) var tests: [(place: Int, program: FilterProgram)]

  /// The counts among some aggregates that ask for nothing but a parent.
  static func of(_ kinds: [AggregateKind]) -> [ParentCounts] {
    var parents: [ParentCounts] = []
    for (place, kind) in kinds.enumerated() {
      guard case .countWhere(.exists(let test)) = kind, let link = ParentLink(test), !test.isNegated else { continue }
      if let known = parents.firstIndex(where: { $0.link == link }) {
        parents[known].tests.append((place, test.program))
      } else {
        parents.append(ParentCounts(link: link, tests: [(place, test.program)]))
      }
    }
    return parents
  }
}

/// Which row of another table a row refers to.
struct ParentLink: Hashable, Sendable {
  let column: Int
  /// The other table's id.
  let target: UInt8
  let includesDeleted: Bool

  /// - Returns: `nil` for a test that asks for children.
  init?(_ test: ExistenceTest) {
    guard case .parent(let column) = test.link else { return nil }
    (self.column, target, includesDeleted) = (column, test.target.id, test.includesDeleted)
  }
}

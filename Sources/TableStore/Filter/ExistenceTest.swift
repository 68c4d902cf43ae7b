/// Whether another table has a row that belongs to the one at hand: SQL's EXISTS over a reference.
struct ExistenceTest: Hashable, Sendable {
  /// How the two rows belong together.
  enum Link: Hashable, Sendable {
    /// The other table's column refers to this row.
    case child(column: Int)
    /// This row's column refers to the other table's row.
    case parent(column: Int)
  }

  let target: TableSchema
  let link: Link
  /// What the other row has to be.
  let filter: Filter
  let includesDeleted: Bool
  var isNegated = false
  /// The filter for evaluation.
  let program: FilterProgram

  init(target: TableSchema, link: Link, filter: Filter, includesDeleted: Bool) {
    (self.target, self.link, self.filter, self.includesDeleted) = (target, link, filter, includesDeleted)
    program = FilterProgram(filter, target)
  }

  /// What is true where this is false.
  var negated: ExistenceTest {
    var test = self
    test.isNegated.toggle()
    return test
  }

  static func == (left: ExistenceTest, right: ExistenceTest) -> Bool {
    left.target === right.target && left.link == right.link && left.filter == right.filter
      && left.includesDeleted == right.includesDeleted && left.isNegated == right.isNegated
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(target.id)
    hasher.combine(link)
    hasher.combine(filter)
  }
}

extension Filter {
  /// The columns that the filter looks at.
  var columns: ColumnSet {
    switch self {
    case .constant, .matches: ColumnSet()
    case .all(let filters), .any(let filters): filters.reduce(ColumnSet()) { $0.union($1.columns) }
    case .isNull(let column), .isPresent(let column), .number(let column, _), .text(let column, _),
      .like(let column, _), .member(let column, _):
      ColumnSet([column])
    case .computed(let computation): ColumnSet(computation.columns)
    case .exists(let test): if case .parent(let column) = test.link { ColumnSet([column]) } else { ColumnSet() }
    }
  }

  /// The columns that the filter looks at for more than whether they are NULL.
  var valueColumns: ColumnSet {
    switch self {
    case .isNull, .isPresent: ColumnSet()
    case .all(let filters), .any(let filters): filters.reduce(ColumnSet()) { $0.union($1.valueColumns) }
    default: columns
    }
  }

  /// Whether numbers and NULL marks are all that the filter looks at, so that an index entry can answer it.
  var needsOnlyNumbers: Bool {
    switch self {
    case .constant, .isNull, .isPresent, .number: true
    case .all(let filters), .any(let filters): filters.allSatisfy(\.needsOnlyNumbers)
    case .text, .like, .member, .computed, .exists, .matches: false
    }
  }
}

/// A condition on the rows of one table, by the places of its columns: what the typed and the SQL forms both become.
///
/// It is in negation normal form, so that three-valued logic needs no third value: a test on a column that is NULL is
/// unknown, unknown counts as false, and no negation stands above a test to turn that round.
indirect enum Filter: Hashable, Sendable {
  /// TRUE, FALSE, or unknown.
  case constant(Bool?)
  case all([Filter])
  case any([Filter])
  case isNull(Int)
  case isPresent(Int)
  /// The column's number lies in the set.
  case number(Int, RangeSet<Int128>)
  /// The column's text, as its collation key, or bytes, lie in the set.
  case text(Int, RangeSet<KeyBytes>)
  /// The column's text is, or is not, LIKE a pattern.
  case like(Int, LikeTest)
  /// A member of the column's JSON.
  case member(Int, JSONMemberTest)
  /// What no set of the column's values says: two columns, a text as a number.
  case computed(SQLComputation)
  /// There is, or there is not, a row of another table that belongs to this one.
  case exists(ExistenceTest)
  /// The row's words match, or do not match, a search; the rows that do stand in its place before any row is judged.
  case matches(SearchTest)
}

extension Filter {
  /// Compares a column with a value of its own kind.
  static func compare(_ ordinal: Int, _ column: ColumnDefinition, _ comparison: Comparison, _ value: StoredValue)
    -> Filter
  {
    switch value {
    case .null: .constant(nil)
    case .number(let number): .number(ordinal, comparison.numbers(number, isExact: true))
    case .above(let number): .number(ordinal, comparison.numbers(number, isExact: false))
    case .text(let text) where column.storage == .text:
      .text(ordinal, comparison.texts(StoredValue.textKey(text, column)))
    case .text(let text): .computed(SQLComputation(ordinal, comparison, .text(text)))
    case .bytes(let bytes): .text(ordinal, comparison.texts(KeyBytes(SQLValue.bytesKey(bytes))))
    }
  }

  /// Whether a column holds one of the values; with NULL among them it is unknown whether it holds none.
  static func among(_ ordinal: Int, _ column: ColumnDefinition, _ values: [StoredValue]) -> Filter {
    var numbers = RangeSet<Int128>()
    var texts = RangeSet<KeyBytes>()
    var others: [Filter] = []
    for value in values {
      if case .number(let number) = value {
        numbers.insert(contentsOf: number..<number + 1)
        continue
      }
      switch compare(ordinal, column, .equal, value) {
      case .number(_, let set): numbers.formUnion(set)
      case .text(_, let set): texts.formUnion(set)
      case let filter: others.append(filter)
      }
    }
    let isText = column.storage == .text || column.storage == .bytes
    let set = isText ? Filter.text(ordinal, texts) : .number(ordinal, numbers)
    return others.isEmpty ? set : .any([set] + others)
  }

  /// Both, without nesting.
  func and(_ other: Filter) -> Filter {
    switch (self, other) {
    case (.constant(true), _): other
    case (_, .constant(true)): self
    case (.all(let left), .all(let right)): .all(left + right)
    case (.all(let left), _): .all(left + [other])
    case (_, .all(let right)): .all([self] + right)
    default: .all([self, other])
    }
  }

  /// Either, without nesting.
  func or(_ other: Filter) -> Filter {
    switch (self, other) {
    case (.any(let left), .any(let right)): .any(left + right)
    case (.any(let left), _): .any(left + [other])
    case (_, .any(let right)): .any([self] + right)
    default: .any([self, other])
    }
  }

  /// What is true exactly where this is false.
  var negated: Filter {
    switch self {
    case .constant(let truth): .constant(truth.map { !$0 })
    case .all(let filters): .any(filters.map(\.negated))
    case .any(let filters): .all(filters.map(\.negated))
    case .isNull(let column): .isPresent(column)
    case .isPresent(let column): .isNull(column)
    case .number(let column, let set):
      .number(column, RangeSet(.min..<Int128.max).subtracting(set))
    case .text(let column, let set): .text(column, RangeSet(.values).subtracting(set))
    case .like(let column, var test):
      {
        test.isNegated.toggle(); return .like(column, test)
      }()
    case .member(let column, let test): .member(column, test.negated)
    case .computed(let computation): .computed(computation.negated)
    case .exists(let test): .exists(test.negated)
    case .matches(let test): .matches(test.negated)
    }
  }
}

extension Comparison {
  /// The numbers for which it holds beside `value`, or beside what lies between that and the next.
  fileprivate func numbers(_ value: Int128, isExact: Bool) -> RangeSet<Int128> {
    let value = min(max(value, .min + 1), .max - 2)
    let (below, from) = (Int128.min..<(isExact ? value : value + 1), (isExact ? value : value + 1)..<Int128.max)
    return switch self {
    case .equal: isExact ? RangeSet(value..<value + 1) : RangeSet()
    case .notEqual:
      isExact ? RangeSet(.min..<Int128.max).subtracting(RangeSet(value..<value + 1)) : RangeSet(.min..<Int128.max)
    case .less: RangeSet(below)
    case .lessOrEqual: RangeSet(.min..<value + 1)
    case .greater: RangeSet(value + 1..<Int128.max)
    case .greaterOrEqual: RangeSet(from)
    }
  }

  /// The collation keys for which it holds beside `key`.
  fileprivate func texts(_ key: KeyBytes) -> RangeSet<KeyBytes> {
    switch self {
    case .equal: RangeSet(.point(key))
    case .notEqual: RangeSet(.values).subtracting(RangeSet(.point(key)))
    case .less: RangeSet(.lowestValue..<max(key, .lowestValue))
    case .lessOrEqual: RangeSet(.lowestValue..<max(key, .lowestValue).successor)
    case .greater: RangeSet(key.successor..<KeyBytes.highest)
    case .greaterOrEqual: RangeSet(max(key, .lowestValue)..<KeyBytes.highest)
    }
  }
}

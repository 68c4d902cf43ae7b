/// How tightly an operator holds what stands beside it, by MySQL's grammar.
enum Binding: Int, Comparable {
  /// Only what closes it ends it: parentheses, a list, the lower bound of a BETWEEN.
  case bracket
  case or, and, not
  /// Comparisons and IS NULL, from left to right.
  case comparison
  /// IN, BETWEEN and LIKE, which do not chain; but the upper bound of a BETWEEN may be one of them.
  case predicate
  /// `!`, and what LIKE takes as its pattern.
  case operand

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
}

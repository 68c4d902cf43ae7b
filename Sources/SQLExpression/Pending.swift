/// A construct whose right side is still to be read.
struct Pending {
  enum Construct: Equatable {
    /// `(`
    case parenthesis
    /// `operand IN (element, …`
    case list(isNegated: Bool)
    /// `operand BETWEEN`
    case lowerBound(isNegated: Bool)
    /// `operand BETWEEN low AND`
    case upperBound(isNegated: Bool)
    /// `part OR … OR`
    case or
    /// `part AND … AND`
    case and
    /// `NOT`
    case not
    /// `left =`
    case comparison(Comparison)
    /// `operand LIKE`
    case pattern(isNegated: Bool)
    /// `!`
    case bang
  }

  var construct: Construct
  /// Where the construct begins.
  var start: Int
  /// Where the token stands that opened it.
  var offset: Int
  /// Which of the parser's nodes is the first of its own.
  var firstNode: Int

  /// How tightly it holds what is to its right.
  var binding: Binding {
    switch construct {
    case .parenthesis, .list, .lowerBound: .bracket
    case .or: .or
    case .and: .and
    case .not: .not
    case .comparison: .comparison
    case .upperBound: .predicate
    case .pattern, .bang: .operand
    }
  }

  /// How tightly the whole holds together.
  var wholeBinding: Binding {
    switch construct {
    case .parenthesis: .operand
    case .list, .lowerBound, .pattern: .predicate
    default: binding
    }
  }

  /// Whether any condition may stand to its right, and so a NOT.
  var takesCondition: Bool {
    switch construct {
    case .parenthesis, .list, .or, .and, .not: true
    case .lowerBound, .upperBound, .comparison, .pattern, .bang: false
    }
  }

  var isList: Bool { if case .list = construct { true } else { false } }

  /// Whether a `)` closes it.
  var isParenthesis: Bool { isList || construct == .parenthesis }
}

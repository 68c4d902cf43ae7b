/// The errors of the grammar. `expected` says behind what, so that the sentence can be understood without the text.
extension Parser {
  static let noArithmetic = "arithmetic is not supported"

  /// `expected` should stand where the token is.
  func missing(_ expected: String, hint: String?) -> ExpressionError {
    let place = previous.map { " after \(describe($0))" } ?? ""
    return text.failure(
      at: token.range.lowerBound, expected: expected + place, found: describe(token), hint: hint)
  }

  /// A value should stand where the token is.
  func missingValue() -> ExpressionError {
    let isEmptyList = token.kind == .symbol(")") && previous?.kind == .symbol("(") && pending.last?.isList == true
    return missing(
      previous == nil ? "a condition" : "a value", hint: isEmptyList ? "IN needs at least one value" : valueHint)
  }

  /// A column's name should stand where the token is.
  func missingColumn() -> ExpressionError {
    let hint: String? =
      switch token.kind {
      case .word, .keyword: "a reserved word is a name only in backticks"
      case .number: "a column is named, not numbered"
      case .text: "a name stands in backticks or in no quotes"
      case .symbol("*"): "without a list all columns are meant"
      default: tokenHint
      }
    return missing("a column name", hint: hint)
  }

  /// NULL should stand behind IS.
  func missingNull() -> ExpressionError {
    let isTruth = token.kind == .keyword(.true) || token.kind == .keyword(.false) || isAtWord("UNKNOWN")
    let isNegated = previous?.kind == .keyword(.not)
    let hint = isTruth ? "a condition stands by itself, or behind NOT" : "other values compare with '='"
    return missing(isNegated ? "NULL" : "NULL or NOT NULL", hint: token.kind == .end ? nil : hint)
  }

  /// IN, BETWEEN or LIKE should stand behind NOT.
  func missingPredicate() -> ExpressionError {
    missing("IN, BETWEEN or LIKE", hint: token.kind == .keyword(.null) ? "write IS NOT NULL" : tokenHint)
  }

  /// An operator, or what closes the condition, should stand where the token is.
  func unexpectedToken() -> ExpressionError {
    let expected =
      switch innermostParenthesis?.isList {
      case nil: "an operator or the end"
      case false?: "an operator or ')'"
      case true?: "an operator, ',' or ')'"
      }
    return missing(expected, hint: operatorHint)
  }

  /// The parenthesis that the next `)` would close.
  var innermostParenthesis: Pending? { pending.last { $0.isParenthesis } }

  /// Something lies deeper than the limit.
  func tooDeep(at token: Token) -> ExpressionError {
    text.failure(
      at: token.range.lowerBound, expected: "at most \(ExpressionLimits.depth) levels of nesting", found: "more")
  }

  /// Refuses `name(` and `name.`, where `name` is the token taken last.
  func refuseCallOrPath(_ name: Token) throws(ExpressionError) {
    guard token.kind == .symbol("(") || token.kind == .symbol(".") else { return }
    let isName = if case .word = name.kind { true } else if case .name = name.kind { true } else { false }
    guard isName else { throw unexpectedToken() }
    let isCall = token.kind == .symbol("(")
    throw text.failure(
      at: name.range.lowerBound, expected: "a column",
      found: "'\(text.excerpt(name.range.lowerBound..<token.range.upperBound))'",
      hint: isCall ? "functions are not supported" : "a column is named without its table")
  }

  /// The column is one more than a list takes.
  func tooMany(at column: NamedColumn) -> ExpressionError {
    text.failure(
      at: column.range.lowerBound, expected: "at most \(ExpressionLimits.elements) columns", found: "more")
  }

  /// A token as part of a sentence.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: lexer.endName
    case .text: "text \(text.excerpt(token.range))"
    case .number: "number \(text.excerpt(token.range))"
    case .name: text.excerpt(token.range)
    default: "'\(text.excerpt(token.range))'"
    }
  }
}

extension Parser {
  /// Takes a column or a literal.
  mutating func value() throws(ExpressionError) -> SyntaxNode {
    let start = token.range.lowerBound
    let kind: SyntaxNode.Kind
    switch token.kind {
    case .word(let name), .name(let name): kind = .column(name)
    case .text(let text): kind = .literal(.text(text))
    case .bytes(let bytes): kind = .literal(.bytes(bytes))
    case .number(let number): kind = .literal(.number(number))
    case .keyword(.null): kind = .literal(.null)
    case .keyword(.true): kind = .literal(.bool(true))
    case .keyword(.false): kind = .literal(.bool(false))
    case .symbol("-") where isAtComment: throw missingValue()
    case .symbol("+"), .symbol("-"): kind = .literal(.number(try signedNumber()))
    default: throw missingValue()
    }
    let first = token
    try advance()
    try refuseCallOrPath(first)
    return try make(kind, from: start)
  }

  /// Takes the signs in front of a number, and returns the number with the sign that they come to.
  private mutating func signedNumber() throws(ExpressionError) -> String {
    var isNegative = false
    while case .symbol(let sign) = token.kind, sign == "+" || sign == "-" {
      if sign == "-" { isNegative.toggle() }
      try advance()
    }
    guard case .number(let number) = token.kind else { throw missing("a number", hint: Self.noArithmetic) }
    return isNegative ? "-" + number : number
  }

  /// Whether the token is a word that is no reserved one, in any letter case.
  func isAtWord(_ word: StaticString) -> Bool {
    guard case .word(let found) = token.kind, found.utf8.count == word.utf8CodeUnitCount else { return false }
    return found.utf8.enumerated().allSatisfy { $1.capital == word.utf8Start[$0] }
  }
}

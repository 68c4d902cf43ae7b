/// What to do about a token that the grammar has no place for.
extension Parser {
  /// The hint for a token that stands where a value should.
  var valueHint: String? {
    switch (previous?.kind, token.kind) {
    case (.comparison(.equal)?, .comparison(.equal)): "equality is one '='"
    case (.comparison(.equal)?, .comparison(.less)): "write '<='"
    case (.comparison(.equal)?, .comparison(.greater)): "write '>='"
    case (_, .keyword(.not)): "put the NOT and what follows in parentheses"
    default: tokenHint
    }
  }

  /// The hint for a token that stands where an operator should.
  var operatorHint: String? {
    switch token.kind {
    case .end: innermostParenthesis.map { "the '(' at character \(text.column(of: $0.offset)) is not closed" }
    case .symbol(")"): "no '(' is open"
    case .symbol(","): "a list stands only behind IN"
    case .keyword(.in), .keyword(.between), .keyword(.like), .keyword(.not):
      "put what stands before it in parentheses"
    case .word where isAtWord("ESCAPE"): "ESCAPE stands behind LIKE and its pattern"
    case .word, .text, .number: adjacencyHint
    default: tokenHint
    }
  }

  /// The hint for a value right behind another one.
  private var adjacencyHint: String? {
    guard let previous else { return nil }
    if case .text = previous.kind, previous.range.upperBound == token.range.lowerBound {
      return "a quote within text is written twice"
    }
    return if case .word = previous.kind, case .word = token.kind { "text stands in quotes" } else { nil }
  }

  /// The hint for a token that has no place anywhere.
  var tokenHint: String? {
    switch token.kind {
    case .keyword(.select): "subqueries are not supported"
    case .keyword(let keyword) where keyword.isUnsupported: "\(keyword.rawValue) is not supported"
    case .symbol(let symbol): symbolHint(symbol)
    default: nil
    }
  }

  /// Whether the token begins what MySQL takes as a comment: `--` and a blank.
  var isAtComment: Bool {
    let rest = text.bytes[token.range.lowerBound...].prefix(3)
    return rest.starts(with: "--".utf8) && (rest.count == 2 || rest.last?.isBlank == true)
  }

  private func symbolHint(_ symbol: Unicode.Scalar) -> String? {
    let next = text.bytes[token.range.upperBound...].first.map { Unicode.Scalar($0) }
    switch (symbol, next) {
    case ("-", _) where isAtComment, ("/", "*"?), ("#", _): return "comments are not supported"
    case ("+", _), ("-", _), ("*", _), ("/", _), ("%", _), ("&", _), ("|", _), ("^", _), ("~", _):
      return Self.noArithmetic
    case (";", _): return "leave the ';' out"
    case ("?", _), (":", _), ("@", _): return "write the value itself"
    case ("‘", _), ("’", _), ("“", _), ("”", _), ("´", _): return "text stands in straight quotes"
    default: break
    }
    if symbol.properties.isWhitespace { return "write a plain space" }
    return symbol.isASCII ? nil : "put a name with such a character in backticks"
  }
}

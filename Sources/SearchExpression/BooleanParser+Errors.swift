extension BooleanParser {
  static let operand = "a word, a phrase or '('"
  static let noRank = "what is excluded has no rank"

  /// An operand should stand behind the operator in front of the character that comes next.
  func missingOperand(hint: String? = nil) -> SearchExpressionError {
    let position = scanner.position
    return text.failure(
      at: position, expected: "\(Self.operand) right after \(text.describe(at: position - 1))",
      found: text.describe(at: position), hint: hint)
  }

  /// An asterisk comes next that does not stand behind a word.
  func strayAsterisk() -> SearchExpressionError {
    let last = groups[groups.count - 1].clauses.last { $0.range.upperBound == scanner.position }
    let hint =
      switch last?.operand {
      case .phrase: "a phrase takes no '*'"
      case .group: "a group takes no '*'"
      case .word, .suffix, nil: "'*' stands right behind the beginning of a word"
      }
    return text.failure(at: scanner.position, expected: Self.operand, found: "'*'", hint: hint)
  }

  /// Refuses what comes next where it is neither the end, a blank, a parenthesis nor a quote.
  mutating func requireEnd(after what: String, hint: String?) throws(SearchExpressionError) {
    guard let next = scanner.peek(), !next.kind.endsOperand || next.kind == .asterisk else { return }
    throw text.failure(
      at: scanner.position, expected: "a space or the end after \(what)", found: text.describe(at: scanner.position),
      hint: hint)
  }
}

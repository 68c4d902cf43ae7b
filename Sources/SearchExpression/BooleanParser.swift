/// Reads a search in boolean mode. The open groups lie on a stack of their own: no function recurses.
struct BooleanParser {
  let text: SearchText
  var scanner: Scanner
  /// The whole search, and within it the groups that are open, the innermost last.
  var groups = [Group(operators: Operators(start: 0), offset: 0)]

  /// The operators in front of an operand.
  struct Operators {
    /// Where the first one stands, or the operand.
    var start: Int
    var occurrence: SearchClause.Occurrence?
    var weight: SearchClause.Weight?

    var isEmpty: Bool { occurrence == nil && weight == nil }
  }

  /// A part of the search whose end is still to come.
  struct Group {
    /// What stands in front of it.
    var operators: Operators
    /// Where its `(` stands.
    var offset: Int
    var clauses: [SearchClause] = []
    /// The first thing in it that has neither letter nor digit, and so is no word.
    var skipped: Range<Int>?
  }

  init(_ text: SearchText) {
    self.text = text
    scanner = Scanner(text)
  }

  mutating func wholeSearch() throws(SearchExpressionError) -> SearchExpression {
    while true {
      scanner.skipBlanks()
      let operators = try readOperators()
      guard let next = scanner.peek() else {
        guard operators.isEmpty else { throw missingOperand() }
        return SearchExpression(clauses: try takeEnd())
      }
      if isSuffix { try readSuffix(operators); continue }
      switch next.kind {
      case .quote: try readPhrase(operators)
      case .open: try openGroup(operators)
      case .close where operators.isEmpty: try closeGroup()
      case .asterisk where operators.isEmpty: throw strayAsterisk()
      case .blank, .close, .asterisk: throw missingOperand()
      case .sign, .letter, .mark, .joiner, .format, .other: try readWords(operators)
      }
    }
  }

  private mutating func readOperators() throws(SearchExpressionError) -> Operators {
    var operators = Operators(start: scanner.position)
    while scanner.peek()?.kind == .sign {
      switch text.bytes[scanner.position] {
      case UInt8(ascii: "+"): try add(.required, to: &operators)
      case UInt8(ascii: "-"): try add(.excluded, to: &operators)
      case UInt8(ascii: ">"): try add(.raised, to: &operators)
      case UInt8(ascii: "<"): try add(.lowered, to: &operators)
      default: try add(.negated, to: &operators)
      }
      scanner.position += 1
    }
    return operators
  }

  private func add(
    _ occurrence: SearchClause.Occurrence, to operators: inout Operators
  ) throws(SearchExpressionError) {
    guard operators.occurrence == nil else { throw missingOperand(hint: "only one of '+' and '-' goes with a word") }
    guard occurrence != .excluded || operators.weight == nil else { throw missingOperand(hint: Self.noRank) }
    operators.occurrence = occurrence
  }

  private func add(_ weight: SearchClause.Weight, to operators: inout Operators) throws(SearchExpressionError) {
    guard operators.weight == nil else { throw missingOperand(hint: "only one of '>', '<' and '~' goes with a word") }
    guard operators.occurrence != .excluded else { throw missingOperand(hint: Self.noRank) }
    operators.weight = weight
  }

  /// Makes the clause that ends here part of the innermost group.
  mutating func append(_ operand: SearchClause.Operand, _ operators: Operators) {
    groups[groups.count - 1].clauses.append(
      SearchClause(
        occurrence: operators.occurrence ?? .optional, weight: operators.weight ?? .normal, operand: operand,
        range: operators.start..<scanner.position))
  }
}

internal import SQLExpression

extension SQLBinder {
  /// A node as a term that is computed row by row.
  func term(_ node: SyntaxNode) throws(ExpressionError) -> SQLTerm {
    switch node.kind {
    case .literal(let literal): return Self.term(literal)
    case .column(let name): return .column(try column(name, node.range))
    case .not(let operand): return .not(try term(operand))
    case .and(let parts): return .all(try terms(parts))
    case .or(let parts): return .any(try terms(parts))
    case .comparison(let comparison, let left, let right):
      let (left, right) = (try term(left), try term(right))
      guard let comparison = TableStore.Comparison(comparison) else { return .same(left, right) }
      return .compare(comparison, left, right)
    case .isNull(let operand, let isNegated): return Self.term(.isNull(try term(operand)), isNegated)
    case .among(let operand, let list, let isNegated):
      return Self.term(.among(try term(operand), try terms(list)), isNegated)
    case .between(let operand, let low, let high, let isNegated):
      return Self.term(.between(try term(operand), try term(low), try term(high)), isNegated)
    case .like(let operand, let pattern, let escape, let isNegated):
      return Self.term(.like(try term(operand), try term(pattern), escape: escape), isNegated)
    }
  }

  private func terms(_ nodes: [SyntaxNode]) throws(ExpressionError) -> [SQLTerm] {
    var terms: [SQLTerm] = []
    for node in nodes { terms.append(try term(node)) }
    return terms
  }

  private static func term(_ term: SQLTerm, _ isNegated: Bool) -> SQLTerm { isNegated ? .not(term) : term }

  static func term(_ literal: Literal) -> SQLTerm {
    switch literal {
    case .null: .null
    case .bool(let bool): .integer(bool ? 1 : 0)
    case .text(let text): .text(text)
    case .bytes(let bytes): .bytes(bytes)
    case .number(let digits):
      if digits.contains(where: { $0 == "e" || $0 == "E" }) {
        .double(Double(digits) ?? 0)
      } else if let integer = Int128(digits) {
        .integer(integer)
      } else {
        .decimal(digits)
      }
    }
  }
}

extension SQLTerm {
  /// Whether a literal counts as true; `nil` for NULL.
  var truth: Bool? {
    switch self {
    case .integer(let integer): integer != 0
    case .decimal(let text): SQLScalar.decimal(SQLNumber.decimal(text)).truth
    case .double(let double): double != 0
    case .text(let text): SQLScalar.text(text, .literal).truth
    case .bytes(let bytes): SQLScalar.hexadecimal(bytes).truth
    default: nil
    }
  }
}

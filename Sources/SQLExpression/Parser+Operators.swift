extension Parser {
  /// What comes next.
  enum Next {
    case operand, `operator`, end
  }

  /// Takes what stands behind an operand. The operand then belongs to what waits, or has become a larger one.
  mutating func takeOperator(behind operand: inout Operand) throws(ExpressionError) -> Next {
    switch token.kind {
    case .keyword(.or): return try takeOr(&operand)
    case .keyword(.and), .doubleAmpersand: return try takeAnd(&operand)
    case .comparison(let comparison): return try takeComparison(comparison, &operand)
    case .keyword(.is): return try takeNullTest(&operand)
    case .keyword(.not), .keyword(.in), .keyword(.between), .keyword(.like): return try takePredicate(&operand)
    case .word where isAtWord("ESCAPE"): return try takeEscape(&operand)
    default: return try takeClosing(&operand)
    }
  }

  private mutating func takeOr(_ operand: inout Operand) throws(ExpressionError) -> Next {
    try complete(&operand) { $0 > .or }
    try refuseWithinBounds()
    if pending.last?.construct == .or { try advance() } else { try push(.or, from: operand.start) }
    try add(operand.node.disjuncts)
    return .operand
  }

  /// Takes the AND between two conditions, or that of a BETWEEN.
  private mutating func takeAnd(_ operand: inout Operand) throws(ExpressionError) -> Next {
    try complete(&operand) { $0 > .and }
    if case .lowerBound(let isNegated)? = pending.last?.construct, token.kind == .keyword(.and) {
      pending[pending.count - 1].construct = .upperBound(isNegated: isNegated)
      try add([operand.node])
      try advance()
    } else {
      try refuseWithinBounds()
      if pending.last?.construct == .and { try advance() } else { try push(.and, from: operand.start) }
      try add(operand.node.conjuncts)
    }
    return .operand
  }

  private mutating func takeComparison(
    _ comparison: Comparison, _ operand: inout Operand
  ) throws(ExpressionError) -> Next {
    try complete(&operand) { $0 >= .comparison }
    try refuseWithinBounds()
    try push(.comparison(comparison), from: operand.start)
    try add([operand.node])
    return .operand
  }

  /// Takes IS NULL and IS NOT NULL.
  private mutating func takeNullTest(_ operand: inout Operand) throws(ExpressionError) -> Next {
    try complete(&operand) { $0 >= .comparison }
    try refuseWithinBounds()
    try advance()
    let isNegated = try take(.keyword(.not))
    guard try take(.keyword(.null)) else { throw missingNull() }
    operand.node = try make(.isNull(operand.node, isNegated: isNegated), from: operand.start)
    operand.binding = .comparison
    return .operator
  }

  /// Takes what begins an IN, a BETWEEN or a LIKE.
  private mutating func takePredicate(_ operand: inout Operand) throws(ExpressionError) -> Next {
    try complete(&operand) { $0 > .predicate }
    guard operand.binding == .operand else { throw unexpectedToken() }
    try refuseWithinBounds()
    let isNegated = try take(.keyword(.not))
    switch token.kind {
    case .keyword(.in):
      try advance()
      guard token.kind == .symbol("(") else { throw missing("'('", hint: tokenHint) }
      try push(.list(isNegated: isNegated), from: operand.start)
    case .keyword(.between): try push(.lowerBound(isNegated: isNegated), from: operand.start)
    case .keyword(.like): try push(.pattern(isNegated: isNegated), from: operand.start)
    default: throw missingPredicate()
    }
    try add([operand.node])
    return .operand
  }

  /// Takes `)`, `,` and the end.
  private mutating func takeClosing(_ operand: inout Operand) throws(ExpressionError) -> Next {
    try complete(&operand) { $0 > .bracket }
    try refuseWithinBounds()
    switch (token.kind, pending.last) {
    case (.end, nil): return .end
    case (.symbol(","), let last?) where last.isList:
      try add([operand.node])
      try advance()
      return .operand
    case (.symbol(")"), _?):
      try advance()
      try completeLast(&operand)
      return .operator
    default: throw unexpectedToken()
    }
  }

  /// Refuses the token where the AND of a BETWEEN has to come.
  private func refuseWithinBounds() throws(ExpressionError) {
    guard case .lowerBound? = pending.last?.construct else { return }
    throw missing("AND and the upper bound", hint: tokenHint)
  }
}

extension Parser {
  /// Makes the operand the right side of all that holds it as tightly as asked, from the innermost on.
  private mutating func complete(
    _ operand: inout Operand, while holds: (Binding) -> Bool
  ) throws(ExpressionError) {
    while let last = pending.last, holds(last.binding) { try completeLast(&operand) }
  }

  /// Makes the operand the right side of the innermost construct, whose last token was the one taken last.
  private mutating func completeLast(_ operand: inout Operand, escape: Unicode.Scalar? = "\\") throws(ExpressionError) {
    let construct = pending.last?.construct
    try add(construct == .or ? operand.node.disjuncts : construct == .and ? operand.node.conjuncts : [operand.node])
    guard let (last, nodes) = pop() else { return }
    if let kind = last.kind(nodes, escape: escape) { operand.node = try make(kind, from: last.start) }
    operand.start = last.start
    operand.binding = last.wholeBinding
  }

  /// Takes what follows the pattern of a LIKE: ESCAPE and one character, or none for ''.
  private mutating func takeEscape(_ operand: inout Operand) throws(ExpressionError) -> Next {
    while pending.last?.construct == .bang { try completeLast(&operand) }
    try refuseWithinBounds()
    guard case .pattern? = pending.last?.construct else { throw unexpectedToken() }
    try advance()
    guard case .text(let escape) = token.kind, escape.unicodeScalars.count <= 1 else {
      throw missing("a text of at most one character", hint: nil)
    }
    try advance()
    try completeLast(&operand, escape: escape.unicodeScalars.first)
    return .operator
  }
}

extension Pending {
  /// What the construct says, with all of its nodes; nil for parentheses, which say nothing.
  fileprivate func kind(_ nodes: [SyntaxNode], escape: Unicode.Scalar?) -> SyntaxNode.Kind? {
    switch construct {
    case .parenthesis, .lowerBound: nil
    case .list(let isNegated): .among(nodes[0], Array(nodes.dropFirst()), isNegated: isNegated)
    case .upperBound(let isNegated): .between(nodes[0], low: nodes[1], high: nodes[2], isNegated: isNegated)
    case .or: .or(nodes)
    case .and: .and(nodes)
    case .not, .bang: .not(nodes[0])
    case .comparison(let comparison): .comparison(comparison, nodes[0], nodes[1])
    case .pattern(let isNegated): .like(nodes[0], pattern: nodes[1], escape: escape, isNegated: isNegated)
    }
  }
}

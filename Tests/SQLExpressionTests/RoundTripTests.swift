import SQLExpression
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test func whatIsPrintedReadsBack() throws {
    var random = SeededRandom(for: "whatIsPrintedReadsBack")
    for _ in 0..<5_000 {
      let tree = random.condition(depth: Int.random(in: 1...7, using: &random))
      let sql = tree.sql()
      let back = try ExpressionText(sql).condition()
      if back != tree || back.depth != tree.depth || back.sql() != sql { Issue.record("\(sql) became \(back.sql())") }
    }
  }

  // The bytes of each node, read alone, are that node: ranges are exact.
  @Test func everyNodeReadsBackFromItsRange() throws {
    var random = SeededRandom(for: "everyNodeReadsBackFromItsRange")
    for _ in 0..<3_000 {
      let bytes = Array(random.condition(depth: Int.random(in: 1...5, using: &random)).sql().utf8)
      try check(ExpressionText(utf8: bytes).condition(), bytes)
    }
  }

  // A list of any length and any values come to the same normalized text.
  @Test func normalizedTextsDependOnNoLiteral() throws {
    var random = SeededRandom(for: "normalizedTextsDependOnNoLiteral")
    for _ in 0..<3_000 {
      let tree = random.condition(depth: Int.random(in: 1...5, using: &random))
      #expect(tree.sql(.placeholder) == random.withOtherLiterals(tree).sql(.placeholder))
    }
  }

  private func check(_ node: SyntaxNode, _ bytes: [UInt8]) throws {
    #expect(try ExpressionText(utf8: bytes[node.range]).condition() == node)
    for child in node.kind.children { try check(child, bytes) }
  }
}

extension SeededRandom {
  /// A tree of at most `depth` nodes from top to bottom.
  fileprivate mutating func condition(depth: Int) -> SyntaxNode {
    guard depth > 1, !chance(8) else { return SyntaxNode(chance(2) ? .literal(literal()) : .column(name())) }
    func part() -> SyntaxNode { condition(depth: depth - 1) }
    let isNegated = chance(2)
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return SyntaxNode(.not(part()))
    case 1: return SyntaxNode(.and(Array([part(), part(), part()].flatMap(\.conjuncts).prefix(6))))
    case 2: return SyntaxNode(.or([part(), part()].flatMap(\.disjuncts)))
    case 3: return SyntaxNode(.isNull(part(), isNegated: isNegated))
    case 4:
      let list = (0...Int.random(in: 0...3, using: &self)).map { _ in part() }
      return SyntaxNode(.among(part(), list, isNegated: isNegated))
    case 5: return SyntaxNode(.between(part(), low: part(), high: part(), isNegated: isNegated))
    case 6:
      let escape: Unicode.Scalar? = pick(["\\", "\\", nil, "|", "'", "é", "\0"])
      return SyntaxNode(.like(part(), pattern: part(), escape: escape, isNegated: isNegated))
    default: return SyntaxNode(.comparison(pick(Comparison.allCases), part(), part()))
    }
  }

  private mutating func literal() -> Literal {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: .null
    case 1: .bool(chance(2))
    case 2: .bytes((0..<Int.random(in: 0...3, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) })
    case 3: .number(pick(["0", "-1", "1.50", "0.5", "-1e5", "2.5e-07", "00", "18446744073709551616"]))
    default: .text(printable(maximum: 6) + pick(["", "'", "\\", "\\%", "\"", "\0", "\u{1A}", "x"]))
    }
  }

  private mutating func name() -> String {
    let name = printable(maximum: 3)
    return chance(4) && !name.isEmpty
      ? name : pick(["a", "b_2", "status", "and", "Null", "escape", "1e5", "0x1", "`", "x"])
  }

  /// A text without the control characters that no condition can hold.
  private mutating func printable(maximum: Int) -> String {
    String(
      String.UnicodeScalarView(text(maximum: maximum).unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  /// The tree with other values, and with more of them in lists that hold some.
  fileprivate mutating func withOtherLiterals(_ node: SyntaxNode) -> SyntaxNode {
    func changed(_ node: SyntaxNode) -> SyntaxNode { withOtherLiterals(node) }
    switch node.kind {
    case .literal: return SyntaxNode(.literal(literal()))
    case .column: return node
    case .not(let operand): return SyntaxNode(.not(changed(operand)))
    case .and(let parts): return SyntaxNode(.and(parts.map(changed)))
    case .or(let parts): return SyntaxNode(.or(parts.map(changed)))
    case .comparison(let comparison, let left, let right):
      return SyntaxNode(.comparison(comparison, changed(left), changed(right)))
    case .isNull(let operand, let isNegated): return SyntaxNode(.isNull(changed(operand), isNegated: isNegated))
    case .among(let operand, let list, let isNegated):
      let hasLiteral = list.contains { if case .literal = $0.kind { true } else { false } }
      let more = hasLiteral ? (0..<3).map { _ in SyntaxNode(.literal(literal())) } : []
      return SyntaxNode(.among(changed(operand), list.map(changed) + more, isNegated: isNegated))
    case .between(let operand, let low, let high, let isNegated):
      return SyntaxNode(.between(changed(operand), low: changed(low), high: changed(high), isNegated: isNegated))
    case .like(let operand, let pattern, let escape, let isNegated):
      return SyntaxNode(.like(changed(operand), pattern: changed(pattern), escape: escape, isNegated: isNegated))
    }
  }
}

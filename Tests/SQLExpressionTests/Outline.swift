import SQLExpression

extension SyntaxNode {
  /// The tree in brackets, operator first: `(and (= a 1) (is-null b))`.
  var outline: String {
    func list(_ name: String, _ nodes: [SyntaxNode]) -> String {
      "(" + ([name] + nodes.map(\.outline)).joined(separator: " ") + ")"
    }
    switch kind {
    case .literal(let literal): return literal.sql
    case .column(let name): return name
    case .not(let operand): return list("not", [operand])
    case .and(let parts): return list("and", parts)
    case .or(let parts): return list("or", parts)
    case .comparison(let comparison, let left, let right): return list(comparison.rawValue, [left, right])
    case .isNull(let operand, let isNegated): return list(isNegated ? "is-not-null" : "is-null", [operand])
    case .among(let operand, let elements, let isNegated):
      return list(isNegated ? "not-in" : "in", [operand] + elements)
    case .between(let operand, let low, let high, let isNegated):
      return list(isNegated ? "not-between" : "between", [operand, low, high])
    case .like(let operand, let pattern, let escape, let isNegated):
      let name = isNegated ? "not-like" : "like"
      return list(escape == "\\" ? name : name + "/" + (escape.map { String($0) } ?? ""), [operand, pattern])
    }
  }
}

/// The outline of the tree that `text` stands for, or the error.
func outline(_ text: String) -> String {
  do { return try ExpressionText(text).condition().outline } catch { return error.description }
}

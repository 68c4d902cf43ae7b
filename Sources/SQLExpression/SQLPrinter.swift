/// How a printed condition shows its literals.
package enum LiteralForm: Sendable {
  /// As SQL that reads back as the same literal.
  case written
  /// As `?`; the literals of one list as a single `?`. Conditions that differ in their values only become the same.
  case placeholder
}

extension SyntaxNode {
  /// The condition as SQL. Written with its literals it reads back as an equal tree, unless it holds text that no
  /// condition can: control characters other than those that have escapes, or an empty name.
  package func sql(_ literals: LiteralForm = .written) -> String {
    var sql = ""
    var waiting: [SQLPrinter.Piece] = [.node(self, .or)]
    let printer = SQLPrinter(literals: literals)
    while let piece = waiting.popLast() {
      switch piece {
      case .text(let text): sql += text
      case .node(let node, let minimum): waiting += printer.pieces(of: node, within: minimum).reversed()
      }
    }
    return sql
  }
}

/// Takes nodes apart into SQL, with no more parentheses than a reader needs: none around AND in OR, but around what
/// is compared.
private struct SQLPrinter {
  enum Piece {
    case text(String)
    /// A node that stands in parentheses unless it holds together at least this tightly.
    case node(SyntaxNode, Binding)
  }

  let literals: LiteralForm

  func pieces(of node: SyntaxNode, within minimum: Binding) -> [Piece] {
    let bare = pieces(of: node)
    return Self.binding(node) < minimum ? [.text("(")] + bare + [.text(")")] : bare
  }

  private func pieces(of node: SyntaxNode) -> [Piece] {
    switch node.kind {
    case .literal(let literal): return [.text(literals == .written ? literal.sql : "?")]
    case .column(let name): return [.text(SQLName.sql(name))]
    case .not(let operand):
      let isChain = if case .not = operand.kind { true } else { false }
      return [.text("NOT "), .node(operand, isChain ? .not : .operand)]
    case .and(let parts): return joined(parts, by: " AND ", within: .not)
    case .or(let parts): return joined(parts, by: " OR ", within: .and)
    case .comparison(let comparison, let left, let right):
      return joined([left, right], by: " \(comparison.rawValue) ", within: .operand)
    case .isNull(let operand, let isNegated):
      return [.node(operand, .operand), .text(isNegated ? " IS NOT NULL" : " IS NULL")]
    case .among(let operand, let list, let isNegated):
      let shown = literals == .written ? list : Self.withOneLiteral(list)
      return [.node(operand, .operand), .text(isNegated ? " NOT IN (" : " IN (")]
        + joined(shown, by: ", ", within: .or) + [.text(")")]
    case .between(let operand, let low, let high, let isNegated):
      return [.node(operand, .operand), .text(isNegated ? " NOT BETWEEN " : " BETWEEN ")]
        + joined([low, high], by: " AND ", within: .operand)
    case .like(let operand, let pattern, let escape, let isNegated):
      let ending = escape == "\\" ? "" : " ESCAPE " + Literal.text(escape.map { String($0) } ?? "").sql
      return joined([operand, pattern], by: isNegated ? " NOT LIKE " : " LIKE ", within: .operand) + [.text(ending)]
    }
  }

  private func joined(_ nodes: [SyntaxNode], by separator: String, within minimum: Binding) -> [Piece] {
    Array(nodes.map { [.node($0, minimum)] }.joined(separator: [.text(separator)]))
  }

  /// The list without its literals but the first.
  private static func withOneLiteral(_ list: [SyntaxNode]) -> [SyntaxNode] {
    func isLiteral(_ node: SyntaxNode) -> Bool { if case .literal = node.kind { true } else { false } }
    guard let first = list.firstIndex(where: isLiteral) else { return list }
    return Array(list[...first]) + list[(first + 1)...].filter { !isLiteral($0) }
  }

  private static func binding(_ node: SyntaxNode) -> Binding {
    switch node.kind {
    case .or: .or
    case .and: .and
    case .not: .not
    case .comparison, .isNull: .comparison
    case .among, .between, .like: .predicate
    case .literal, .column: .operand
    }
  }
}

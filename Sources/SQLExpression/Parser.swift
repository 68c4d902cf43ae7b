/// Reads a condition by operator precedence: what waits for its right side lies on a stack of its own.
///
/// No function recurses, so no text can exhaust the thread's stack. Between two tokens the parser is either before an
/// operand or behind one; `operand()` and `takeOperator(behind:)` are these two states.
struct Parser {
  let text: ExpressionText
  var lexer: Lexer
  /// The token to be taken next.
  private(set) var token: Token
  /// The token taken last.
  private(set) var previous: Token?
  /// What waits for the operand that is read now, the innermost last.
  var pending: [Pending] = []
  /// The nodes that belong to what waits, in the order of the text.
  private var nodes: [SyntaxNode] = []
  /// How many of `pending` are parentheses around a condition, which are no nodes.
  private var parentheses = 0
  /// How many nodes were put on or taken off.
  private var movedNodes = 0

  /// A parser at the first token of a text.
  init(_ text: ExpressionText, endName: String) throws(ExpressionError) {
    try text.check()
    self.text = text
    lexer = Lexer(text, endName: endName)
    token = try lexer.next()
  }

  /// What reading took: bytes looked at and nodes moved.
  var steps: Int { lexer.steps + movedNodes }

  /// What stands between two operators.
  struct Operand {
    var node: SyntaxNode
    /// Where it begins, with the parentheses around it.
    var start: Int
    /// How tightly it holds together.
    var binding: Binding
  }

  mutating func wholeCondition() throws(ExpressionError) -> SyntaxNode {
    var operand = try operand()
    while true {
      switch try takeOperator(behind: &operand) {
      case .operand: operand = try self.operand()
      case .operator: continue
      case .end: return operand.node
      }
    }
  }

  /// Takes a column or a literal with all that stands in front: NOT, `!` and parentheses.
  private mutating func operand() throws(ExpressionError) -> Operand {
    while true {
      let start = token.range.lowerBound
      switch token.kind {
      case .keyword(.not) where pending.last?.takesCondition ?? true: try push(.not, from: start)
      case .bang: try push(.bang, from: start)
      case .symbol("("): try push(.parenthesis, from: start)
      default: return Operand(node: try value(), start: start, binding: .operand)
      }
    }
  }

  /// Takes the token, and lets the construct that it opens wait for its right side.
  mutating func push(_ construct: Pending.Construct, from start: Int) throws(ExpressionError) {
    pending.append(
      Pending(construct: construct, start: start, offset: token.range.lowerBound, firstNode: nodes.count))
    if construct == .parenthesis { parentheses += 1 }
    // What is read next lies below every construct that waits.
    guard max(parentheses, pending.count - parentheses + 1) <= ExpressionLimits.depth else { throw tooDeep(at: token) }
    try advance()
  }

  /// Gives nodes to the innermost of what waits.
  mutating func add(_ more: [SyntaxNode]) throws(ExpressionError) {
    nodes += more
    movedNodes += more.count
    guard let last = pending.last else { return }
    let count = nodes.count - last.firstNode - (last.isList ? 1 : 0)
    guard count <= ExpressionLimits.elements else {
      throw text.failure(
        at: (more.first?.range ?? token.range).lowerBound, expected: "at most \(ExpressionLimits.elements) elements",
        found: "more")
    }
  }

  /// Takes the innermost construct and its nodes off what waits.
  mutating func pop() -> (Pending, [SyntaxNode])? {
    guard let last = pending.popLast() else { return nil }
    if last.construct == .parenthesis { parentheses -= 1 }
    let own = Array(nodes[last.firstNode...])
    nodes.removeLast(own.count)
    movedNodes += own.count
    return (last, own)
  }

  /// A node from `start` to the token taken last.
  func make(_ kind: SyntaxNode.Kind, from start: Int) throws(ExpressionError) -> SyntaxNode {
    let depth = kind.depth
    guard depth <= ExpressionLimits.depth else { throw tooDeep(at: previous ?? token) }
    return SyntaxNode(kind, at: start..<(previous?.range.upperBound ?? start), depth: depth)
  }

  /// Takes the token if it is of a kind.
  mutating func take(_ kind: Token.Kind) throws(ExpressionError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Takes the token, whatever it is.
  mutating func advance() throws(ExpressionError) {
    let next = try lexer.next()
    previous = token
    token = next
  }
}

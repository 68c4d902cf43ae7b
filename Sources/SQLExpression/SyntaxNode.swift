/// A condition, or a part of one, as a tree.
///
/// What holds for every tree:
/// 1. `depth` is at most `ExpressionLimits.depth`. Functions may recurse over a tree, and so does its release.
/// 2. An `and` has two parts or more, none of them an `and`; the same goes for `or`. An `among` lists one or more.
///
/// Two nodes that say the same are equal, wherever they stand.
package struct SyntaxNode: Sendable {
  /// What the node says.
  package let kind: Kind
  /// The bytes of the text that say it, without parentheses around them.
  package let range: Range<Int>
  /// The nodes on the longest way down, this one included.
  package let depth: Int

  package indirect enum Kind: Sendable {
    /// A value that is written out.
    case literal(Literal)
    /// A column, by the name in the text.
    case column(String)
    /// NOT or `!`; NULL stays NULL.
    case not(SyntaxNode)
    /// All of the parts.
    case and([SyntaxNode])
    /// One of the parts.
    case or([SyntaxNode])
    /// The left side beside the right one.
    case comparison(Comparison, SyntaxNode, SyntaxNode)
    /// IS NULL.
    case isNull(SyntaxNode, isNegated: Bool)
    /// IN a list.
    case among(SyntaxNode, [SyntaxNode], isNegated: Bool)
    /// BETWEEN two bounds, both included.
    case between(SyntaxNode, low: SyntaxNode, high: SyntaxNode, isNegated: Bool)
    /// LIKE a pattern. `escape` is a backslash where the text names none, and nil for ESCAPE ''.
    case like(SyntaxNode, pattern: SyntaxNode, escape: Unicode.Scalar?, isNegated: Bool)
  }

  /// A node with its children; traps where the tree would break a rule that holds for every tree.
  package init(_ kind: Kind, at range: Range<Int> = 0..<0) {
    self.init(kind, at: range, depth: kind.depth)
    precondition(depth <= ExpressionLimits.depth, "a condition is nested too deep")
    precondition(kind.isWellFormed, "a list is too short, or an AND or OR has parts of its own kind")
  }

  /// A node that is known to be well-formed, with the depth that was counted.
  init(_ kind: Kind, at range: Range<Int>, depth: Int) {
    self.kind = kind
    self.range = range
    self.depth = depth
  }

  /// The parts of an AND; of anything else, the node itself.
  package var conjuncts: [SyntaxNode] { if case .and(let parts) = kind { parts } else { [self] } }

  /// The parts of an OR; of anything else, the node itself.
  package var disjuncts: [SyntaxNode] { if case .or(let parts) = kind { parts } else { [self] } }
}

extension SyntaxNode.Kind {
  /// The nodes right below, from left to right.
  package var children: [SyntaxNode] {
    switch self {
    case .literal, .column: []
    case .not(let operand), .isNull(let operand, _): [operand]
    case .and(let parts), .or(let parts): parts
    case .comparison(_, let left, let right), .like(let left, let right, _, _): [left, right]
    case .among(let operand, let list, _): [operand] + list
    case .between(let operand, let low, let high, _): [operand, low, high]
    }
  }

  /// The depth of a node of this kind.
  var depth: Int { children.reduce(0) { max($0, $1.depth) } + 1 }

  /// Whether lists are as long as they have to be and no chain stands right inside another of its kind.
  fileprivate var isWellFormed: Bool {
    switch self {
    case .and(let parts): parts.count > 1 && parts.allSatisfy { $0.conjuncts.count == 1 }
    case .or(let parts): parts.count > 1 && parts.allSatisfy { $0.disjuncts.count == 1 }
    case .among(_, let list, _): !list.isEmpty
    default: true
    }
  }
}

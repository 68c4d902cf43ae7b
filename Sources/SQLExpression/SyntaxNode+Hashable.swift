extension SyntaxNode: Hashable {
  package static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    left.depth == right.depth && left.fromTheTop.elementsEqual(right.fromTheTop) { $0.kind.head == $1.kind.head }
  }

  package func hash(into hasher: inout Hasher) { fromTheTop.forEach { hasher.combine($0.kind.head) } }

  /// The node and all below it, each before its children. With the number of children, the sequence tells the tree.
  private var fromTheTop: some Sequence<SyntaxNode> {
    sequence(state: [self]) { waiting in
      guard let next = waiting.popLast() else { return nil }
      waiting += next.kind.children.reversed()
      return next
    }
  }
}

extension SyntaxNode.Kind {
  /// What a node says by itself, without its children.
  fileprivate enum Head: Hashable {
    case literal(Literal)
    case column(String)
    case not
    case and(count: Int)
    case or(count: Int)
    case comparison(Comparison)
    case isNull(isNegated: Bool)
    case among(count: Int, isNegated: Bool)
    case between(isNegated: Bool)
    case like(escape: Unicode.Scalar?, isNegated: Bool)
  }

  fileprivate var head: Head {
    switch self {
    case .literal(let literal): .literal(literal)
    case .column(let name): .column(name)
    case .not: .not
    case .and(let parts): .and(count: parts.count)
    case .or(let parts): .or(count: parts.count)
    case .comparison(let comparison, _, _): .comparison(comparison)
    case .isNull(_, let isNegated): .isNull(isNegated: isNegated)
    case .among(_, let list, let isNegated): .among(count: list.count, isNegated: isNegated)
    case .between(_, _, _, let isNegated): .between(isNegated: isNegated)
    case .like(_, _, let escape, let isNegated): .like(escape: escape, isNegated: isNegated)
    }
  }
}

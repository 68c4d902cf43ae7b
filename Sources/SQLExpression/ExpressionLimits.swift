/// What a text may hold at most.
package enum ExpressionLimits {
  /// Bytes of a text.
  package static let textBytes = 64 << 10
  /// Nodes on the way from the top of a tree to its bottom, and parentheses within each other.
  package static let depth = 200
  /// Parts of one chain of ANDs or ORs, elements of one list.
  package static let elements = 10_000
}

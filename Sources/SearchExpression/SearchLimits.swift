/// What a search may hold at most. People type a line; the limits leave room for lists that programs put together,
/// and bound what reading and answering one search can cost.
package enum SearchLimits {
  /// Bytes of a text.
  package static let textBytes = 16 << 10
  /// Words, those in phrases included, which blanks part. An index may see several terms in one.
  package static let words = 1_024
  /// Parentheses within each other.
  package static let depth = 32
  /// The `N` of `"…" @N`.
  package static let distance = 10_000
}

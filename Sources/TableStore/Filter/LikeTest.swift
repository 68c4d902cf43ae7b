internal import UnicodeText

/// A pattern, and whether texts that match it are wanted or others.
struct LikeTest: Hashable, Sendable {
  /// As it was given; the backslash escapes.
  let pattern: String
  let escape: Unicode.Scalar?
  var isNegated: Bool
  /// Whether what is matched is text of a column that sorts as the pattern compares, so that a prefix is a stretch of keys.
  let isOrdered: Bool
  let parsed: LikePattern

  /// - Parameter column: the column that is matched; `nil` for any other text, which compares by unicode_ci.
  init(
    _ pattern: String, escape: Unicode.Scalar? = "\\", isNegated: Bool = false, column: ColumnDefinition? = nil,
    collation: Collation = .unicodeCI
  ) {
    let collation = column?.textCollation ?? collation
    (self.pattern, self.escape, self.isNegated) = (pattern, escape, isNegated)
    isOrdered = column?.storage == .text && collation == .unicodeCI
    parsed = LikePattern(pattern: pattern, escape: escape, isBinary: collation == .binary)
  }

  static func == (left: LikeTest, right: LikeTest) -> Bool {
    left.pattern == right.pattern && left.escape == right.escape && left.isNegated == right.isNegated
  }

  func hash(into hasher: inout Hasher) { hasher.combine(pattern) }
}

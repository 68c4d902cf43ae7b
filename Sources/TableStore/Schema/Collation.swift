/// How text in a column compares.
public enum Collation: Hashable, Sendable {
  /// utf8mb4_unicode_ci.
  case unicodeCI
  /// utf8mb4_bin: by code point.
  case binary
}

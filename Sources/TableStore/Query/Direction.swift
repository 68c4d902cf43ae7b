/// The direction of an order.
public enum Direction: Hashable, Sendable {
  /// Lowest first; NULL comes before every value.
  case ascending
  /// Highest first; NULL comes last.
  case descending
}

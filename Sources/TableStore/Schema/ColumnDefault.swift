/// What a column holds when nothing is given.
public enum ColumnDefault: Hashable, Sendable {
  /// NULL where the column takes it, else an enumeration's first name; a value must be given otherwise.
  case none
  /// A literal, as SQL would write it without quotes.
  case literal(String)
  /// The time of the statement.
  case currentTimestamp
  /// A new random UUID. Ours: MySQL has no such default, applications fill it in.
  case uuid

  /// The default as SQL's `information_schema` shows it.
  public var sqlText: String? {
    switch self {
    case .none, .uuid: nil
    case .literal(let text): text
    case .currentTimestamp: "CURRENT_TIMESTAMP"
    }
  }
}

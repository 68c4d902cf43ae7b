/// What an index holds.
public struct IndexSize: Hashable, Sendable {
  /// The SQL name.
  public var name: String
  /// Entries.
  public var entries: Int
  /// Bytes of keys and values.
  public var bytes: Int
  /// "readable"; "not built" for a full-text index that `buildSearches` has yet to build; "left out" for one of our own that the store was made without.
  public var state: String
}

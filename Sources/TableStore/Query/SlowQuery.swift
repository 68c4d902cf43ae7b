public import Foundation

/// A query that took long: what a store's handler is told of it, after it has run.
public struct SlowQuery: Hashable, Sendable {
  /// The table.
  public var table: String
  /// The query as SQL, with `?` for every value: the same for all queries of one form.
  public var sql: String
  /// The values by name. A text that was compared stands as its collation key tells it: lower case, without accents, "…"
  /// for letters beyond ASCII.
  public var bindings: JSON<[String: JSONValue]>
  /// Index entries and rows that were looked at; a row fetched for an entry counts with its entry.
  public var rowsExamined: Int
  /// Rows that the query gave: one for a count.
  public var rowsSent: Int
  /// How long it took, with what the caller did with each row where it was lent them one by one.
  public var duration: Duration
  /// The indexes that were used, "PRIMARY" for the rows by primary key; `nil` where nothing had to be looked at.
  public var index: String?
  /// When it began.
  public var startedAt: Date
}

/// Who is told of slow queries.
struct QueryWatch: Sendable {
  /// From how long on.
  let threshold: Duration
  let handler: @Sendable (SlowQuery) -> Void
}

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

extension Session {
  /// Whether somebody wants to know of slow queries.
  final var isWatched: Bool { store.queryWatch != nil }

  /// Plans a query and runs it, and tells the store's handler when that took long. A store without one reads no clock.
  ///
  /// - Parameters:
  ///   - asked: what was asked for, where the plan's selection differs from it.
  ///   - body: runs the plan, and says how many rows it gave.
  final func watched<Result>(
    _ output: QueryOutput, as asked: Selection? = nil, _ makePlan: () throws -> Plan,
    _ body: (_ plan: Plan, _ rowsSent: inout Int) throws -> Result
  ) throws -> Result {
    var rowsSent = 0
    guard let watch = store.queryWatch else { return try body(makePlan(), &rowsSent) }
    let (examinedBefore, othersBefore) = (tally.examined, tally.examinedByOthers)
    let start = ContinuousClock.now
    let plan = try makePlan()
    let result = try body(plan, &rowsSent)
    let duration = ContinuousClock.now - start
    // A query that another one's rows are lent to counts for itself.
    let examined = tally.examined - examinedBefore
    let byOthers = tally.examinedByOthers - othersBefore
    tally.examinedByOthers = othersBefore + examined
    guard duration >= watch.threshold else { return result }
    let text = QueryText(plan, asked ?? plan.selection, output)
    let indexes = plan.explanation.accesses.map(\.index)
    watch.handler(
      SlowQuery(
        table: plan.table.schema.name, sql: text.sql, bindings: text.bindings, rowsExamined: examined - byOthers,
        rowsSent: rowsSent, duration: duration, index: indexes.isEmpty ? nil : indexes.joined(separator: ", "),
        startedAt: Date() - duration.seconds))
    return result
  }
}

extension Duration {
  /// In seconds.
  fileprivate var seconds: TimeInterval { self / .seconds(1) }
}

internal import Foundation

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

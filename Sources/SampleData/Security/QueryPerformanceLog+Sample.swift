internal import BlazzDB
internal import Foundation
internal import TableStore

extension QueryPerformanceLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(10_000, atLeast: 3) }

  private static let queries: [(sql: String, action: String)] = [
    (
      "select * from `chats` where `workspace_id` = ? and `created_at` between ? and ? order by `created_at` desc",
      "ChatController@index"
    ),
    ("select count(*) from `campaign_logs` where `campaign_id` = ? and `status` = ?", "CampaignController@show"),
    (
      "select * from `contacts` where `workspace_id` = ? and `first_name` like ? and `deleted_at` is null",
      "ContactController@index"
    ),
    (
      "select * from `audit_logs` where `workspace_id` = ? order by `created_at` desc limit 50", "AuditController@index"
    ),
    ("update `chats` set `is_read` = ? where `contact_id` = ? and `type` = ?", "ChatController@show"),
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<QueryPerformanceLog> {
    let run = world.time(world.part(place, of: Self.self))
    let number = pen.random.below(queries.count)
    let microseconds = 100_000 + pen.random.below(250_000) * pen.random.within(1...12)
    var form = RowRandom(seed: 11, table: schema.id, place: number)
    pen.writeHex(form.next(), digits: 16)
    pen.writeHex(form.next(), digits: 16)
    let hash = pen.take()
    pen.member(#"{"workspace_id":"#, 1 + pen.random.below(world.workspaces.count))
    pen.write(#","created_at_from":""#)
    pen.write(time: run - 30 * 86_400)
    pen.write(#"","created_at_to":""#)
    pen.write(time: run)
    pen.write(#"","status":"active"}"#)
    let sent = pen.random.within(1...500)
    let draft = QueryPerformanceLog.Draft(
      id: ID(place: place), queryHash: hash, querySQL: queries[number].sql,
      executionTime: Decimal(microseconds, places: 6), rowsExamined: Int32(sent * pen.random.within(1...4_000)),
      rowsSent: Int32(sent), connectionName: pen.random.permille(700) ? .mysql : .readReplica,
      controllerAction: queries[number].action, queryBindings: pen.takeJSON(), executedAt: Date(second: run))
    return SampleRow(draft: draft)
  }
}

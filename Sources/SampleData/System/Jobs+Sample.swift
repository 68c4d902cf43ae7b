internal import BlazzDB
internal import Foundation
internal import TableStore

/// The names of the application's jobs.
private let jobNames = [
  "SendCampaignJob", "ProcessCampaignMessagesJob", "CreateCampaignLogsJob", "SyncTemplatesJob",
  "UpdateMessageStatusJob",
]

extension Pen {
  /// A job as the application writes it.
  fileprivate mutating func jobPayload(_ name: String, _ uuid: String, _ campaign: Int) -> String {
    member(#"{"uuid":"#, uuid)
    write(#","displayName":"App\\Jobs\\"#)
    write(name)
    write(
      #"","job":"Illuminate\\Queue\\CallQueuedHandler@call","maxTries":3,"timeout":120,"data":{"commandName":"App\\Jobs\\"#
    )
    write(name)
    member(#"","command":{"campaign_id":"#, campaign)
    write("}}}")
    return take()
  }
}

extension QueuedJob: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(400, atLeast: 2) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<QueuedJob> {
    // What waits was put there in the last hour.
    let made = SampleClock.end - 3_600 + place * 3_600 / sampleCount(world.scale)
    let isTaken = place < 4
    let payload = pen.jobPayload(
      pen.random.pick(jobNames), pen.random.uuid(), 1 + pen.random.below(world.campaigns.count))
    let draft = QueuedJob.Draft(
      id: ID(place: place), queue: pen.random.pick(["default", "default", "campaigns", "webhooks"]), payload: payload,
      attempts: isTaken ? 1 : 0, reservedAt: isTaken ? UInt32(SampleClock.end - 5) : nil,
      availableAt: UInt32(made + (pen.random.permille(150) ? 600 : 0)), createdAt: UInt32(made))
    return SampleRow(draft: draft)
  }
}

extension FailedJob: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(900, atLeast: 2) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<FailedJob> {
    let (name, uuid) = (pen.random.pick(jobNames), pen.random.uuid())
    let payload = pen.jobPayload(name, uuid, 1 + pen.random.below(world.campaigns.count))
    pen.write("GuzzleHttp\\Exception\\ConnectException: cURL error 28: Operation timed out in /var/www/app/Jobs/")
    pen.write(name)
    pen.write(".php:84\nStack trace:\n")
    for frame in 0..<12 {
      pen.write("#")
      pen.write(frame)
      pen.write(" /var/www/vendor/laravel/framework/src/Illuminate/Bus/Dispatcher.php(")
      pen.write(pen.random.within(20...400))
      pen.write("): Illuminate\\Pipeline\\Pipeline->then(Object(Closure))\n")
    }
    let draft = FailedJob.Draft(
      id: ID(place: place), uuid: uuid, connection: "redis", queue: pen.random.pick(["default", "campaigns"]),
      payload: payload, exception: pen.take(), failedAt: Date(second: world.time(world.part(place, of: Self.self))))
    return SampleRow(draft: draft)
  }
}

extension JobBatch: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(2_000, atLeast: 2) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<JobBatch> {
    let made = world.time(world.part(place, of: Self.self))
    let total = pen.random.within(1...400)
    let isFailed = pen.random.permille(80)
    let draft = JobBatch.Draft(
      id: pen.risingUUID(place, of: sampleCount(world.scale)), name: "campaign-\(1 + place % world.campaigns.count)",
      totalJobs: Int32(total), pendingJobs: isFailed ? 1 : 0, failedJobs: isFailed ? 1 : 0,
      failedJobIDs: isFailed ? "[\"\(pen.random.uuid())\"]" : "[]", options: #"{"allowFailures":true}"#,
      cancelledAt: isFailed && pen.random.permille(200) ? Int32(made + 900) : nil, createdAt: Int32(made),
      finishedAt: isFailed ? nil : Int32(SampleClock.within(made + total * 2)))
    return SampleRow(draft: draft)
  }
}

import BlazzDB
import CComparePeers
import TableStore

/// The application's queue, in which no workspace stands. A job's key is `number`, seconds from 1970 are `other`.
extension Change {
  static let queueJob = Change(
    name: "55 a job is queued",
    statements: [
      Statement(
        .nothing,
        """
        INSERT INTO jobs (id, queue, payload, attempts, reserved_at, available_at, created_at)
        VALUES (:number, '\(queue)', '\(payload)', 0, NULL, :other, :other)
        """)
    ],
    isOfSystem: true, state: queueState,
    blazz: { db, subject in
      let second = UInt32(subject.other)
      try db.jobs.insert(
        .init(
          id: ID(subject.number), queue: queue, payload: payload, attempts: 0, availableAt: second, createdAt: second))
    })

  /// The lowest id of those that wait and are due, and of those that were taken too long ago.
  static let takeJob = Change(
    name: "55 a job is taken",
    statements: [
      Statement(
        .nothing,
        """
        UPDATE jobs SET reserved_at = :other, attempts = attempts + 1 WHERE id = (SELECT id FROM jobs WHERE \(isFree)
          ORDER BY id LIMIT 1)
        """,
        mariaSQL: """
          UPDATE jobs SET reserved_at = :other, attempts = attempts + 1 WHERE \(isFree) ORDER BY id LIMIT 1
          """)
    ],
    isOfSystem: true, state: queueState,
    blazz: { db, subject in
      let now = UInt32(subject.other)
      let free = db.jobs.where {
        $0.queue == queue && (($0.reservedAt == nil && $0.availableAt <= now) || $0.reservedAt <= now - 90)
      }
      guard let job = try free.orderedByKey().first() else { return }
      try db.jobs.update(job.id) {
        $0.reservedAt = now
        $0.attempts += 1
      }
    })

  static let finishJob = Change(
    name: "55 a job is done", statements: [Statement(.nothing, "DELETE FROM jobs WHERE id = :number")],
    isOfSystem: true, state: queueState, blazz: { db, subject in try db.jobs.erase(ID(subject.number)) })

  private static let isFree = """
    queue = '\(queue)' AND ((reserved_at IS NULL AND available_at <= :other) OR reserved_at <= :other - 90)
    """
  /// None that made-up rows name.
  private static let queue = "messages"
  private static let payload = #"{"displayName":"SendCampaignJob","maxTries":3,"data":{"campaign_id":1,"log_id":20}}"#

  private static let queueState = counts(
    "SELECT COUNT(*), COUNT(reserved_at), COUNT(CASE WHEN attempts = 1 THEN 1 END) FROM jobs WHERE queue = '\(queue)' AND id >= :number"
  ) { db, subject in
    let rest = db.jobs.where { $0.queue == queue && $0.id >= ID(subject.number) }
    return [
      try rest.count(), try rest.where { $0.reservedAt != nil }.count(), try rest.where { $0.attempts == 1 }.count(),
    ]
  }
}

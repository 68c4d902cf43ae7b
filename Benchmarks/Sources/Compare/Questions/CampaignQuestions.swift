import BlazzDB
import CComparePeers
import TableStore

extension Question {
  static var campaigns: [Question] {
    [log, statusCounts, campaignDays]
  }

  private static var log: Question {
    Question(
      suite: "campaign_logs", name: "a log by id", subjects: { $0.logs }, answer: .rows(.logs),
      sql: "SELECT * FROM campaign_logs WHERE id = :number", batch: 16, floor: floor_get_log,
      blazz: { peer, subject, hash in
        if let log = try peer.read(subject, { db in try db.campaignLogs.get(ID(subject.number)) }) {
          hash.add(log.id.rawValue)
        }
      })
  }

  private static var statusCounts: Question {
    Question(
      suite: "campaign_logs", name: "status counts of a campaign (250 to 1,000 logs)", subjects: { $0.campaigns },
      answer: .counts,
      sql: "SELECT status, COUNT(*) FROM campaign_logs WHERE campaign_id = :number GROUP BY status",
      goal: .microseconds(25), floor: floor_status_counts,
      blazz: { peer, subject, hash in
        let counts = try peer.read(subject) { db in
          try db.campaignLogs.where { $0.campaignID == ID(subject.number) }.group(by: \.status).count()
        }
        for (status, count) in counts { hash.count(AnswerHash.number(of: status.rawValue), UInt64(count)) }
      })
  }

  private static var campaignDays: Question {
    Question(
      suite: "campaign_logs", name: "report of a campaign by day and status", subjects: { $0.campaigns },
      answer: .counts,
      sql: """
        SELECT created_at / 86400 AS day, status, COUNT(*) FROM campaign_logs WHERE campaign_id = :number
        GROUP BY day, status
        """,
      mariaSQL: """
        SELECT TO_DAYS(created_at) - 719528 AS day, status, COUNT(*) FROM campaign_logs WHERE campaign_id = :number
        GROUP BY day, status
        """,
      floor: floor_campaign_days,
      blazz: { peer, subject, hash in
        let counts = try peer.read(subject) { db in
          try db.campaignLogs.where { $0.campaignID == ID(subject.number) }.group(by: \.createdAt.day, \.status).count()
        }
        for ((day, status), count) in counts {
          hash.count(
            day.map { UInt64($0.days) } ?? UInt64(PEER_NULL), AnswerHash.number(of: status.rawValue), UInt64(count))
        }
      })
  }
}

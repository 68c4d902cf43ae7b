import BlazzDB
import CComparePeers
import Foundation
import TableStore

extension Question {
  static var scans: [Question] {
    [numberScan, textScan, sumScan]
  }

  private static var numberScan: Question {
    Question(
      suite: "scans", name: "chats not read and of an agent: numbers", subjects: { $0.everything }, answer: .counts,
      sql: "SELECT COUNT(*) FROM chats WHERE is_read = 0 AND user_id >= :number AND deleted_at IS NULL",
      scanned: "chats", goal: .rate(8_000_000), floor: floor_scan_numbers,
      blazz: { peer, subject, hash in
        hash.count(
          UInt64(
            try peer.readAll { db in
              try db.chats.where { $0.isRead == false && $0.userID >= ID(subject.number) }.count()
            }))
      })
  }

  private static var textScan: Question {
    Question(
      suite: "scans", name: "chats not read and failed: a text", subjects: { $0.everything }, answer: .counts,
      sql: "SELECT COUNT(*) FROM chats WHERE is_read = 0 AND status = 'failed' AND deleted_at IS NULL",
      scanned: "chats", goal: .rate(8_000_000), floor: floor_scan_text,
      blazz: { peer, _, hash in
        hash.count(
          UInt64(
            try peer.readAll { db in
              try db.chats.where { $0.isRead == false && $0.status == .failed }.count()
            }))
      })
  }

  private static var sumScan: Question {
    Question(
      suite: "scans", name: "campaign logs: count and sum of tries by state", subjects: { $0.everything },
      answer: .counts, sql: "SELECT status, COUNT(*), SUM(retry_count) FROM campaign_logs GROUP BY status",
      scanned: "campaign_logs", floor: floor_sum_retries,
      blazz: { peer, _, hash in
        let sums = try peer.readAll { db in
          try db.campaignLogs.group(by: \.status).aggregate(.count, .sum(\.retryCount))
        }
        for (status, (count, sum)) in sums {
          let tries = UInt64(truncating: (sum ?? 0) as NSDecimalNumber)
          hash.count(AnswerHash.number(of: status.rawValue), UInt64(count), tries)
        }
      })
  }
}

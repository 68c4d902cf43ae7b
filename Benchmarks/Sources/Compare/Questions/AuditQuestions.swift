import BlazzDB
import CComparePeers
import TableStore

extension Question {
  static var audits: [Question] {
    [auditOfUser, auditOfAddress, auditOfEvent]
  }

  private static var auditOfUser: Question {
    Question(
      suite: "audit_logs", name: "the latest 50 of a user", subjects: { $0.users }, answer: .rows(.audits),
      sql: """
        SELECT * FROM audit_logs WHERE workspace_id = :workspace AND user_id = :number
        ORDER BY created_at DESC, id DESC LIMIT 50
        """,
      floor: floor_audit_by_user,
      blazz: { peer, subject, hash in
        let logs = try peer.read(subject) { db in
          try db.auditLogs.where { $0.userID == ID(subject.number) }.order(by: \.createdAt, .descending).limit(50)
            .all()
        }
        for log in logs { hash.add(log.id) }
      })
  }

  private static var auditOfAddress: Question {
    Question(
      suite: "audit_logs", name: "the latest 50 from an IP address", subjects: { $0.addresses },
      answer: .rows(.audits),
      sql: """
        SELECT * FROM audit_logs WHERE workspace_id = :workspace AND ip_address = :text
        ORDER BY created_at DESC, id DESC LIMIT 50
        """,
      floor: floor_audit_by_address,
      blazz: { peer, subject, hash in
        let logs = try peer.read(subject) { db in
          try db.auditLogs.where { $0.ipAddress == subject.text }.order(by: \.createdAt, .descending).limit(50).all()
        }
        for log in logs { hash.add(log.id) }
      })
  }

  private static var auditOfEvent: Question {
    Question(
      suite: "audit_logs", name: "the latest 50 of an event type", subjects: { $0.events }, answer: .rows(.audits),
      sql: """
        SELECT * FROM audit_logs WHERE workspace_id = :workspace AND event_type = :text
        ORDER BY created_at DESC, id DESC LIMIT 50
        """,
      floor: floor_audit_by_event,
      blazz: { peer, subject, hash in
        let logs = try peer.read(subject) { db in
          try db.auditLogs.where { $0.eventType == subject.text }.order(by: \.createdAt, .descending).limit(50).all()
        }
        for log in logs { hash.add(log.id) }
      })
  }
}

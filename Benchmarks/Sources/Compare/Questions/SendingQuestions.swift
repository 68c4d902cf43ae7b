import BlazzDB
import CComparePeers
import TableStore

/// What the application asks while it sends campaigns, each by its number in its list of queries.
extension Question {
  static var sending: [Question] {
    [groupAudience, workspaceAudience, dueCampaigns, dispatch, campaignDone, campaignCounters, logOfChat]
  }

  private static var groupAudience: Question {
    Question(
      suite: "application", name: "23 audience of a campaign: a group", subjects: { $0.groups },
      answer: .rows(.contacts),
      sql: """
        SELECT k.* FROM contact_contact_group m JOIN contacts k ON k.id = m.contact_id
        WHERE m.contact_group_id = :number AND k.workspace_id = :workspace AND k.deleted_at IS NULL ORDER BY k.id
        """,
      blazz: rows { db, subject in
        try db.contacts.having(\.memberships) { $0.contactGroupID == ID(subject.number) }.orderedByKey().all()
      })
  }

  private static var workspaceAudience: Question {
    Question(
      suite: "application", name: "23 audience of a campaign: everybody, the first 1,000", subjects: { $0.workspaces },
      answer: .rows(.contacts),
      sql: "SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL ORDER BY id LIMIT 1000",
      blazz: rows { db, _ in
        try db.contacts.orderedByKey().limit(1_000).all()
      })
  }

  private static var dueCampaigns: Question {
    Question(
      suite: "application", name: "28 campaigns that are due, of all workspaces", subjects: { $0.moments },
      answer: .rows(.others),
      sql: """
        SELECT * FROM campaigns WHERE status = 'pending' AND scheduled_at <= :from AND deleted_at IS NULL
        ORDER BY scheduled_at, id LIMIT 100
        """,
      blazz: rows(ofAll: true) { db, subject in
        try db.campaigns.where { $0.status == .pending && $0.scheduledAt <= subject.fromDate }
          .order(by: \.scheduledAt).limit(100).all()
      })
  }

  private static var dispatch: Question {
    Question(
      suite: "application", name: "30 dispatch: 1,000 logs of a campaign that wait", subjects: { $0.campaigns },
      answer: .rows(.logs),
      // Left to itself, SQLite looks at all of the campaign's logs.
      sql: """
        SELECT * FROM campaign_logs INDEXED BY own_campaign_logs_status
        WHERE campaign_id = :number AND status IN ('pending', 'failed') ORDER BY id LIMIT 1000
        """,
      mariaSQL: """
        SELECT * FROM campaign_logs WHERE campaign_id = :number AND status IN ('pending', 'failed')
        ORDER BY id LIMIT 1000
        """,
      floor: floor_dispatch,
      blazz: rows { db, subject in
        try db.campaignLogs.where { $0.campaignID == ID(subject.number) && $0.status.in([.pending, .failed]) }
          .orderedByKey().limit(1_000).all()
      })
  }

  private static var campaignDone: Question {
    Question(
      suite: "application", name: "32 is a campaign done", subjects: { $0.endings }, answer: .counts,
      sql: """
        SELECT EXISTS (SELECT 1 FROM campaign_logs WHERE campaign_id = :number AND status IN ('pending', 'ongoing'))
        """,
      floor: floor_campaign_done,
      blazz: { peer, subject, hash in
        let isOpen = try peer.read(subject) { db in
          try db.campaignLogs.where { $0.campaignID == ID(subject.number) && $0.status.in([.pending, .ongoing]) }
            .exists()
        }
        hash.count(isOpen ? 1 : 0)
      })
  }

  private static var campaignCounters: Question {
    Question(
      suite: "application", name: "34 counters of a campaign, joined with its chats", subjects: { $0.campaigns },
      answer: .counts,
      sql: """
        SELECT COUNT(*), COUNT(CASE WHEN l.status = 'success' THEN 1 END),
          COUNT(CASE WHEN l.status = 'failed' THEN 1 END),
          COUNT(CASE WHEN c.status IN ('delivered', 'read') THEN 1 END), COUNT(CASE WHEN c.status = 'read' THEN 1 END)
        FROM campaign_logs l LEFT JOIN chats c ON c.id = l.chat_id AND c.deleted_at IS NULL
        WHERE l.campaign_id = :number
        """,
      blazz: { peer, subject, hash in
        let (all, success, failed, delivered, read) = try peer.read(subject) { db in
          try db.campaignLogs.where { $0.campaignID == ID(subject.number) }.aggregate(
            .count, .count { $0.status == .success }, .count { $0.status == .failed },
            .count { _ in .having(\.chat) { $0.status.in([.delivered, .read]) } },
            .count { _ in .having(\.chat) { $0.status == .read } })
        }
        hash.count(all: [all, success, failed, delivered, read].map(UInt64.init))
      })
  }

  private static var logOfChat: Question {
    Question(
      suite: "application", name: "35 the log of a chat", subjects: { $0.sentChats }, answer: .rows(.logs),
      sql: "SELECT * FROM campaign_logs WHERE chat_id = :number ORDER BY id LIMIT 1",
      floor: floor_log_of_chat,
      blazz: { peer, subject, hash in
        let log = try peer.read(subject) { db in
          try db.campaignLogs.where { $0.chatID == ID(subject.number) }.orderedByKey().first()
        }
        if let log { hash.add(log.id.rawValue) }
      })
  }
}

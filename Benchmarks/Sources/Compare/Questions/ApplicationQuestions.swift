import BlazzDB
import CComparePeers
import TableStore

/// What the application asks most, each by its number in its list of queries.
extension Question {
  static var application: [Question] {
    [
      inbox, unread, thread, contactList, contactByPhone, chatByMessageID, weekChart, dashboard, dispatch, campaignDone,
      campaignCounters, logOfChat,
    ]
  }

  private static var inbox: Question {
    Question(
      suite: "application", name: "1, 3 inbox: 15 contacts with their newest chat", subjects: { $0.workspaces },
      answer: .rows(.contactsWithChat),
      sql: """
        SELECT c.*, m.* FROM (
          SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
          ORDER BY latest_chat_created_at DESC, id DESC LIMIT 15) c
        LEFT JOIN chats m ON m.id = (
          SELECT id FROM chats WHERE workspace_id = :workspace AND contact_id = c.id AND deleted_at IS NULL
          ORDER BY created_at DESC, id DESC LIMIT 1)
        ORDER BY c.latest_chat_created_at DESC, c.id DESC
        """,
      // The same as above would have MariaDB look at all chats.
      mariaSQL: """
        SELECT c.*, m.* FROM (
          SELECT k.*, (SELECT id FROM chats FORCE INDEX (own_chats_contact_time)
            WHERE workspace_id = :workspace AND contact_id = k.id
            AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1) AS newest
          FROM (SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
            ORDER BY latest_chat_created_at DESC, id DESC LIMIT 15) k LIMIT 15) c
        LEFT JOIN chats m ON m.id = c.newest ORDER BY c.latest_chat_created_at DESC, c.id DESC
        """,
      blazz: { peer, subject, hash in
        let page = try peer.read(subject) { db in
          try db.contacts.order(by: \.latestChatCreatedAt, .descending).limit(15).including(\.chats, latest: 1).all()
        }
        for (contact, newest) in page {
          hash.add(contact.id.rawValue)
          hash.add(newest.first?.id.rawValue ?? UInt64(PEER_NULL))
        }
      })
  }

  private static var unread: Question {
    Question(
      suite: "application", name: "4 unread badge of a workspace", subjects: { $0.workspaces }, answer: .counts,
      // Left to itself, SQLite takes an index of all inbound chats: thirty times as slow.
      sql: """
        SELECT COUNT(*) FROM chats INDEXED BY own_chats_unread WHERE workspace_id = :workspace AND type = 'inbound'
          AND is_read = 0 AND deleted_at IS NULL
        """,
      mariaSQL: """
        SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND type = 'inbound' AND is_read = 0
          AND deleted_at IS NULL
        """,
      floor: floor_unread,
      blazz: { peer, subject, hash in
        let count = try peer.read(subject) { db in
          try db.chats.where { $0.type == .inbound && $0.isRead == false }.count()
        }
        hash.count(UInt64(count))
      })
  }

  private static var thread: Question {
    Question(
      suite: "application", name: "14 thread: the latest 10 with a contact", subjects: { $0.threads },
      answer: .rows(.chats),
      sql: """
        SELECT * FROM chats WHERE workspace_id = :workspace AND contact_id = :number AND deleted_at IS NULL
        ORDER BY created_at DESC, id DESC LIMIT 10
        """,
      floor: floor_thread,
      blazz: { peer, subject, hash in
        let chats = try peer.read(subject) { db in
          try db.chats.where { $0.contactID == ID(subject.number) }.order(by: \.createdAt, .descending).limit(10)
            .all()
        }
        hash.add(chats) { $0.id.rawValue }
      })
  }

  private static var contactList: Question {
    Question(
      suite: "application", name: "18 contact list: favorites, then the newest, 10", subjects: { $0.workspaces },
      answer: .rows(.contacts),
      sql: """
        SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
        ORDER BY is_favorite DESC, created_at DESC, id DESC LIMIT 10
        """,
      floor: floor_contact_list,
      blazz: { peer, subject, hash in
        let contacts = try peer.read(subject) { db in
          try db.contacts.order(by: \.isFavorite, .descending).order(by: \.createdAt, .descending).limit(10).all()
        }
        hash.add(contacts) { $0.id.rawValue }
      })
  }

  private static var contactByPhone: Question {
    Question(
      suite: "application", name: "19 a contact by phone", subjects: { $0.phones }, answer: .rows(.contacts),
      sql:
        "SELECT * FROM contacts WHERE workspace_id = :workspace AND phone = :text AND deleted_at IS NULL ORDER BY id",
      floor: floor_contact_by_phone,
      blazz: { peer, subject, hash in
        let contacts = try peer.read(subject) { db in
          try db.contacts.where { $0.phone == subject.text }.orderedByKey().all()
        }
        hash.add(contacts) { $0.id.rawValue }
      })
  }

  private static var chatByMessageID: Question {
    Question(
      suite: "application", name: "7 webhook: a chat by WhatsApp's id", subjects: { $0.messageIDs },
      answer: .rows(.chats),
      sql:
        "SELECT * FROM chats WHERE workspace_id = :workspace AND wam_id = :text AND deleted_at IS NULL ORDER BY id",
      floor: floor_chat_by_message,
      blazz: { peer, subject, hash in
        let chats = try peer.read(subject) { db in
          try db.chats.where { $0.wamID == subject.text }.orderedByKey().all()
        }
        hash.add(chats) { $0.id.rawValue }
      })
  }

  private static var weekChart: Question {
    Question(
      suite: "application", name: "9 chart: chats of 7 days by type and day", subjects: { $0.lastDays },
      answer: .counts,
      sql: """
        SELECT type, created_at / 86400 AS day, COUNT(*) FROM chats WHERE workspace_id = :workspace
          AND type IN ('inbound', 'outbound') AND created_at >= :from AND created_at < :to AND deleted_at IS NULL
        GROUP BY type, day
        """,
      mariaSQL: """
        SELECT type, TO_DAYS(created_at) - 719528 AS day, COUNT(*) FROM chats WHERE workspace_id = :workspace
          AND type IN ('inbound', 'outbound') AND created_at >= :from AND created_at < :to AND deleted_at IS NULL
        GROUP BY type, day
        """,
      floor: floor_week_chart,
      blazz: { peer, subject, hash in
        let counts = try peer.read(subject) { db in
          try db.chats.where {
            $0.type.in([.inbound, .outbound]) && $0.createdAt >= subject.fromDate && $0.createdAt < subject.toDate
          }.group(by: \.type, \.createdAt.day).count()
        }
        for ((type, day), count) in counts {
          let direction = type.map { AnswerHash.number(of: $0.rawValue) } ?? UInt64(PEER_NULL)
          hash.count(direction, UInt64(day.days), UInt64(count))
        }
      })
  }

  private static var dashboard: Question {
    Question(
      suite: "application", name: "10 dashboard: four counts of a workspace", subjects: { $0.workspaces },
      answer: .counts,
      sql: """
        SELECT (SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM campaigns WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM templates WHERE workspace_id = :workspace AND deleted_at IS NULL)
        """,
      blazz: { peer, subject, hash in
        let counts = try peer.read(subject) { db in
          [try db.chats.count(), try db.campaigns.count(), try db.contacts.count(), try db.templates.count()]
        }
        hash.count(all: counts.map(UInt64.init))
      })
  }

  private static var dispatch: Question {
    Question(
      suite: "application", name: "30 dispatch: 1,000 logs of a campaign that wait", subjects: { $0.campaigns },
      answer: .rows(.logs),
      sql: """
        SELECT * FROM campaign_logs WHERE campaign_id = :number AND status IN ('pending', 'failed')
        ORDER BY id LIMIT 1000
        """,
      floor: floor_dispatch,
      blazz: { peer, subject, hash in
        let logs = try peer.read(subject) { db in
          try db.campaignLogs.where { $0.campaignID == ID(subject.number) && $0.status.in([.pending, .failed]) }
            .orderedByKey().limit(1_000).all()
        }
        hash.add(logs) { $0.id.rawValue }
      })
  }

  private static var campaignDone: Question {
    Question(
      suite: "application", name: "32 is a campaign done", subjects: { $0.campaigns }, answer: .counts,
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

import BlazzDB
import CComparePeers
import TableStore

/// What the application asks of contacts and their threads, each by its number in its list of queries.
extension Question {
  static var conversations: [Question] {
    [inbox, inboxWhole, unread, thread, threadEntries, contactList, contactListWhole, contactByPhone, chatByMessageID]
  }

  private static var inbox: Question {
    Question(
      suite: "application", name: "1, 3 inbox: 15 contacts with their newest chat", subjects: { $0.workspaces },
      answer: .rows(.contactsWithChat),
      sql: """
        SELECT c.id, m.id, c.*, m.* FROM (
          SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
          ORDER BY latest_chat_created_at DESC, id DESC LIMIT 15) c
        LEFT JOIN chats m ON m.id = (
          SELECT id FROM chats WHERE workspace_id = :workspace AND contact_id = c.id AND deleted_at IS NULL
          ORDER BY created_at DESC, id DESC LIMIT 1)
        ORDER BY c.latest_chat_created_at DESC, c.id DESC
        """,
      // The same as above would have MariaDB look at all chats.
      mariaSQL: """
        SELECT c.id, m.id, c.*, m.* FROM (
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

  private static var inboxWhole: Question {
    Question(
      suite: "application", name: "1, 3 inbox: those with chats, the newest and the newest inbound, and media",
      subjects: { $0.workspaces }, answer: .joined(keys: 5),
      sql: inboxSQL("", ""),
      mariaSQL: inboxSQL("FORCE INDEX (own_chats_contact_time)", "FORCE INDEX (own_chats_inbound_contact_time)"),
      blazz: { peer, subject, hash in
        let page = try peer.read(subject) { db in
          try db.contacts.having(\.chats).order(by: \.latestChatCreatedAt, .descending).limit(15)
            .including(
              .latest(1, \.chats, with: .parent(\.media)),
              .latest(1, \.chats, with: .parent(\.media)) { $0.type == .inbound }
            ).all()
        }
        for (contact, newest, inbound) in page {
          hash.add(contact.id.rawValue)
          hash.add(newest.first?.0.id.rawValue)
          hash.add(newest.first?.1?.id.rawValue)
          hash.add(inbound.first?.0.id.rawValue)
          hash.add(inbound.first?.1?.id.rawValue)
        }
      })
  }

  /// Nested, so that MariaDB takes contacts in their order and stops at the page's end.
  private static func inboxSQL(_ newest: String, _ inbound: String) -> String {
    func latest(_ hint: String, _ condition: String) -> String {
      """
      (SELECT id FROM chats \(hint) WHERE workspace_id = :workspace AND contact_id = k.id AND deleted_at IS NULL
        \(condition) ORDER BY created_at DESC, id DESC LIMIT 1)
      """
    }
    return """
      SELECT k.id, m.id, x.id, i.id, y.id, k.*, m.*, i.*, x.*, y.* FROM (
        SELECT k.id, \(latest(newest, "")) AS newest, \(latest(inbound, "AND type = 'inbound'")) AS newest_inbound FROM (
          SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
            AND EXISTS (SELECT 1 FROM chats
              WHERE workspace_id = :workspace AND contact_id = contacts.id AND deleted_at IS NULL)
          ORDER BY latest_chat_created_at DESC, id DESC LIMIT 15) k) c JOIN contacts k ON k.id = c.id
      LEFT JOIN chats m ON m.id = c.newest LEFT JOIN chat_media x ON x.id = m.media_id
      LEFT JOIN chats i ON i.id = c.newest_inbound LEFT JOIN chat_media y ON y.id = i.media_id
      ORDER BY k.latest_chat_created_at DESC, k.id DESC
      """
  }

  static var unread: Question {
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
      blazz: rows { db, subject in
        try db.chats.where { $0.contactID == ID(subject.number) }.order(by: \.createdAt, .descending).limit(10)
          .all()
      })
  }

  private static var threadEntries: Question {
    Question(
      suite: "application", name: "14 thread: the latest 10 entries, each with what it is about",
      subjects: { $0.loggedThreads }, answer: .joined(keys: 6),
      sql: """
        SELECT l.id, c.id, m.id, u.id, t.id, n.id, l.*, c.*, m.*, u.*, t.*, n.* FROM (
          SELECT * FROM chat_logs WHERE contact_id = :number AND deleted_at IS NULL
          ORDER BY created_at DESC, id DESC LIMIT 10) l
        LEFT JOIN chats c ON l.entity_type = 'chat' AND c.id = l.entity_id AND c.deleted_at IS NULL
        LEFT JOIN chat_media m ON m.id = c.media_id LEFT JOIN users u ON u.id = c.user_id AND u.deleted_at IS NULL
        LEFT JOIN chat_ticket_logs t ON l.entity_type = 'ticket' AND t.id = l.entity_id
        LEFT JOIN chat_notes n ON l.entity_type = 'notes' AND n.id = l.entity_id AND n.deleted_at IS NULL
        ORDER BY l.created_at DESC, l.id DESC
        """,
      also: [
        Statement(.counts, "SELECT COUNT(*) FROM chat_logs WHERE contact_id = :number AND deleted_at IS NULL")
      ],
      blazz: { peer, subject, hash in
        try peer.read(subject) { db in
          let entries = db.chatLogs.where { $0.contactID == ID(subject.number) }
          let page = try entries.order(by: \.createdAt, .descending).limit(10)
            .including(.parent(\.chat, with: .parent(\.media), .parent(\.user)), .parent(\.ticketLog), .parent(\.note))
            .all()
          for (entry, chat, ticketLog, note) in page {
            for key in [
              entry.id.rawValue, chat?.0.id.rawValue, chat?.1?.id.rawValue, chat?.2?.id.rawValue,
              ticketLog?.id.rawValue, note?.id.rawValue,
            ] { hash.add(key) }
          }
          hash.count(UInt64(try entries.count()))
        }
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
      blazz: rows { db, _ in
        try db.contacts.order(by: \.isFavorite, .descending).order(by: \.createdAt, .descending).limit(10).all()
      })
  }

  private static var contactListWhole: Question {
    Question(
      suite: "application", name: "18 contact list: 10 with their groups, and the count of all",
      subjects: { $0.workspaces }, answer: .rows(.contacts),
      sql: """
        SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
        ORDER BY is_favorite DESC, created_at DESC, id DESC LIMIT 10
        """,
      also: [
        Statement(
          .rows(.others),
          """
          SELECT g.*, k.id FROM (SELECT id, is_favorite, created_at FROM contacts
            WHERE workspace_id = :workspace AND deleted_at IS NULL
            ORDER BY is_favorite DESC, created_at DESC, id DESC LIMIT 10) k
          JOIN contact_contact_group m ON m.contact_id = k.id
          JOIN contact_groups g ON g.id = m.contact_group_id AND g.deleted_at IS NULL
          ORDER BY k.is_favorite DESC, k.created_at DESC, k.id DESC, m.id
          """),
        Statement(
          .counts, "SELECT COUNT(*) FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL"),
      ],
      blazz: { peer, subject, hash in
        try peer.read(subject) { db in
          let contacts = try db.contacts.order(by: \.isFavorite, .descending).order(by: \.createdAt, .descending)
            .limit(10).including(\.groups).all()
          for (contact, _) in contacts { hash.add(contact.id.rawValue) }
          for (_, groups) in contacts { hash.add(groups) { $0.id.rawValue } }
          hash.count(UInt64(try db.contacts.count()))
        }
      })
  }

  private static var contactByPhone: Question {
    Question(
      suite: "application", name: "19 a contact by phone", subjects: { $0.phones }, answer: .rows(.contacts),
      sql:
        "SELECT * FROM contacts WHERE workspace_id = :workspace AND phone = :text AND deleted_at IS NULL ORDER BY id",
      floor: floor_contact_by_phone,
      blazz: rows { db, subject in
        try db.contacts.where { $0.phone == subject.text }.orderedByKey().all()
      })
  }

  private static var chatByMessageID: Question {
    Question(
      suite: "application", name: "7 webhook: a chat by WhatsApp's id", subjects: { $0.messageIDs },
      answer: .rows(.chats),
      sql:
        "SELECT * FROM chats WHERE workspace_id = :workspace AND wam_id = :text AND deleted_at IS NULL ORDER BY id",
      floor: floor_chat_by_message,
      blazz: rows { db, subject in
        try db.chats.where { $0.wamID == subject.text }.orderedByKey().all()
      })
  }
}

import BlazzDB
import CComparePeers
import TableStore

extension Question {
  static var chats: [Question] {
    [scatteredChats, warmChats, chat, chatByUUID, latestChats, chatsInState, inboundBetween, gallery]
  }

  private static var scatteredChats: Question {
    together("a chat by id, 64 of all in one read") { $0.scatteredChats }
  }

  private static var warmChats: Question {
    together("a chat by id, 64 of the same in one read") { $0.manyChats }
  }

  private static func together(
    _ name: String, _ subjects: @escaping @Sendable (Subjects) -> [Subject]
  ) -> Question {
    Question(
      suite: "chats", name: name, subjects: subjects, answer: .rows(.chats),
      sql: "SELECT * FROM chats WHERE id = :number AND workspace_id = :workspace AND deleted_at IS NULL",
      repeats: Subjects.together, goal: .timesFloor(1.5), floor: floor_get_chats,
      blazz: { peer, subject, hash in
        try peer.read(subject) { db in
          let table = db.chats
          for number in subject.numbers { if let chat = try table.get(ID(number)) { hash.add(chat.id.rawValue) } }
        }
      })
  }

  private static var chat: Question {
    Question(
      suite: "chats", name: "a chat by id", subjects: { $0.chats }, answer: .rows(.chats),
      sql: "SELECT * FROM chats WHERE id = :number AND workspace_id = :workspace AND deleted_at IS NULL", batch: 16,
      goal: .timesFloor(1.5), floor: floor_get_chat,
      blazz: { peer, subject, hash in
        if let chat = try peer.read(subject, { db in try db.chats.get(ID(subject.number)) }) {
          hash.add(chat.id.rawValue)
        }
      })
  }

  private static var chatByUUID: Question {
    Question(
      suite: "chats", name: "a chat by uuid", subjects: { $0.uuids }, answer: .rows(.chats),
      sql: "SELECT * FROM chats WHERE uuid = :text AND workspace_id = :workspace AND deleted_at IS NULL", batch: 16,
      goal: .timesFloor(1.5), floor: floor_chat_by_uuid,
      blazz: { peer, subject, hash in
        if let chat = try peer.read(subject, { db in try db.chats.find(Chat.byUUID, subject.text) }) {
          hash.add(chat.id.rawValue)
        }
      })
  }

  private static var latestChats: Question {
    Question(
      suite: "chats", name: "the latest 50 of a workspace", subjects: { $0.workspaces }, answer: .rows(.chats),
      sql: """
        SELECT * FROM chats WHERE workspace_id = :workspace AND deleted_at IS NULL
        ORDER BY created_at DESC, type DESC, id DESC LIMIT 50
        """,
      goal: .microseconds(12), floor: floor_latest_chats,
      blazz: rows { db, _ in
        try db.chats.order(by: Chat.timeline, .descending).limit(50).all()
      })
  }

  private static var chatsInState: Question {
    Question(
      suite: "chats", name: "the latest 50 with a contact in a state", subjects: { $0.statuses },
      answer: .rows(.chats),
      sql: """
        SELECT * FROM chats WHERE workspace_id = :workspace AND contact_id = :number AND status = :text
          AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 50
        """,
      floor: floor_thread_by_status,
      blazz: rows { db, subject in
        try db.chats.where {
          $0.contactID == ID(subject.number) && $0.status == MessageStatus(rawValue: subject.text)
        }
        .order(by: \.createdAt, .descending).limit(50).all()
      })
  }

  private static var inboundBetween: Question {
    Question(
      suite: "chats", name: "inbound between two dates, the latest 50", subjects: { $0.timelines },
      answer: .rows(.chats),
      sql: """
        SELECT * FROM chats WHERE workspace_id = :workspace AND type = 'inbound' AND created_at BETWEEN :from AND :to
          AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 50
        """,
      floor: floor_timeline,
      blazz: rows { db, subject in
        try db.chats.where {
          $0.type == .inbound && $0.createdAt >= subject.fromDate && $0.createdAt <= subject.toDate
        }.order(by: \.createdAt, .descending).limit(50).all()
      })
  }

  private static var gallery: Question {
    Question(
      suite: "chats", name: "media gallery: the latest 30 with an attachment", subjects: { $0.workspaces },
      answer: .rows(.chats),
      sql: """
        SELECT * FROM chats WHERE workspace_id = :workspace AND media_id IS NOT NULL AND deleted_at IS NULL
        ORDER BY created_at DESC, type DESC, id DESC LIMIT 30
        """,
      // Left to itself, MariaDB sorts all chats of the workspace that have an attachment.
      mariaSQL: """
        SELECT * FROM chats FORCE INDEX (listed_idx_chat_timeline_performance) WHERE workspace_id = :workspace
          AND media_id IS NOT NULL AND deleted_at IS NULL ORDER BY created_at DESC, type DESC, id DESC LIMIT 30
        """,
      floor: floor_gallery,
      blazz: rows { db, _ in
        try db.chats.where { $0.mediaID != nil }.order(by: Chat.timeline, .descending).limit(30).all()
      })
  }
}

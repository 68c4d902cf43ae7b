import BlazzDB
import CComparePeers
import TableStore

/// What the application changes most around messages, each by its number in its list of queries.
extension Change {
  /// A contact's messages are read, and the badge is counted anew.
  static let openThread = Change(
    name: "5 a thread is opened, and what is unread counted",
    statements: [
      Statement(
        .nothing,
        """
        UPDATE chats INDEXED BY own_chats_unread SET is_read = 1 WHERE workspace_id = :workspace
          AND contact_id = :number AND type = 'inbound' AND is_read = 0 AND deleted_at IS NULL
        """,
        mariaSQL: """
          UPDATE chats SET is_read = 1 WHERE workspace_id = :workspace
            AND contact_id = :number AND type = 'inbound' AND is_read = 0 AND deleted_at IS NULL
          """)
    ] + Question.unread.statements,
    state: Question.unread,
    blazz: { db, subject in
      let inbound = db.chats.where { $0.type == .inbound && $0.isRead == false }
      try inbound.where { $0.contactID == ID(subject.number) }.update { $0.isRead = true }
      _ = try inbound.count()
    })

  /// A message comes: the chat, its entry in the thread, the contact's newest message; and all that is shown of it.
  static let storeMessage = Change(
    name: "6 a message is stored, and read with what belongs to it",
    statements: [
      insertion,
      Statement(.nothing, logged("last_insert_rowid()"), mariaSQL: logged("LAST_INSERT_ID()")),
      Statement(
        .nothing,
        "UPDATE contacts SET latest_chat_created_at = :from, updated_at = :from WHERE id = :number AND deleted_at IS NULL"
      ),
      Statement(
        .rows(.others),
        """
        SELECT c.*, k.*, m.*, u.*, l.* FROM chats c JOIN contacts k ON k.id = c.contact_id
        LEFT JOIN chat_media m ON m.id = c.media_id LEFT JOIN users u ON u.id = c.user_id
        LEFT JOIN chat_logs l ON l.entity_type = 'chat' AND l.entity_id = c.id AND l.deleted_at IS NULL
        WHERE c.uuid = :text AND c.workspace_id = :workspace
        """),
    ],
    state: counts(
      """
      SELECT (SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND contact_id = :number AND deleted_at IS NULL),
        (SELECT COUNT(*) FROM chat_logs WHERE contact_id = :number AND deleted_at IS NULL),
        (SELECT COUNT(*) FROM contacts WHERE id = :number AND latest_chat_created_at = :from AND deleted_at IS NULL)
      """
    ) { db, subject in
      let contact = ID<Contact>(subject.number)
      return [
        try db.chats.where { $0.contactID == contact }.count(),
        try db.chatLogs.where { $0.contactID == contact }.count(),
        try db.contacts.where { $0.id == contact && $0.latestChatCreatedAt == subject.fromDate }.count(),
      ]
    },
    blazz: { db, subject in
      let chat = try insertChat(db, subject)
      try db.chatLogs.insert(
        .init(
          contactID: chat.contactID, entityType: .chat, entityID: Int32(chat.id.rawValue), createdAt: chat.createdAt,
          updatedAt: chat.createdAt))
      try db.contacts.where { $0.id == chat.contactID }.update { $0.latestChatCreatedAt = chat.createdAt }
      _ = try db.chats.where { $0.id == chat.id }
        .including(.parent(\.contact), .parent(\.media), .parent(\.user), .all(\.chatLogs)).first()
    })

  private static func logged(_ key: String) -> String {
    """
    INSERT INTO chat_logs (contact_id, entity_type, entity_id, created_at, updated_at)
    VALUES (:number, 'chat', \(key), :from, :from)
    """
  }

  /// WhatsApp says what became of a message: its id is `text`.
  static let webhook = Change(
    name: "7 webhook: a status by WhatsApp's id",
    statements: [
      Statement(
        .nothing,
        "UPDATE chats SET status = 'read' WHERE workspace_id = :workspace AND wam_id = :text AND deleted_at IS NULL"),
      Statement(
        .nothing,
        """
        INSERT INTO chat_status_logs (chat_id, metadata, created_at) SELECT id, '{"new_status":"read"}', :from
        FROM chats WHERE workspace_id = :workspace AND wam_id = :text AND deleted_at IS NULL
        """),
    ],
    state: counts(
      """
      SELECT (SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND wam_id = :text AND status = 'read'
          AND deleted_at IS NULL),
        (SELECT COUNT(*) FROM chat_status_logs WHERE chat_id = (
          SELECT id FROM chats WHERE workspace_id = :workspace AND wam_id = :text AND deleted_at IS NULL))
      """
    ) { db, subject in
      guard let chat = try db.chats.where({ $0.wamID == subject.text }).first() else { return [0, 0] }
      return [chat.status == .read ? 1 : 0, try db.chatStatusLogs.where { $0.chatID == chat.id }.count()]
    },
    blazz: { db, subject in
      guard let chat = try db.chats.where({ $0.wamID == subject.text }).first() else { return }
      try db.chats.update(chat.id) { $0.status = .read }
      try db.chatStatusLogs.insert(
        .init(chatID: chat.id, metadata: JSON(text: #"{"new_status":"read"}"#), createdAt: subject.fromDate))
    })

  /// The contact's ticket, or a new one.
  static let ensureTicket = Change(
    name: "15 a contact gets a ticket that had none",
    statements: [
      Statement(
        .nothing,
        """
        INSERT INTO chat_tickets (contact_id, status, created_at, updated_at) SELECT :number, 'open', :from, :from
        FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM chat_tickets WHERE contact_id = :number)
        """),
      Statement(.rows(.others), "SELECT * FROM chat_tickets WHERE contact_id = :number ORDER BY id LIMIT 1"),
    ],
    state: counts("SELECT COUNT(*) FROM chat_tickets WHERE contact_id = :number AND status = 'open'") { db, subject in
      [try db.chatTickets.where { $0.contactID == ID(subject.number) && $0.status == .open }.count()]
    },
    blazz: { db, subject in
      let (contact, date) = (ID<Contact>(subject.number), subject.fromDate)
      _ = try db.chatTickets.firstOrInsert(
        .init(contactID: contact, status: .open, createdAt: date, updatedAt: date)
      ) { $0.contactID == contact }
    })

  /// Numbers that all peers must agree in after a change.
  static func counts(
    _ sql: String, _ blazz: @escaping @Sendable (Tables<Reading>, Subject) throws -> [Int]
  ) -> Question {
    Question(
      suite: "writes", name: sql, subjects: { $0.everything }, answer: .counts, sql: sql,
      blazz: { peer, subject, hash in
        let counts =
          subject.workspace == 0
          ? try peer.readAll { db in try blazz(db, subject) } : try peer.read(subject) { db in try blazz(db, subject) }
        hash.count(all: counts.map(UInt64.init))
      })
  }
}

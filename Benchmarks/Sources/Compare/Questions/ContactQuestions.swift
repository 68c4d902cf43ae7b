import BlazzDB
import CComparePeers
import TableStore

extension Question {
  static var contacts: [Question] {
    [contact, contactByUUID, recentContacts, namedContacts, searchedContacts]
  }

  private static var contact: Question {
    Question(
      suite: "contacts", name: "a contact by id", subjects: { $0.contacts }, answer: .rows(.contacts),
      sql: "SELECT * FROM contacts WHERE id = :number AND workspace_id = :workspace AND deleted_at IS NULL",
      batch: 16,
      floor: floor_get_contact,
      blazz: { peer, subject, hash in
        if let contact = try peer.read(subject, { db in try db.contacts.get(ID(subject.number)) }) {
          hash.add(contact.id.rawValue)
        }
      })
  }

  private static var contactByUUID: Question {
    Question(
      suite: "contacts", name: "a contact by uuid", subjects: { $0.contactUUIDs }, answer: .rows(.contacts),
      sql: "SELECT * FROM contacts WHERE uuid = :text AND workspace_id = :workspace AND deleted_at IS NULL",
      batch: 16,
      floor: floor_contact_by_uuid,
      blazz: { peer, subject, hash in
        if let contact = try peer.read(subject, { db in try db.contacts.find(Contact.byUUID, subject.text) }) {
          hash.add(contact.id.rawValue)
        }
      })
  }

  private static var recentContacts: Question {
    Question(
      suite: "contacts", name: "50 by recent activity", subjects: { $0.workspaces }, answer: .rows(.contacts),
      sql: """
        SELECT * FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
        ORDER BY latest_chat_created_at DESC, id DESC LIMIT 50
        """,
      floor: floor_recent_contacts,
      blazz: rows { db, _ in
        try db.contacts.order(by: \.latestChatCreatedAt, .descending).limit(50).all()
      })
  }

  private static var namedContacts: Question {
    Question(
      suite: "contacts", name: "20 whose first name begins so", subjects: { $0.names }, answer: .rows(.contacts),
      sql: """
        SELECT * FROM contacts WHERE workspace_id = :workspace AND first_name >= :text
          AND first_name < :text || char(0x10FFFF) AND deleted_at IS NULL ORDER BY first_name, id LIMIT 20
        """,
      mariaSQL: """
        SELECT * FROM contacts WHERE workspace_id = :workspace AND first_name LIKE CONCAT(:text, '%')
          AND deleted_at IS NULL ORDER BY first_name, id LIMIT 20
        """,
      floor: floor_named_contacts,
      blazz: rows { db, subject in
        try db.contacts.where { $0.firstName.hasPrefix(subject.text) }.order(by: \.firstName).limit(20).all()
      })
  }

  private static var searchedContacts: Question {
    Question(
      suite: "contacts", name: "full-text: a name and the beginning of a number, 20 keys", subjects: { $0.searches },
      answer: .keys,
      sql: """
        SELECT rowid FROM contacts_words WHERE contacts_words
          MATCH 'scope:w' || :workspace || ' AND ' || :text || ' AND ' || :number || '*' ORDER BY rowid LIMIT 20
        """,
      mariaSQL: """
        SELECT id FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL
          AND MATCH (first_name, last_name, phone, email) AGAINST (CONCAT('+', :text, ' +', :number, '*') IN BOOLEAN MODE)
        ORDER BY id LIMIT 20
        """,
      goal: .microseconds(50),
      blazz: { peer, subject, hash in
        let ids = try peer.read(subject) { db in
          try db.contacts.search("+\(subject.text) +\(subject.number)*").limit(20).ids()
        }
        for id in ids { hash.add(id.rawValue) }
      })
  }
}

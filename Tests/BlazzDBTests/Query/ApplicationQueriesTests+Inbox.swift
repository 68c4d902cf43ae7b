import BlazzDB
import Foundation
import TableStore
import Testing

/// The list of conversations, and the figures on every page.
extension ApplicationQueriesTests {
  @Test func q01inbox() throws {
    let query = Contact.query.having(\.chats).order(by: \.latestChatCreatedAt, .descending)
    let expected = rows.liveContacts.filter { rows.newest($0.id) != nil }
      .sorted { isNewer((rows.newest($0.id)?.createdAt, $0.id), (rows.newest($1.id)?.createdAt, $1.id)) }
    let media = Dictionary(uniqueKeysWithValues: rows.media.map { ($0.id, $0) })
    try shop.read { db in
      var found: [ID<Contact>] = []
      var next: PageCursor?
      repeat {
        let page = try db.query(query.page(15, after: next)).including(
          .latest(1, \.chats, with: .parent(\.media)),
          .latest(1, \.chats, with: .parent(\.media)) { $0.type == .inbound }
        ).page()
        for (contact, latest, inbound) in page.rows {
          found.append(contact.id)
          let wanted = try #require(rows.newest(contact.id))
          #expect(latest.map(\.0.id) == [wanted.id])
          #expect(latest.first?.1?.id == wanted.mediaID.flatMap { media[$0]?.id })
          #expect(inbound.first?.0.id == rows.newest(contact.id, .inbound)?.id)
        }
        next = page.next
      } while next != nil
      #expect(found == expected.map(\.id))
      #expect(try db.query(query).count() == expected.count)
      let last = expected[14].latestChatCreatedAt ?? .distantPast
      let deleted = rows.contacts.count { $0.deletedAt != nil && $0.latestChatCreatedAt ?? .distantPast >= last }
      expectCheap(try db.query(query.page(15)).explain(), "idx_contacts_latest_chat", deleted: deleted)
    }
  }

  @Test func q01inboxOfAnAgent() throws {
    let inboxes = rows.users.map { user in (user.id, inbox(of: user.id)) }
    let (me, expected) = try #require(inboxes.max { $0.1.count < $1.1.count })
    #expect(!expected.isEmpty)
    try shop.read { db in
      let joined = db.contacts.having(\.chats).having(\.tickets) { $0.assignedTo == me && $0.status == .open }
        .order(by: \.latestChatCreatedAt, .descending)
      #expect(try joined.ids() == expected.map(\.id))
      // The agent's tickets first: what is examined does not grow with the workspace.
      let mine = db.chatTickets.where { $0.assignedTo == me && $0.status == .open }
      let contacts = try mine.values(\.contactID)
      let inbox = db.contacts.where { $0.id.in(contacts) }.having(\.chats).order(by: \.latestChatCreatedAt, .descending)
      #expect(try inbox.ids() == expected.map(\.id))
      expectCheap(try mine.explain(), "own_chat_tickets_agent")
      // Nobody's.
      let free = try db.contacts.having(\.tickets) { $0.assignedTo == nil && $0.status == .open }.ids()
      let nobodys = rows.tickets.filter { $0.assignedTo == nil && $0.status == .open }.map(\.contactID)
      #expect(free.sorted() == rows.liveContacts.map(\.id).filter(nobodys.contains))
    }
  }

  /// The contacts with chats of whom somebody has an open ticket, the newest chat first.
  private func inbox(of agent: ID<User>) -> [Contact] {
    let tickets = rows.tickets.filter { $0.assignedTo == agent && $0.status == .open }
    return rows.liveContacts
      .filter { contact in tickets.contains { $0.contactID == contact.id } && rows.newest(contact.id) != nil }
      .sorted { isNewer(($0.latestChatCreatedAt, $0.id), ($1.latestChatCreatedAt, $1.id)) }
  }

  @Test(arguments: ["ana", "BUDI", "812", "contact1", "zzz"]) func q01inboxSearch(text: String) throws {
    let expected = rows.liveContacts.filter { contact in
      [contact.firstName, contact.lastName, contact.phone, contact.email].contains { has($0, text) }
        && rows.newest(contact.id) != nil
    }
    let found = try shop.read { db in
      try db.contacts.having(\.chats).where {
        $0.firstName.contains(text) || $0.lastName.contains(text) || $0.phone.contains(text) || $0.email.contains(text)
      }.order(by: \.latestChatCreatedAt, .descending).limit(15).ids()
    }
    let sorted = expected.sorted { isNewer(($0.latestChatCreatedAt, $0.id), ($1.latestChatCreatedAt, $1.id)) }
    #expect(found == sorted.prefix(15).map(\.id))
  }

  @Test func q03newestChatPerContact() throws {
    let ids = rows.liveContacts.map(\.id).filter { $0.rawValue.isMultiple(of: 5) }
    try shop.read { db in
      let found = try db.contacts.where { $0.id.in(ids) }
        .including(.latest(1, \.chats), .latest(1, \.chats) { $0.type == .inbound }).all()
      #expect(found.map(\.0.id) == ids)
      for (contact, latest, inbound) in found {
        #expect(latest.first?.id == rows.newest(contact.id)?.id)
        #expect(inbound.first?.id == rows.newest(contact.id, .inbound)?.id)
      }
      let newest = db.chats.where { $0.contactID == busiest }.order(by: \.createdAt, .descending).limit(1)
      expectCheap(try newest.explain(), "own_chats_contact_time")
      expectCheap(try newest.where { $0.type == .inbound }.explain(), "own_chats_inbound_contact_time")
    }
  }

  @Test func q04unreadBadge() throws {
    let expected = rows.liveChats.count { $0.type == .inbound && !$0.isRead }
    try shop.read { db in
      let unread = db.chats.where { $0.type == .inbound && !$0.isRead }
      #expect(try unread.count() == expected && expected > 100)
      let explanation = try unread.explainCount()
      expectCheap(explanation, "own_chats_unread")
      #expect(explanation.accesses[0].isCovering && explanation.examined == expected)
    }
  }

  @Test func q05openAThread() throws {
    let contact = busiest
    let unread = rows.liveChats.filter { $0.type == .inbound && !$0.isRead }
    let own = unread.filter { $0.contactID == contact }
    #expect(!own.isEmpty)
    try store.undone { db in
      let thread = db.chats.where { $0.contactID == contact && $0.type == .inbound && !$0.isRead }
      expectCheap(try thread.explain(), "own_chats_unread")
      #expect(try thread.update { $0.isRead = true } == own.count)
      #expect(try thread.count() == 0)
      #expect(try db.chats.where { $0.type == .inbound && !$0.isRead }.count() == unread.count - own.count)
    }
  }

  @Test func q06storeAMessage() throws {
    let contact = busiest
    let media = rows.media[0].id
    try store.undone { db in
      let chat = try db.chats.insert(
        .init(
          wamID: "wamid.new", contactID: contact, userID: 2, type: .outbound,
          metadata: #"{"message_type": "text"}"#, mediaID: media))
      try db.chatLogs.insert(.init(contactID: contact, entityType: .chat, entityID: Int32(chat.id.rawValue)))
      try db.contacts.update(contact) { $0.latestChatCreatedAt = chat.createdAt }
      let read = db.chats.where { $0.id == chat.id }
      let found = try read.including(
        .parent(\.contact), .parent(\.media), .parent(\.user), .all(\.statusLogs), .all(\.chatLogs)
      ).first()
      let stored = try #require(found)
      #expect(stored.0.id == chat.id && stored.0.wamID == "wamid.new" && stored.0.createdAt == chat.createdAt)
      #expect(chat.type == .outbound && !chat.isRead && chat.deletedAt == nil)
      #expect(stored.1?.id == contact && stored.1?.latestChatCreatedAt == chat.createdAt)
      #expect(stored.2?.id == media && stored.3?.id == 2 && stored.4.isEmpty)
      #expect(stored.5.map(\.entityID) == [Int32(chat.id.rawValue)])
      expectCheap(try read.explain(), "PRIMARY")
      let entries = db.chatLogs.where { $0.entityType == .chat && $0.entityID == Int32(chat.id.rawValue) }
      expectCheap(try entries.explain(), "own_chat_logs_entity")
      expectCheap(try db.chatStatusLogs.where { $0.chatID == chat.id }.explain(), "own_chat_status_logs_chat")
    }
  }

  @Test func q07webhookStatus() throws {
    let sent = rows.liveChats.filter { $0.wamID != nil && $0.type == .outbound }
    try store.undone { db in
      for chat in sent.prefix(20) {
        let reported = db.chats.where { $0.wamID == chat.wamID }
        expectCheap(try reported.explain(), "own_chats_wam_id")
        #expect(try reported.update { $0.status = .read } == 1)
        try db.chatStatusLogs.insert(.init(chatID: chat.id, metadata: JSON(ChatStatusChange(newStatus: "read"))))
        let (found, logs) = try #require(try reported.including(\.statusLogs).first())
        #expect(found.id == chat.id && found.status == .read)
        #expect(logs.count == 1 + rows.statusLogs.count { $0.chatID == chat.id })
        // The same message once more is not stored twice.
        let again = try db.chats.firstOrInsert(
          .init(wamID: chat.wamID, contactID: chat.contactID, type: .outbound, metadata: "{}"),
          where: { $0.wamID == chat.wamID })
        #expect(again.row.id == chat.id && !again.isNew)
      }
    }
    // A webhook that names no workspace.
    let found = try store.blazz.system.read { db in try db.chats.where { $0.wamID == sent[0].wamID }.all() }
    #expect(found.map(\.id) == [sent[0].id])
  }
}

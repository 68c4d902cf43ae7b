import BlazzDB
import Foundation
import TableStore
import Testing

/// A conversation and its tickets.
extension ApplicationQueriesTests {
  @Test func q11syncMessages() throws {
    let known = Array(rows.liveChats.filter { $0.wamID != nil }.prefix(5))
    try store.undone { db in
      for batch in 0..<2 {
        for number in 0..<10 {
          let chat = number.isMultiple(of: 2) ? known[number / 2] : nil
          let wamID = chat?.wamID ?? "wamid.synced.\(number)"
          let (row, isNew) = try db.chats.upsert(
            .init(wamID: wamID, contactID: busiest, type: .inbound, metadata: "{}"),
            where: { $0.wamID == wamID }, update: { $0.status = "synced" })
          #expect(isNew == (chat == nil && batch == 0))
          #expect(row.wamID == wamID && (chat == nil || row.id == chat?.id))
          #expect(row.status == (isNew ? nil : "synced"))
        }
      }
      #expect(try db.chats.where { $0.wamID.hasPrefix("wamid.synced.") }.count() == 5)
    }
  }

  @Test func q12clearAChat() throws {
    let contact = busiest
    try store.undone { db in
      let chats = try db.chats.where { $0.contactID == contact }.update {
        $0.deletedAt = store.now
        $0.deletedBy = 2
      }
      let logs = try db.chatLogs.where { $0.contactID == contact }.delete()
      #expect(chats == rows.liveChats.count { $0.contactID == contact })
      #expect(logs == rows.chatLogs.count { $0.contactID == contact && $0.deletedAt == nil })
      #expect(try db.chats.where { $0.contactID == contact }.count() == 0)
      #expect(try db.chatLogs.where { $0.contactID == contact }.exists() == false)
      #expect(
        try db.chats.withDeleted().where { $0.contactID == contact }.count()
          == rows.chats.count { $0.contactID == contact })
    }
  }

  @Test func q13backfill() throws {
    let expected = rows.liveChats.filter { $0.mediaID == nil }.map(\.id)
    let query = Chat.where { $0.mediaID == nil }.orderedByKey()
    var found: [ID<Chat>] = []
    var next: PageCursor?
    repeat {
      let page = try shop.read { db in try db.query(query.page(500, after: next)).page() }
      #expect(page.rows.count == 500 || page.next == nil)
      found += page.rows.map(\.id)
      next = page.next
    } while next != nil
    #expect(found == expected && found.count > 1_000)
  }

  @Test func q14thread() throws {
    let live = rows.chatLogs.filter { $0.deletedAt == nil }
    let contact = rows.liveContacts.max { left, right in
      live.count { $0.contactID == left.id } < live.count { $0.contactID == right.id }
    }!.id
    let expected = rows.chatLogs.filter { $0.contactID == contact && $0.deletedAt == nil }
      .sorted { isNewer(($0.createdAt, $0.id), ($1.createdAt, $1.id)) }
    #expect(expected.count > 10)
    try shop.read { db in
      let thread = db.chatLogs.where { $0.contactID == contact }.order(by: \.createdAt, .descending)
      #expect(try thread.count() == expected.count)
      expectCheap(try thread.explainCount(), "own_chat_logs_contact_time")
      expectCheap(try thread.page(10).explain(), "own_chat_logs_contact_time")
      var found: [ID<ChatLog>] = []
      var next: PageCursor?
      repeat {
        let page = try thread.page(10, after: next).including(
          .parent(\.chat, with: .parent(\.media), .parent(\.user), .all(\.statusLogs)), .parent(\.ticketLog),
          .parent(\.note)
        ).page()
        for (log, chat, ticketLog, note) in page.rows {
          found.append(log.id)
          let id = UInt64(log.entityID)
          #expect(chat?.0.id.rawValue == (log.entityType == .chat && isLive(ID(id)) ? id : nil))
          #expect(ticketLog?.id.rawValue == (log.entityType == .ticket ? id : nil))
          #expect(note?.id.rawValue == (log.entityType == .notes ? id : nil))
          guard let (chat, media, user, logs) = chat else { continue }
          #expect(media?.id == chat.mediaID && user?.id == chat.userID)
          #expect(logs.map(\.id) == rows.statusLogs.filter { $0.chatID == chat.id }.map(\.id).reversed())
        }
        next = page.next
      } while next != nil
      #expect(found == expected.map(\.id))
    }
  }

  private func isLive(_ id: ID<Chat>) -> Bool { rows.liveChats.contains { $0.id == id } }

  @Test func q15ensureATicket() throws {
    try store.undone { db in
      for contact in rows.liveContacts.prefix(30) {
        let known = rows.tickets.filter { $0.contactID == contact.id }
        let (ticket, isNew) = try db.chatTickets.firstOrInsert(
          .init(contactID: contact.id, status: .open), where: { $0.contactID == contact.id })
        #expect(isNew == known.isEmpty && ticket.contactID == contact.id)
        #expect(isNew || known.map(\.id).contains(ticket.id))
        let explanation = try db.chatTickets.where { $0.contactID == contact.id }.limit(1).explain()
        expectCheap(explanation)
      }
    }
  }

  @Test func q16autoAssign() throws {
    let agents = rows.teams.filter { $0.deletedAt == nil }
    let open = Dictionary(
      uniqueKeysWithValues: agents.map { team in
        (team.id, rows.tickets.count { $0.assignedTo == team.userID && $0.status == .open })
      })
    try store.undone { db in
      let counted = try db.teams.including(
        .parent(\.user, with: .count(\.chatTickets) { $0.status == .open })
      ).all()
      #expect(Dictionary(uniqueKeysWithValues: counted.map { ($0.0.id, $0.1?.1 ?? 0) }) == open)
      let fewest = try #require(counted.min { ($0.1?.1 ?? 0, $0.0.id) < ($1.1?.1 ?? 0, $1.0.id) })
      #expect(open[fewest.0.id] == open.values.min())
      let ticket = try #require(rows.tickets.first { $0.assignedTo == nil && $0.status == .open })
      try db.chatTickets.update(ticket.id) { $0.assignedTo = fewest.0.userID }
      let log = try db.chatTicketLogs.insert(.init(contactID: ticket.contactID, description: "assigned"))
      try db.chatLogs.insert(
        .init(contactID: ticket.contactID, entityType: .ticket, entityID: Int32(log.id.rawValue)))
      #expect(
        try db.chatTickets.where { $0.assignedTo == fewest.0.userID && $0.status == .open }.count()
          == open[fewest.0.id]! + 1)
      let newest = try db.chatLogs.where { $0.contactID == ticket.contactID && $0.entityType == .ticket }
        .order(by: \.createdAt, .descending).including(\.ticketLog).first()
      #expect(newest?.1?.description == "assigned")
      expectCheap(
        try db.chatTickets.where { $0.assignedTo == 2 && $0.status == .open }.explainCount(), "own_chat_tickets_agent")
    }
  }
}

import BlazzDB
import Foundation
import TableStore
import TestSupport

/// Fills an `ApplicationStore` with rows that follow from a seed.
struct ApplicationFiller {
  private var random = SeededRandom(for: "ApplicationStore")
  private let start = ApplicationRows.start
  private var contacts: [(id: UInt64, workspace: UInt64)] = []
  private var chats: [Chat.Draft] = []

  private static let names = ["Ana", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko"]

  /// A time in the thirty days; few different minutes, so that rows share them.
  private mutating func time() -> Date { start.addingTimeInterval(Double(number(0, 30 * 96)) * 900) }

  private mutating func number(_ lower: Int, _ upper: Int) -> Int { Int.random(in: lower..<upper, using: &random) }

  /// The workspace of a row: the first has more than half of all.
  private mutating func workspace() -> UInt64 { [1, 1, 1, 1, 1, 2, 2, 3][number(0, 8)] }

  mutating func fill(_ blazz: Blazz) throws {
    try blazz.system.writeSync { db in try fillWorkspaces(db) }
    // An attachment belongs to the workspace that writes it.
    for id in UInt64(1)...3 {
      try blazz.workspace(ID(id)).writeSync { db in
        for number in id * 40 - 39...id * 40 {
          try db.chatMedia.insert(.init(id: ID(number), name: "file \(number)", size: "\(number * 1_000)"))
        }
      }
    }
    makeChats()
    try blazz.system.writeSync { db in
      try fillContacts(db)
      try fillConversations(db)
      try fillCampaigns(db)
      try fillBilling(db)
      try fillSystem(db)
    }
  }

  private mutating func fillWorkspaces(_ db: Tables<Writing>) throws {
    for id in UInt64(1)...9 {
      try db.users.insert(.init(id: ID(id), firstName: Self.names[Int(id)], email: "user\(id)@example.com"))
    }
    let plan = try db.subscriptionPlans.insert(
      .init(name: "Basic", price: 19, period: .monthly, metadata: #"{"message_limit": 100}"#))
    for id in UInt64(1)...3 {
      try db.workspaces.insert(.init(id: ID(id), identifier: "shop-\(id)", name: "Shop \(id)", createdBy: ID(id)))
      try db.subscriptions.insert(.init(workspaceID: ID(id), planID: plan.id, validUntil: start, status: .active))
      try db.workspaceAPIKeys.insert(
        .init(workspaceID: ID(id), name: "key", keyHash: "hash of \(id)", createdBy: ID(id)))
      for user in UInt64(1)...9 where user % 3 == id % 3 || user < 4 {
        let deleted = user == 9 ? start : nil
        try db.teams.insert(.init(workspaceID: ID(id), userID: ID(user), createdBy: ID(id), deletedAt: deleted))
      }
      for number in 1...6 {
        try db.teamInvites.insert(
          .init(
            workspaceID: ID(id), email: "guest\(number)@example.com", invitedBy: ID(id),
            token: number % 3 == 0 ? nil : "code-\(id)-\(number)",
            expiresAt: start.addingTimeInterval(Double(number) * 8 * 86_400)))
      }
      for number in 1...8 {
        try db.autoReplies.insert(
          .init(
            workspaceID: ID(id), name: "rule \(number)", trigger: "word\(number), hello", matchCriteria: .contains,
            metadata: "{}", createdBy: ID(id), deletedAt: number == 5 ? start : nil))
      }
    }
    for key in ["app_name", "timezone", "currency"] { try db.settings.insert(.init(key: key, value: "v")) }
    for code in ["en", "id", "es", "fr", "de"] {
      try db.languages.insert(.init(name: code.uppercased(), code: code, isActive: code != "fr"))
    }
    for name in ["Google Maps", "Razorpay", "reCaptcha"] {
      try db.addons.insert(.init(category: "other", name: name, logo: "logo.png"))
    }
  }

  private mutating func makeChats() {
    for id in UInt64(1)...400 { contacts.append((id, workspace())) }
    for id in UInt64(1)...6_000 {
      // Some contacts write a lot, some never.
      let contact = contacts[min(number(0, 395), number(0, 395))]
      let type: MessageDirection? = [.inbound, .inbound, .outbound, .outbound, .outbound, nil][number(0, 6)]
      let isDeleted = random.chance(12)
      let states: [MessageStatus] = [.sent, .delivered, .read, .failed]
      let media: ID<ChatMedia>? =
        random.chance(10) ? ID(contact.workspace * 40 - UInt64(number(0, 40))) : nil
      chats.append(
        .init(
          id: ID(id), workspaceID: ID(contact.workspace), wamID: random.chance(5) ? nil : "wamid.\(id)",
          contactID: ID(contact.id), userID: type == .outbound ? ID(UInt64(number(1, 9))) : nil, type: type,
          metadata: JSON(text: #"{"message_type": "text", "content": {"text": "number \#(id)"}}"#),
          mediaID: media, status: type == .inbound ? nil : states[number(0, 4)],
          isRead: type == .inbound && !random.chance(3), deletedAt: isDeleted ? time() : nil, createdAt: time()))
    }
  }

  private mutating func fillContacts(_ db: Tables<Writing>) throws {
    var latest: [ID<Contact>: Date] = [:]
    for chat in chats where chat.deletedAt == nil {
      latest[chat.contactID] = max(latest[chat.contactID] ?? .distantPast, chat.createdAt ?? .distantPast)
    }
    for (id, workspace) in contacts {
      let isDeleted = random.chance(15)
      try db.contacts.insert(
        .init(
          id: ID(id), workspaceID: ID(workspace), firstName: random.chance(20) ? nil : Self.names[number(0, 10)],
          lastName: Self.names[number(0, 10)].uppercased(), phone: "+62812\(1_000_000 + id * 7919)",
          email: random.chance(4) ? nil : "contact\(id)@mail.example", latestChatCreatedAt: latest[ID(id)],
          isFavorite: random.chance(8) ? 1 : 0, createdBy: 1, createdAt: time(), deletedAt: isDeleted ? time() : nil))
    }
    for id in UInt64(1)...12 {
      let deleted = id == 12 ? time() : nil
      try db.contactGroups.insert(
        .init(
          id: ID(id), workspaceID: ID(id % 3 + 1), name: "\(["Buyers", "VIP", "Leads"][Int(id) % 3]) \(id)",
          createdBy: 1, createdAt: time(), deletedAt: deleted))
    }
    var pairs: Set<UInt64> = []
    while pairs.count < 300 {
      let contact = contacts[number(0, 400)]
      let group = UInt64(number(0, 4)) * 3 + [3, 1, 2][Int(contact.workspace) - 1]
      guard pairs.insert(contact.id * 100 + group).inserted else { continue }
      try db.contactGroupMemberships.insert(.init(contactID: ID(contact.id), contactGroupID: ID(group)))
    }
  }

  private mutating func fillConversations(_ db: Tables<Writing>) throws {
    for chat in chats { try db.chats.insert(chat) }
    for (id, _) in contacts {
      if random.chance(4) { try db.chatNotes.insert(.init(contactID: ID(id), content: "note on \(id)")) }
      if random.chance(3) {
        try db.chatTickets.insert(
          .init(
            contactID: ID(id), assignedTo: random.chance(3) ? nil : ID(UInt64(number(1, 9))),
            status: [.open, .open, .closed][number(0, 3)], createdAt: time()))
        try db.chatTicketLogs.insert(.init(contactID: ID(id), description: "opened", createdAt: time()))
      }
    }
    for chat in chats where random.chance(3) {
      try db.chatLogs.insert(
        .init(
          contactID: chat.contactID, entityType: .chat, entityID: Int32(chat.id!.rawValue), deletedAt: chat.deletedAt,
          createdAt: chat.createdAt))
      guard chat.type == .outbound, random.chance(2) else { continue }
      for state in ["sent", "delivered"] {
        try db.chatStatusLogs.insert(
          .init(chatID: chat.id!, metadata: JSON(ChatStatusChange(newStatus: state)), createdAt: time()))
      }
    }
    for note in try db.chatNotes.all() {
      try db.chatLogs.insert(
        .init(
          contactID: note.contactID, entityType: .notes, entityID: Int32(note.id.rawValue), createdAt: time()))
    }
    for log in try db.chatTicketLogs.all() {
      try db.chatLogs.insert(
        .init(
          contactID: log.contactID, entityType: .ticket, entityID: Int32(log.id.rawValue), createdAt: log.createdAt))
    }
  }

  private mutating func fillCampaigns(_ db: Tables<Writing>) throws {
    for id in UInt64(1)...15 {
      try db.templates.insert(
        .init(
          id: ID(id), workspaceID: ID(id % 3 + 1), metaID: "meta-\(id)", name: "template_\(id / 2)",
          category: .marketing, language: ["en", "id"][Int(id) % 2], metadata: "{}",
          status: [.approved, .approved, .pending, .rejected][number(0, 4)], createdBy: 1, createdAt: time(),
          deletedAt: id == 9 ? time() : nil))
    }
    let states: [CampaignStatus] = ["scheduled", "ongoing", "completed", "failed", "paused"]
    for id in UInt64(1)...20 {
      let workspace = [1, 1, 1, 2, 3][Int(id) % 5] as UInt64
      let templates = [3, 1, 2] as [UInt64]
      try db.campaigns.insert(
        .init(
          id: ID(id), workspaceID: ID(workspace), name: "\(Self.names[Int(id) % 10]) sale \(id)",
          templateID: ID(templates[Int(workspace) - 1] + 3 * UInt64(number(0, 4))), contactGroupID: 0,
          metadata: "{}", status: states[number(0, 5)], scheduledAt: random.chance(6) ? nil : time(),
          createdBy: 1, createdAt: time(), deletedAt: id == 20 ? time() : nil))
      try fillLogs(db, ID(id), workspace)
    }
  }

  private mutating func fillLogs(_ db: Tables<Writing>, _ campaign: ID<Campaign>, _ workspace: UInt64) throws {
    let own = contacts.filter { $0.workspace == workspace }.shuffled(using: &random)
    for index in 0..<100 {
      let contact = own[index % own.count]
      let status: DeliveryStatus = [.pending, .pending, .success, .success, .success, .failed, .ongoing][number(0, 7)]
      let sent = status == .success ? chats.first { $0.contactID.rawValue == contact.id && $0.type == .outbound } : nil
      let log = try db.campaignLogs.insert(
        .init(campaignID: campaign, contactID: ID(contact.id), chatID: sent?.id, status: status, createdAt: time()))
      guard status == .failed else { continue }
      for _ in 0..<number(0, 5) { try db.campaignLogRetries.insert(.init(campaignLogID: log.id, status: .failed)) }
    }
  }

  private mutating func fillBilling(_ db: Tables<Writing>) throws {
    for id in 1...150 {
      let workspace = ID<WorkspaceRecord>(workspace())
      let amount = Decimal(number(-5_000, 9_000)) / 100
      try db.billingTransactions.insert(
        .init(
          workspaceID: workspace, entityType: amount < 0 ? .invoice : .payment, entityID: Int32(id),
          description: "entry \(id)", amount: amount, createdBy: 1, createdAt: time()))
      guard amount > 0 else { continue }
      try db.billingPayments.insert(
        .init(
          workspaceID: workspace, processor: [.stripe, .paypal][id % 2],
          details: JSON(text: #"{"transaction_id": "pay_\#(id)", "gateway": "a name that makes the text long"}"#),
          amount: amount))
      try db.tickets.insert(
        .init(
          workspaceID: workspace, subject: "ticket \(id)", description: "…", createdBy: ID(UInt64(number(1, 9))),
          createdAt: time(), updatedAt: time()))
    }
  }

  private mutating func fillSystem(_ db: Tables<Writing>) throws {
    let now = UInt32(start.timeIntervalSince1970) + 30 * 86_400
    for index in 1...300 {
      let isReserved = random.chance(40)
      let isDelayed = random.chance(30)
      try db.jobs.insert(
        .init(
          queue: ["default", "campaigns", "webhooks"][index % 3], payload: "{}", attempts: 0,
          reservedAt: isReserved ? now - UInt32(number(0, 200)) : nil,
          availableAt: isDelayed ? now + 600 : now - UInt32(number(0, 9_000)), createdAt: now - 9_000))
    }
    for index in 1...60 {
      try db.auditLogs.insert(
        .init(
          id: "req_\(index)", eventType: "request", method: .get, url: "/", ipAddress: "10.0.0.1",
          workspaceID: ID(workspace())))
    }
  }
}

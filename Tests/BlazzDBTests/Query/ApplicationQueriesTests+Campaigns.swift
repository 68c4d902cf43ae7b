import BlazzDB
import Foundation
import TableStore
import Testing

/// Campaigns, their messages, templates and automatic replies.
extension ApplicationQueriesTests {
  private var campaign: Campaign { rows.liveCampaigns[0] }

  @Test func q28dueCampaigns() throws {
    let now = store.now.addingTimeInterval(-15 * 86_400)
    try store.blazz.system.read { db in
      let all = try db.campaigns.all()
      let due = db.campaigns.where { $0.status == "scheduled" && $0.scheduledAt <= now }
      let expected = all.filter { $0.status == "scheduled" && $0.scheduledAt.map { $0 <= now } ?? false }.map(\.id)
      #expect(try due.ids().sorted() == expected.sorted())
      expectCheap(try due.explain(), "own_campaigns_due")
      let states = Set(all.map(\.status.rawValue))
      for state in states {
        let query = db.campaigns.where { $0.status == CampaignStatus(rawValue: state) && $0.scheduledAt <= store.now }
        let wanted = all.filter { $0.status.rawValue == state && $0.scheduledAt.map { $0 <= store.now } ?? false }
        #expect(try query.ids().sorted() == wanted.map(\.id).sorted())
      }
    }
  }

  @Test func q29materialise() throws {
    let campaign = campaign.id
    let audience = rows.liveContacts.map(\.id)
    let known = Set(rows.campaignLogs.filter { $0.campaignID == campaign }.map(\.contactID))
    try store.undone { db in
      let there = db.campaignLogs.where { $0.campaignID == campaign && $0.contactID.in(audience.prefix(60)) }
      expectCheap(try there.explain(), "own_campaign_logs_contact")
      let found = Set(
        try db.campaignLogs.where { $0.campaignID == campaign && $0.contactID.in(audience) }.values(\.contactID))
      #expect(found == known.intersection(audience))
      for contact in audience where !found.contains(contact) {
        try db.campaignLogs.insert(.init(campaignID: campaign, contactID: contact))
      }
      let logs = try db.campaignLogs.where { $0.campaignID == campaign }.values(\.contactID)
      #expect(Set(logs) == known.union(audience))
      #expect(
        logs.count == rows.campaignLogs.count { $0.campaignID == campaign } + Set(audience).subtracting(known).count)
    }
  }

  @Test func q30dispatch() throws {
    try store.undone { db in
      for campaign in rows.liveCampaigns.prefix(3) { try db.campaigns.update(campaign.id) { $0.status = "ongoing" } }
      let ongoing = try db.campaigns.where { $0.status == "ongoing" }.ids()
      expectCheap(try db.campaigns.where { $0.status == "ongoing" }.explain(), "own_campaigns_status_schedule")
      let expected = rows.campaignLogs.filter {
        ongoing.contains($0.campaignID) && [.pending, .failed].contains($0.status)
      }
      let query = CampaignLog.where { $0.campaignID.in(ongoing) && $0.status.in([.pending, .failed]) }.orderedByKey()
      expectCheap(try db.query(query.page(50)).explain(), "own_campaign_logs_status")
      // Chunk by chunk, while what was found changes its state: none is skipped, none comes twice.
      var found: [ID<CampaignLog>] = []
      var next: PageCursor?
      repeat {
        let page = try db.query(query.page(50, after: next)).page()
        for log in page.rows { try db.campaignLogs.update(log.id) { $0.status = .ongoing } }
        found += page.rows.map(\.id)
        next = page.next
      } while next != nil
      #expect(found == expected.map(\.id) && found.count > 100)
      #expect(try db.query(query).exists() == false)
    }
  }

  @Test func q31claimALog() throws {
    let log = try #require(rows.campaignLogs.first { $0.status == .pending })
    try store.undone { db in
      let claim = db.campaignLogs.where { $0.id == log.id && $0.status.in([.pending, .failed]) }
      expectCheap(try claim.explain(), "PRIMARY")
      #expect(try claim.update { $0.status = .ongoing } == 1)
      #expect(try claim.update { $0.status = .ongoing } == 0)
      try db.campaignLogs.update(log.id) {
        $0.status = .success
        $0.metadata = try JSON(DeliveryMetadata(whatsAppMessageID: "wamid.1"))
      }
      let stored = try db.campaignLogs.require(log.id)
      #expect(try stored.status == .success && stored.metadata?.decoded().whatsAppMessageID == "wamid.1")
    }
  }

  @Test func q32isACampaignDone() throws {
    try shop.read { db in
      for campaign in rows.campaigns {
        let logs = rows.campaignLogs.filter { $0.campaignID == campaign.id }
        let left = db.campaignLogs.where { $0.campaignID == campaign.id && $0.status.in([.pending, .ongoing]) }
        #expect(try left.exists() == logs.contains { $0.status == .pending || $0.status == .ongoing })
        expectCheap(try left.limit(1).explainCount(), "own_campaign_logs_status")
        let failed = db.campaignLogs.where { $0.campaignID == campaign.id && $0.status == .failed }
        let retryable = try failed.including(.count(\.retries)).all().filter { $0.1 < 3 }.map(\.0.id)
        let expected = logs.filter { log in
          log.status == .failed && rows.retries.count { $0.campaignLogID == log.id } < 3
        }
        #expect(retryable.sorted() == expected.map(\.id))
        expectCheap(try failed.explain(), "own_campaign_logs_status")
      }
      let retried = try #require(rows.retries.first).campaignLogID
      expectCheap(try db.campaignLogRetries.where { $0.campaignLogID == retried }.explainCount())
    }
  }

  @Test func q33retry() throws {
    let log = try #require(rows.campaignLogs.first { $0.status == .failed })
    try store.undone { db in
      try db.campaignLogRetries.insert(.init(campaignLogID: log.id, status: .failed))
      let count = try db.campaignLogRetries.where { $0.campaignLogID == log.id }.count()
      #expect(count == rows.retries.count { $0.campaignLogID == log.id } + 1)
      let updated = try db.campaignLogs.update(log.id) { $0.retryCount += 1 }
      #expect(updated.retryCount == log.retryCount + 1)
    }
  }

  @Test func q34campaignCounters() throws {
    let chats = Dictionary(uniqueKeysWithValues: rows.liveChats.map { ($0.id, $0) })
    try shop.read { db in
      for campaign in rows.campaigns {
        let logs = rows.campaignLogs.filter { $0.campaignID == campaign.id }
        let messages = db.campaignLogs.where { $0.campaignID == campaign.id }
        let (total, success, failed, delivered, read) = try messages.aggregate(
          .count, .count { $0.status == .success }, .count { $0.status == .failed },
          .count { _ in .having(\.chat) { $0.status.in([.delivered, .read]) } },
          .count { _ in .having(\.chat) { $0.status == .read } })
        func sent(_ states: [MessageStatus]) -> Int {
          logs.count { log in log.chatID.flatMap { chats[$0]?.status }.map(states.contains) ?? false }
        }
        #expect(total == logs.count && success == logs.count { $0.status == .success })
        #expect(failed == logs.count { $0.status == .failed })
        #expect(delivered == sent([.delivered, .read]) && read == sent([.read]))
        expectCheap(try messages.explain())
        // By state alone, from entries of an index.
        let byState = try messages.group(by: \.status).count()
        #expect(
          Dictionary(uniqueKeysWithValues: byState.map { ($0.key, $0.count) })
            == Dictionary(grouping: logs, by: \.status).mapValues(\.count))
        let explanation = try messages.group(by: \.status).explainCount()
        expectCheap(explanation)
        #expect(explanation.accesses[0].isCovering)
      }
    }
  }

  @Test func q35logOfAChat() throws {
    let sent = rows.campaignLogs.filter { $0.chatID != nil }
    #expect(sent.count > 100)
    try shop.read { db in
      for log in sent.prefix(40) {
        let query = db.campaignLogs.where { $0.chatID == log.chatID }.orderedByKey()
        #expect(try query.first()?.id == sent.first { $0.chatID == log.chatID }?.id)
        expectCheap(try query.limit(1).explain(), "own_campaign_logs_chat")
      }
    }
  }

  @Test(arguments: ["sale", "template_3", "dewi", "none"]) func q36campaignList(text: String) throws {
    let names = Dictionary(uniqueKeysWithValues: rows.liveTemplates.map { ($0.id, $0.name) })
    let expected = rows.liveCampaigns.filter { has($0.name, text) || has(names[$0.templateID], text) }
      .sorted { isNewer(($0.scheduledAt, $0.id), ($1.scheduledAt, $1.id)) }
    try shop.read { db in
      let list = db.campaigns.where { $0.name.contains(text) || .having(\.template) { $0.name.contains(text) } }
        .order(by: \.scheduledAt, .descending)
      let found = try list.page(10).including(\.template).page()
      #expect(found.rows.map(\.0.id) == expected.prefix(10).map(\.id))
      #expect(found.rows.allSatisfy { $0.1?.name == names[$0.0.templateID] })
      #expect(try list.count() == expected.count)
    }
  }

  @Test func q37campaignLogPage() throws {
    let live = Dictionary(uniqueKeysWithValues: rows.liveContacts.map { ($0.id, $0) })
    let expected = rows.campaignLogs.filter { log in
      log.campaignID == campaign.id
        && live[log.contactID].map { has($0.firstName, "a") || has($0.phone, "99") } ?? false
    }
    try shop.read { db in
      let list = db.campaignLogs.where { $0.campaignID == campaign.id }
        .having(\.contact) { $0.firstName.contains("a") || $0.phone.contains("99") }.orderedByKey()
      var found: [ID<CampaignLog>] = []
      var next: PageCursor?
      repeat {
        let page = try list.page(10, after: next).including(.parent(\.contact), .parent(\.chat)).page()
        for (log, contact, chat) in page.rows {
          found.append(log.id)
          #expect(contact?.id == log.contactID)
          #expect(chat?.id == log.chatID.flatMap { id in rows.liveChats.first { $0.id == id }?.id })
        }
        next = page.next
      } while next != nil
      #expect(found == expected.map(\.id) && found.count > 10)
    }
  }

  @Test func q39templates() throws {
    try store.undone { db in
      let list = db.templates.where { $0.status.in([.approved, .pending]) }.order(by: \.createdAt, .descending)
      let expected = rows.liveTemplates.filter { [.approved, .pending].contains($0.status) }
        .sorted { isNewer(($0.createdAt, $0.id), ($1.createdAt, $1.id)) }
      let page = try list.page(10).page()
      #expect(page.rows.map(\.id) == expected.prefix(10).map(\.id))
      for template in rows.liveTemplates {
        let byID = db.templates.where { $0.metaID == template.metaID }
        #expect(try byID.ids() == [template.id])
        expectCheap(try byID.explain(), "own_templates_meta_id")
        let byName = db.templates.where { $0.name == template.name && $0.language == template.language }
        expectCheap(try byName.explain(), "own_templates_name")
        let (row, isNew) = try db.templates.upsert(
          .init(
            metaID: "other", name: template.name, category: .utility, language: template.language, metadata: "{}",
            status: .pending, createdBy: 1),
          where: { $0.name == template.name && $0.language == template.language }, update: { $0.status = .rejected })
        #expect(!isNew && row.status == .rejected && row.name == template.name)
      }
      #expect(try db.templates.where { $0.status == .rejected }.count() == rows.liveTemplates.count)
    }
  }

  @Test func q40autoReplyMatch() throws {
    try shop.read { db in
      let rules = db.autoReplies.orderedByKey()
      #expect(try rules.all().map(\.id) == rows.autoReplies.filter { $0.deletedAt == nil }.map(\.id))
      expectCheap(try rules.explain(), isClustered: true)
    }
  }
}

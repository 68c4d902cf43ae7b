import BlazzDB
import Foundation
import TestSupport
import Testing

@testable import SampleData
@testable import TableStore

/// What a filled store holds agrees with itself, row by row.
@Suite struct FilledStoreTests {
  private func withFilledStore(_ body: (Blazz, Sample) throws -> Void) throws {
    var random = SeededRandom()
    let seed = UInt64.random(in: 1...1_000, using: &random)
    try withScratchFolder { folder in
      var options = StoreOptions()
      options.durability = .none
      let blazz = try Blazz(path: folder.appending(path: "crm.blazz").path, options: options)
      let sample = Sample(scale: 0.0001, seed: seed)
      try sample.fill(blazz)
      try body(blazz, sample)
      try blazz.close()
    }
  }

  @Test func rowsAgree() throws {
    try withFilledStore { blazz, sample in
      let rows = try StoredRows(blazz)
      for table in sample.tables { #expect(rows.tables[table.name]?.count == table.rows, "\(table.name)") }
      rows.checkReferences()
      try rows.checkJSON()
      rows.checkTimes()
      try blazz.system.read { db in
        try Self.checkContacts(db)
        try Self.checkCampaigns(db)
        try Self.checkLedger(db)
      }
      try Self.checkSequences(blazz, sample)
    }
  }

  /// A contact's newest message is what its messages say, and it came before the first.
  private static func checkContacts(_ db: Tables<Reading>) throws {
    let chats = try db.chats.withDeleted().all()
    let byContact = Dictionary(grouping: chats) { $0.contactID }
    for contact in try db.contacts.withDeleted().all() {
      let times = byContact[contact.id, default: []].map(\.createdAt)
      #expect(contact.latestChatCreatedAt == times.max())
      if let first = times.min(), let came = contact.createdAt { #expect(came <= first) }
    }
    for chat in chats {
      let metadata = try chat.metadata.decoded()
      #expect(metadata.messageType != nil && metadata.content?.text?.isEmpty == false)
      #expect((chat.mediaID == nil) == ["text", "location"].contains(metadata.messageType))
    }
    for log in try db.chatLogs.withDeleted().all() where log.entityType == .chat {
      #expect(try db.chats.withDeleted().require(ID(UInt64(log.entityID))).contactID == log.contactID)
    }
  }

  /// A campaign's counts are those of its logs, and a log's message is one to its contact.
  private static func checkCampaigns(_ db: Tables<Reading>) throws {
    let logs = try db.campaignLogs.all()
    let byCampaign = Dictionary(grouping: logs) { $0.campaignID }
    for campaign in try db.campaigns.withDeleted().all() {
      let own = byCampaign[campaign.id, default: []]
      let statistics = try #require(try campaign.metadata.decoded().statistics)
      #expect(statistics.totalContacts == own.count)
      #expect(statistics.sent == own.filter { $0.status == .success }.count)
      #expect(statistics.failed == own.filter { $0.status == .failed }.count)
    }
    var linked = 0
    for log in logs {
      guard let id = log.chatID else { continue }
      linked += 1
      let chat = try db.chats.withDeleted().require(id)
      #expect(chat.contactID == log.contactID && chat.type == .outbound)
      if let written = log.createdAt { #expect(written <= chat.createdAt) }
      #expect((log.status == .failed) == (chat.status == .failed))
    }
    #expect(linked > 100)
  }

  /// Each entry has the amount of what it stands for, and an invoice's lines and taxes add up.
  private static func checkLedger(_ db: Tables<Reading>) throws {
    for entry in try db.billingTransactions.all() {
      let amount: Decimal =
        switch entry.entityType {
        case .invoice: -(try db.billingInvoices.require(ID(UInt64(entry.entityID))).total)
        case .payment: try db.billingPayments.require(ID(UInt64(entry.entityID))).amount
        case .credit: try db.billingCredits.require(ID(UInt64(entry.entityID))).amount
        case .debit: -(try db.billingDebits.require(ID(UInt64(entry.entityID))).amount)
        }
      #expect(entry.amount == amount)
    }
    let items = Dictionary(grouping: try db.billingItems.all()) { $0.billingID }
    for invoice in try db.billingInvoices.all() {
      #expect(items[invoice.id]?.map(\.amount).reduce(0, +) == invoice.subtotal)
      #expect(invoice.total == invoice.subtotal - (invoice.couponAmount ?? 0) + invoice.tax)
    }
  }

  /// The next row gets the next number.
  private static func checkSequences(_ blazz: Blazz, _ sample: Sample) throws {
    let tag = try blazz.system.writeSync { db in
      try db.blogTags.insert(.init(name: "one more", createdBy: 1))
    }
    #expect(Int(tag.id.rawValue) == sample.tables.first { $0.name == "blog_tags" }!.rows + 1)
    let chats = sample.tables.first { $0.name == "chats" }!.rows
    let next = try blazz.system.read { db in try db.table(named: "chats")?.nextKey }
    #expect(next == UInt64(chats + 1))
  }
}

import BlazzDB
import Foundation
import TableStore
import Testing

/// Contacts, their groups, and what a dashboard counts.
extension ApplicationQueriesTests {
  @Test func q09sevenDayChart() throws {
    let day = 86_400.0
    let first = Date(timeIntervalSince1970: (store.now.timeIntervalSince1970 / day).rounded(.down) * day - 7 * day)
    try shop.read { db in
      var total = 0
      for number in 0..<7 {
        let (from, to) = (
          first.addingTimeInterval(Double(number) * day), first.addingTimeInterval(Double(number + 1) * day)
        )
        for type in [MessageDirection.inbound, .outbound] {
          let chats = db.chats.where { $0.type == type && $0.createdAt >= from && $0.createdAt < to }
          let expected = rows.liveChats.count { $0.type == type && $0.createdAt >= from && $0.createdAt < to }
          #expect(try chats.count() == expected)
          let explanation = try chats.explainCount()
          expectCheap(explanation, "own_chats_type_time")
          #expect(explanation.accesses[0].isCovering)
          total += expected
        }
      }
      #expect(total > 200)
    }
  }

  @Test func q10dashboard() throws {
    try shop.read { db in
      #expect(try db.chats.count() == rows.liveChats.count)
      #expect(try db.campaigns.count() == rows.liveCampaigns.count)
      #expect(try db.contacts.count() == rows.liveContacts.count)
      #expect(try db.templates.count() == rows.liveTemplates.count)
      for explanation in [
        try db.chats.explainCount(), try db.campaigns.explainCount(), try db.contacts.explainCount(),
        try db.templates.explainCount(),
      ] {
        expectCheap(explanation)
        #expect(explanation.accesses[0].isCovering && explanation.examined == explanation.returned)
      }
      let states: [CampaignStatus] = ["scheduled", "ongoing"]
      let active = db.campaigns.where { $0.status.in(states) }.limit(5)
      let expected = rows.liveCampaigns.filter { states.contains($0.status) }.map(\.id)
      let found = try active.ids()
      #expect(found.count == min(5, expected.count) && found.allSatisfy(expected.contains))
      expectCheap(try active.explain(), "own_campaigns_status_schedule")
    }
  }

  @Test func q18contactList() throws {
    let expected = rows.liveContacts.sorted { left, right in
      left.isFavorite != right.isFavorite
        ? left.isFavorite > right.isFavorite : isNewer((left.createdAt, left.id), (right.createdAt, right.id))
    }
    try shop.read { db in
      let list = db.contacts.order(by: \.isFavorite, .descending).order(by: \.createdAt, .descending)
      #expect(try list.count() == expected.count)
      expectCheap(try list.page(10).explain(), "own_contacts_favorites")
      expectCheap(try list.explainCount())
      var found: [ID<Contact>] = []
      var next: PageCursor?
      repeat {
        let page = try list.page(10, after: next).including(\.groups).page()
        for (contact, groups) in page.rows {
          found.append(contact.id)
          let member = rows.memberships.filter { $0.contactID == contact.id }.map(\.contactGroupID)
          #expect(
            groups.map(\.id) == member.filter { id in rows.groups.contains { $0.id == id && $0.deletedAt == nil } })
        }
        next = page.next
      } while next != nil
      #expect(found == expected.map(\.id))
      // A page by its number, as the application has it.
      #expect(try list.offset(30).limit(10).ids() == expected[30..<40].map(\.id))
    }
  }

  @Test(arguments: ["git", "EXAMPLE", "79", "nobody"]) func q18contactSearch(text: String) throws {
    let expected = rows.liveContacts.filter { contact in
      [contact.firstName, contact.lastName, contact.phone, contact.email].contains { has($0, text) }
    }
    try shop.read { db throws in
      let found = db.contacts.where {
        $0.firstName.contains(text) || $0.lastName.contains(text) || $0.phone.contains(text) || $0.email.contains(text)
      }
      #expect(try found.orderedByKey().ids() == expected.map(\.id))
      #expect(try found.count() == expected.count)
    }
  }

  @Test func q19contactByPhone() throws {
    try store.undone { db in
      for contact in rows.contacts.prefix(40) {
        let phone = try #require(contact.phone)
        let query = db.contacts.where { $0.phone == phone }
        expectCheap(try query.explain(), "own_contacts_phone")
        let (row, isNew) = try db.contacts.firstOrInsert(
          .init(phone: phone, createdBy: 1), where: { $0.phone == phone })
        #expect(isNew == (contact.deletedAt != nil))
        #expect(isNew || row.id == contact.id)
        #expect(try query.count() == 1)
      }
    }
  }

  @Test func q20syncContacts() throws {
    let phones = rows.contacts.prefix(50).compactMap(\.phone) + (0..<50).map { "+1555\($0)" }
    try store.undone { db in
      for phone in phones {
        let known = rows.liveContacts.first { $0.phone == phone }
        let (row, isNew) = try db.contacts.upsert(
          .init(firstName: "Synced", phone: phone, createdBy: 1), where: { $0.phone == phone },
          update: { $0.firstName = "Synced" })
        #expect(isNew == (known == nil) && row.firstName == "Synced" && (known == nil || row.id == known?.id))
      }
      #expect(try db.contacts.where { $0.firstName == "synced" }.count() == phones.count)
    }
  }

  @Test func q23campaignAudience() throws {
    let live = Set(rows.liveContacts.map(\.id))
    try shop.read { db in
      #expect(try db.contacts.orderedByKey().ids() == live.sorted())
      expectCheap(try db.contacts.explain(), isClustered: true)
      for group in rows.groups where group.deletedAt == nil {
        let (_, contacts) = try #require(
          try db.contactGroups.where { $0.id == group.id }.including(\.contacts).first())
        let members = rows.memberships.filter { $0.contactGroupID == group.id }.map(\.contactID)
        #expect(contacts.map(\.id) == members.filter(live.contains) && !contacts.isEmpty)
        expectCheap(try db.contactGroupMemberships.where { $0.contactGroupID == group.id }.explain())
        #expect(
          try db.contacts.having(\.memberships) { $0.contactGroupID == group.id }.orderedByKey().ids()
            == Set(members).intersection(live).sorted())
        let found = db.contacts.search("com 62*")
        #expect(
          try found.having(\.memberships) { $0.contactGroupID == group.id }.ids()
            == found.ids().filter(members.contains))
      }
    }
  }

  @Test func q26groups() throws {
    let live = Set(rows.liveContacts.map(\.id))
    try shop.read { db in
      let list = db.contactGroups.where { $0.name.contains("e") }.order(by: \.createdAt, .descending)
      let found = try list.page(10).including(.count(\.contacts), .count(\.memberships)).page().rows
      let expected = rows.groups.filter { $0.deletedAt == nil && has($0.name, "e") }
        .sorted { isNewer(($0.createdAt, $0.id), ($1.createdAt, $1.id)) }
      #expect(found.map(\.0.id) == expected.prefix(10).map(\.id) && !found.isEmpty)
      for (group, contacts, memberships) in found {
        let members = rows.memberships.filter { $0.contactGroupID == group.id }.map(\.contactID)
        #expect(contacts == members.count(where: live.contains) && memberships == members.count)
      }
      // Whether a name is taken.
      let name = try #require(expected.first).name
      let taken = db.contactGroups.where { $0.name == name.uppercased() }
      #expect(try taken.exists())
      expectCheap(try taken.explain(), "own_contact_groups_name")
    }
  }

  @Test func q49limits() throws {
    try shop.read { db in
      #expect(try db.autoReplies.count() == rows.autoReplies.count { $0.deletedAt == nil })
      #expect(try db.contacts.count() == rows.liveContacts.count)
      #expect(try db.campaigns.count() == rows.liveCampaigns.count)
      #expect(try db.chats.count() == rows.liveChats.count)
      #expect(try db.teams.count() == rows.teams.count { $0.deletedAt == nil })
      expectCheap(try db.autoReplies.explainCount(), isClustered: true)
      expectCheap(try db.contacts.explainCount())
      expectCheap(try db.campaigns.explainCount())
      expectCheap(try db.chats.explainCount())
      expectCheap(try db.teams.explainCount(), isClustered: true)
    }
  }
}

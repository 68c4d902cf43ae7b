import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Reads of imported rows through the typed API, each held against a plain filter or sort of the dump's rows.
@Suite struct TypedReadTests {
  private let crm = SampleCRM()

  @Test func getReadsEveryColumn() throws {
    try withSampleStore(crm) { blazz in
      try blazz.workspace(1).read { db throws in
        for row in crm.chats.rows.of(1).live {
          let chat = try #require(try db.chats.get(ID(UInt64(row.number("id")!))))
          #expect(chat.columnTexts == row.values)
        }
      }
    }
  }

  @Test func typesKeepTheirExtremes() throws {
    try withSampleStore(crm) { blazz in
      try blazz.system.read { db throws in
        let user = try db.users.require(2)
        #expect(user.planID?.rawValue == .max)
        #expect(user.willExpire == CalendarDate(year: 2024, month: 2, day: 29))
        #expect(user.lastName == nil)
        #expect(user.phone == "")
        let meta: JSONValue = ["n": "2"]
        #expect(try user.meta?.decoded() == meta)
        let campaign = try db.campaigns.require(2)
        #expect(campaign.templateID == 0)
        #expect(campaign.contactGroupID == 2_147_483_647)
        #expect(campaign.scheduledAt == (try Date(dump: "9999-12-31 23:59:59")))
        let log = try db.auditLogs.require("req_1")
        #expect(log.statusCode == .min)
        #expect(try db.auditLogs.require("req_2").statusCode == .max)
        #expect(log.responseSize == .min)
        #expect(log.memoryUsage == .max)
        #expect(log.executionTime == Decimal(string: "-9999999.999"))
        #expect(log.success == false)
        #expect(log.requestData?.text == "{\"a\": [1, 2.50, null]}")
      }
    }
  }

  @Test func findIgnoresLetterCase() throws {
    try withSampleStore(crm) { blazz in
      try blazz.workspace(1).read { db throws in
        for row in crm.chats.rows.of(1).live {
          let uuid = try #require(row["uuid"])
          for spelling in [uuid, uuid.lowercased(), uuid.uppercased()] {
            let chat = try #require(try db.chats.find(Chat.byUUID, spelling))
            #expect(chat.uuid == uuid, "the text stays as it was written")
            #expect("\(chat.id)" == row["id"])
          }
        }
        #expect(try db.chats.find(Chat.byUUID, "c0ffee08-0000-4000-8000-000000000000") == nil)
        #expect(try db.users.find(User.byEmail, "uSER3@mAIL.TEST")?.id == 3)
      }
      #expect(try blazz.workspace(uuid: SampleCRM.uuid(2, 2).uppercased()).id == 2)
    }
  }

  @Test(arguments: [1, 2], [0, 1, 50, 1000])
  func timelineIsNewestFirst(_ workspace: Int, _ limit: Int) throws {
    let rows = crm.chats.rows.of(workspace).live.sorted { [$0["created_at"]!, direction($0)] }.reversed()
    try withSampleStore(crm) { blazz in
      try blazz.workspace(ID(UInt64(workspace))).read { db throws in
        let chats = try db.chats.order(by: Chat.timeline, .descending).limit(limit).all()
        #expect(chats.map(\.id) == Array(rows.prefix(limit)).ids())
        let ascending = try db.chats.order(by: Chat.timeline).limit(limit).all()
        #expect(ascending.map(\.id) == Array(rows.reversed().prefix(limit)).ids())
      }
    }
  }

  @Test func orderMergesAllWorkspaces() throws {
    let rows = crm.chats.rows.live.sorted { [$0["created_at"]!] }
    try withSampleStore(crm) { blazz in
      try blazz.system.read { db throws in
        #expect(try db.chats.order(by: Chat.byTime).all().map(\.id) == rows.ids())
        #expect(try db.chats.order(by: Chat.byTime, .descending).all().map(\.id) == rows.reversed().ids())
        let second = crm.chats.rows.live.of(2).sorted { [$0["created_at"]!, direction($0)] }
        #expect(try db.chats.matching(Chat.timeline, 2 as ID<WorkspaceRecord>).all().map(\.id) == second.ids())
      }
    }
  }

  @Test(arguments: ["sent", "SENT", "read", "nothing"])
  func participantsByContactAndStatus(_ status: String) throws {
    let mine: ID<WorkspaceRecord> = 1
    try withSampleStore(crm) { blazz in
      for contact in 1...14 {
        let rows = crm.chats.rows.of(1).live.filter {
          $0.number("contact_id") == contact && $0["status"]?.lowercased() == status.lowercased()
        }
        let id = ID<Contact>(UInt64(contact))
        try blazz.workspace(1).read { db throws in
          let query = db.chats.matching(Chat.participants, mine, id, status)
          #expect(try query.all().map(\.id) == rows.ids())
          #expect(try query.count() == rows.count)
          #expect(try query.reversed().first()?.id == rows.ids(Chat.self).last)
        }
        try blazz.system.read { db throws in
          #expect(try db.chats.matching(Chat.participants, mine, id, status).all().map(\.id) == rows.ids())
        }
      }
    }
  }

  @Test func matchingNullFindsNulls() throws {
    let none: MessageStatus? = nil
    let rows = crm.chats.rows.of(1).live.filter { $0.number("contact_id") == 4 && $0["status"] == nil }
    try withSampleStore(crm) { blazz in
      try blazz.workspace(1).read { db throws in
        let found = try db.chats.matching(Chat.participants, 1 as ID<WorkspaceRecord>, 4 as ID<Contact>, none).all()
        #expect(found.map(\.id) == rows.ids())
      }
    }
  }

  @Test func betweenTakesBothEnds() throws {
    let times = crm.chats.rows.compactMap { $0["created_at"] }.sorted()
    let bounds = [
      (times[20], times[90]), (times[50], times[50]), (times[90], times[20]), ("2000-01-01 00:00:00", times[10]),
    ]
    try withSampleStore(crm) { blazz in
      for (lower, upper) in bounds {
        let rows = crm.chats.rows.of(2).live.filter { lower <= $0["created_at"]! && $0["created_at"]! <= upper }
          .sorted { [$0["created_at"]!, direction($0)] }
        let ends = (try Date(dump: lower), try Date(dump: upper))
        try blazz.workspace(2).read { db throws in
          let query = db.chats.where { $0.createdAt.between(ends.0, ends.1) }.order(by: Chat.timeline)
          #expect(try query.all().map(\.id) == rows.ids())
          #expect(try query.reversed().all().map(\.id) == rows.reversed().ids())
        }
      }
    }
  }

  @Test func logsOfACampaign() throws {
    try withSampleStore(crm) { blazz in
      for campaign in 1...6 {
        let rows = crm.campaignLogs.rows.filter { $0.number("campaign_id") == campaign }
        let workspace = try blazz.workspace(ID(UInt64(SampleCRM.workspace(of: campaign))))
        try workspace.read { db throws in
          let logs = try db.campaignLogs.matching(CampaignLog.byCampaign, ID<Campaign>(UInt64(campaign))).all()
          #expect(logs.map(\.id) == rows.ids())
          #expect(logs.map(\.status.rawValue) == rows.map { $0["status"] })
        }
      }
    }
  }

  @Test func auditLogsOfNobody() throws {
    let ids = Set(crm.auditLogs.rows.filter { $0["workspace_id"] == nil }.map { $0["id"]! })
    let nobody: ID<WorkspaceRecord>? = nil
    try withSampleStore(crm) { blazz in
      try blazz.system.read { db throws in
        let all = try db.auditLogs.all()
        #expect(Set(all.filter { $0.workspaceID == nil }.map(\.id)) == ids)
        #expect(all.count == crm.auditLogs.rows.count)
        let found = try db.auditLogs.matching(AuditLog.byWorkspace, nobody).all()
        #expect(Set(found.map(\.id)) == ids)
        #expect(found.map(\.createdAt!) == found.map(\.createdAt!).sorted())
      }
      for workspace in 1...2 {
        try blazz.workspace(ID(UInt64(workspace))).read { db throws in
          #expect(try db.auditLogs.all().allSatisfy { $0.workspaceID == ID(UInt64(workspace)) })
          #expect(try db.auditLogs.matching(AuditLog.byWorkspace, nobody).count() == 0)
        }
      }
    }
  }

  @Test func prefixIndexOrdersByTheWholeName() throws {
    // The names differ in letters of ASCII only, save one that no other begins like; NULL lies first.
    let rows = crm.contacts.rows.of(1).live.sorted { [$0["first_name"].map { "1" + $0.lowercased() } ?? "0"] }
    try withSampleStore(crm) { blazz in
      try blazz.workspace(1).read { db throws in
        #expect(try db.contacts.order(by: Contact.byFirstName).all().map(\.id) == rows.ids())
        #expect(try db.contacts.order(by: Contact.byName, .descending).all().map(\.id) == rows.reversed().ids())
        for name in ["anna", "ANNABELLA LOU", "Annabella", "Zoe"] {
          let asked = name == "Zoe" ? "zoë" : name.lowercased()
          let same = crm.contacts.rows.of(1).live.filter { $0["first_name"]?.lowercased() == asked }
          #expect(try db.contacts.matching(Contact.byFirstName, name).all().map(\.id) == same.ids())
        }
      }
    }
  }

  @Test func deletedRowsAreLeftOutUnlessAskedFor() throws {
    try withSampleStore(crm) { blazz in
      try blazz.system.read { db throws in
        let deleted = try #require(crm.chats.rows.first { $0["deleted_at"] != nil })
        let id = ID<Chat>(UInt64(deleted.number("id")!))
        #expect(try db.chats.get(id) == nil)
        #expect(try db.chats.withDeleted().get(id)?.columnTexts == deleted.values)
        #expect(try db.chats.find(Chat.byUUID, deleted["uuid"]!) == nil)
        #expect(try db.chats.withDeleted().find(Chat.byUUID, deleted["uuid"]!)?.id == id)
        #expect(try db.chats.all().map(\.id) == crm.chats.rows.live.ids())
        #expect(try db.chats.withDeleted().all().map(\.id) == crm.chats.rows.ids())
        #expect(try db.chats.count() == crm.chats.rows.live.count)
        #expect(try db.chats.order(by: Chat.byTime).withDeleted().count() == crm.chats.rows.count)
        #expect(try db.users.count() == crm.users.rows.live.count)
      }
    }
  }

  @Test func metadataIsDecoded() throws {
    try withSampleStore(crm) { blazz in
      try blazz.system.read { db throws in
        for row in crm.chats.rows.live {
          let chat = try db.chats.require(ID(UInt64(row.number("id")!)))
          let metadata = ChatMetadata(
            messageType: .text, content: .init(text: "№ \(chat.id) ❤️ 😀"),
            buttons: [.number(Decimal(chat.id.rawValue))])
          #expect(try chat.metadata.decoded() == metadata)
          #expect(chat.metadata.text == row["metadata"])
        }
      }
    }
  }

  /// The direction's place in the enum, NULL first.
  private func direction(_ row: DumpedTable.Row) -> String {
    "\([nil, "inbound", "outbound"].firstIndex(of: row["type"])!)"
  }
}

extension Chat {
  /// The columns as the dump writes them.
  fileprivate var columnTexts: [String?] {
    let head: [String?] = ["\(id)", uuid, "\(workspaceID)", wamID, "\(contactID)", userID.map { "\($0)" }]
    let middle: [String?] = [type?.rawValue, metadata.text, mediaID.map { "\($0)" }, status?.rawValue]
    let tail: [String?] = [
      isRead ? "1" : "0", deletedBy.map { "\($0)" }, deletedAt?.dumpText, createdAt.dumpText,
    ]
    return head + middle + tail
  }
}

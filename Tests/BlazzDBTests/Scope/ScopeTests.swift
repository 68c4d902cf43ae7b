import BlazzDB
import TableStore
import TestSupport
import Testing

/// A workspace sees and changes its own rows, whatever the table and the call.
@Suite struct ScopeTests {
  private var tables: [any ScopedTableCheck] {
    [
      ScopedTable<Team>(
        indexes: [(Team.byUUID, { $0.uuid }), (Team.membership, { $0.workspaceID })],
        owner: { row, _ in row.workspaceID }),
      ScopedTable<Contact>(
        indexes: [
          (Contact.byUUID, { $0.uuid }), (Contact.byWorkspace, { $0.workspaceID }),
          (Contact.byFirstName, { $0.firstName }), (Contact.byLatestChat, { $0.latestChatCreatedAt }),
          (Contact.byName, { $0.workspaceID }),
        ], owner: { row, _ in row.workspaceID }),
      ScopedTable<Chat>(
        indexes: [
          (Chat.byUUID, { $0.uuid }), (Chat.byWorkspace, { $0.workspaceID }), (Chat.byContact, { $0.contactID }),
          (Chat.byTime, { $0.createdAt }), (Chat.timeline, { $0.workspaceID }), (Chat.participants, { $0.workspaceID }),
          (Chat.byMedia, { $0.mediaID }),
        ], owner: { row, _ in row.workspaceID }),
      ScopedTable<Campaign>(
        indexes: [
          (Campaign.byUUID, { $0.uuid }), (Campaign.byWorkspace, { $0.workspaceID }),
          (Campaign.byStatus, { $0.status }),
          (Campaign.bySchedule, { $0.scheduledAt }),
        ], owner: { row, _ in row.workspaceID }),
      ScopedTable<CampaignLog>(
        indexes: [
          (CampaignLog.byCampaign, { $0.campaignID }), (CampaignLog.byContact, { $0.contactID }),
          (CampaignLog.byStatus, { $0.status }), (CampaignLog.timeline, { $0.campaignID }),
        ], owner: { row, db in try db.campaigns.withDeleted().get(row.campaignID)?.workspaceID }),
      ScopedTable<AuditLog>(
        indexes: [
          (AuditLog.byUser, { $0.userID }), (AuditLog.byWorkspace, { $0.workspaceID }),
          (AuditLog.byAddress, { $0.ipAddress }), (AuditLog.byEvent, { $0.eventType }),
          (AuditLog.bySuccess, { $0.success }),
        ], owner: { row, _ in row.workspaceID }),
    ]
  }

  @Test func everyScopedTableIsChecked() {
    let scoped = Blazz.tables.map { $0.schema }.filter { $0.scope != .global }.map(\.name)
    #expect(tables.map(\.name) == scoped)
  }

  @Test func otherWorkspacesRowsAreNotSeen() throws {
    try withSampleStore { blazz in
      for table in tables {
        for workspace: ID<WorkspaceRecord> in [1, 2] { try table.checkReads(blazz, as: workspace) }
      }
    }
  }

  @Test func otherWorkspacesRowsAreNotChanged() throws {
    try withSampleStore { blazz in
      for table in tables {
        for workspace: ID<WorkspaceRecord> in [1, 2] { try table.checkWrites(blazz, as: workspace) }
      }
    }
  }

  @Test func theSystemSeesAll() throws {
    let crm = SampleCRM()
    try withSampleStore(crm) { blazz in
      for table in crm.tables {
        #expect(try tableContents(blazz, table.name).count == table.rows.count)
      }
      try blazz.system.read { db throws in
        #expect(try db.contacts.withDeleted().all().map(\.id) == crm.contacts.rows.ids())
        #expect(try db.campaignLogs.order(by: CampaignLog.byContact).count() == crm.campaignLogs.rows.count)
      }
    }
  }

  @Test func globalTablesAreTheSameForAll() throws {
    try withSampleStore { blazz in
      let everyone = try blazz.system.read { db in try db.users.all().map(\.id) }
      for workspace: ID<WorkspaceRecord> in [1, 2] {
        #expect(try blazz.workspace(workspace).read { db in try db.users.all().map(\.id) } == everyone)
      }
    }
  }

  @Test func aWorkspaceThatIsNotThereIsNotFound() throws {
    try withSampleStore { blazz in
      #expect(code { try blazz.workspace(4) } == .notFound)
      #expect(code { try blazz.workspace(0) } == .notFound)
      #expect(code { try blazz.workspace(uuid: "") } == .notFound)
      #expect(code { try blazz.workspace(uuid: SampleCRM.uuid(2, 9)) } == .notFound)
      #expect(code { try blazz.workspace(3) } == .notFound, "it was deleted")
      #expect(code { try blazz.workspace(uuid: SampleCRM.uuid(2, 3)) } == .notFound, "it was deleted")
    }
  }
}

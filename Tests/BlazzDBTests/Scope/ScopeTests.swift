import BlazzDB
import TableStore
import TestSupport
import Testing

/// Workspaces of the sample, as an application meets them.
@Suite struct ScopeTests {
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

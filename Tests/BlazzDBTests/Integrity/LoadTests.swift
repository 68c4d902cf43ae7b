import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Loads into a workspace and past its borders.
@Suite struct LoadTests {
  /// A store with two workspaces, 1 and 2.
  private func withTwo(_ body: (Blazz, _ first: Workspace, _ second: Workspace) throws -> Void) throws {
    try withScratchFolder { folder in
      let blazz = try Blazz(path: folder.appending(path: "crm.blazz").path, options: .testing)
      try blazz.system.load(User.self, [[.init(id: 1, firstName: "Ann", email: "ann@example.com")]])
      try blazz.system.load(
        WorkspaceRecord.self, [(1...2).map { .init(id: ID($0), identifier: "w\($0)", createdBy: 1) }])
      try body(blazz, blazz.workspace(1), blazz.workspace(2))
      #expect(try blazz.verify().isSound)
      try blazz.close()
    }
  }

  @Test func rowsComeToTheWorkspaceThatLoadsThem() throws {
    try withTwo { blazz, first, second throws in
      let contacts = (1...300).map { Contact.Draft(firstName: "Name \($0)", createdBy: 1) }
      #expect(try first.load(Contact.self, [Array(contacts[..<100]), Array(contacts[100...])]) == 300)
      #expect(try first.read { db in try db.contacts.count() } == 300)
      #expect(try second.read { db in try db.contacts.count() } == 0)
      #expect(try first.search(Contact.self, "+name +77").hits.map(\.row.firstName) == ["Name 77"])
      let chats = { @Sendable (ids: ClosedRange<Int>) in
        ids.map { Chat.Draft(workspaceID: 2, contactID: ID(UInt64($0)), metadata: "{}") }
      }
      // The contacts are of the first workspace, and so is who loads.
      #expect(code { try first.load(Chat.self, [chats(1...3)]) } == .crossesScope)
      #expect(code { try blazz.system.load(Chat.self, from: [1...3], drafts: chats) } == .crossesScope)
      #expect(try blazz.system.read { db in try db.chats.count() } == 0)
    }
  }

  @Test func aWorkspaceThatIsGoneTakesNoRows() throws {
    try withTwo { blazz, first, _ throws in
      try blazz.eraseWorkspace(first.id)
      #expect(code { try first.load(Contact.self, [[.init(createdBy: 1)]]) } == .notFound)
    }
  }
}

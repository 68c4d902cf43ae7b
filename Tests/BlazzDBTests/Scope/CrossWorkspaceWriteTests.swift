import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Writes of workspace 1 that name rows of workspace 2. In the sample, contacts and chats with odd numbers and
/// campaigns with odd numbers belong to workspace 2, those with even numbers to workspace 1.
@Suite struct CrossWorkspaceWriteTests {
  /// Runs `body` as workspace 1 and expects it to be refused with `expected`, with nothing left behind, whether the
  /// error ends the write or is caught in it.
  private func expectRefused(
    _ expected: StoreError.Code = .crossesScope, _ body: (Tables<Writing>) throws -> Void,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    try withSampleStore { blazz in
      let names = Blazz.tables.map { $0.schema.name }
      let before = try names.map { try tableContents(blazz, $0) }
      let acme = try blazz.workspace(1)
      #expect(code { try acme.writeSync(body) } == expected, sourceLocation: location)
      #expect(try names.map { try tableContents(blazz, $0) } == before, sourceLocation: location)
      try acme.writeSync { db throws in
        #expect(code { try body(db) } == expected, sourceLocation: location)
      }
      #expect(try names.map { try tableContents(blazz, $0) } == before, sourceLocation: location)
    }
  }

  @Test func insertsThatReferToAnotherWorkspaceAreRefused() throws {
    try expectRefused { db in try db.chats.insert(.init(contactID: 1, metadata: "{}")) }
    try expectRefused { db in try db.campaignLogs.insert(.init(campaignID: 3, contactID: 2)) }
    try expectRefused { db in try db.campaignLogs.insert(.init(campaignID: 2, contactID: 3)) }
    try expectRefused { db in try db.campaignLogs.insert(.init(campaignID: 2, contactID: 2, chatID: 1)) }
  }

  @Test func updatesThatReferToAnotherWorkspaceAreRefused() throws {
    try expectRefused { db in try db.chats.update(2) { $0.contactID = 1 } }
    try expectRefused { db in try db.campaignLogs.update(1) { $0.contactID = 1 } }
    try expectRefused { db in try db.campaignLogs.update(1) { $0.chatID = 1 } }
    try expectRefused { db in try db.campaignLogs.update(1) { $0.campaignID = 1 } }
  }

  @Test func draftsThatNameAnotherWorkspaceAreRefused() throws {
    try expectRefused { db in try db.contacts.insert(.init(workspaceID: 2, createdBy: 1)) }
    try expectRefused { db in try db.chats.insert(.init(workspaceID: 2, contactID: 1, metadata: "{}")) }
    try expectRefused { db in try db.chats.insert(.init(workspaceID: 2, contactID: 2, metadata: "{}")) }
    try expectRefused { db in try db.teams.insert(.init(workspaceID: 2, userID: 1, createdBy: 1)) }
    try expectRefused { db throws in
      try db.campaigns.insert(
        .init(workspaceID: 2, name: "x", templateID: 1, contactGroupID: 0, metadata: "{}", createdBy: 1))
    }
    try expectRefused { db throws in
      try db.auditLogs.insert(
        .init(id: "new", eventType: "e", method: "GET", url: "/", ipAddress: "::1", workspaceID: 2))
    }
  }

  @Test func rowsDoNotMoveToAnotherWorkspace() throws {
    try expectRefused { db in try db.contacts.update(2) { $0.workspaceID = 2 } }
    try expectRefused { db in try db.chats.update(2) { $0.workspaceID = 2 } }
    try expectRefused { db in try db.auditLogs.update("req_1") { $0.workspaceID = nil } }
  }

  /// The system's own reach does not lift the border between two workspaces' rows.
  @Test func theSystemDoesNotMixWorkspacesEither() throws {
    try withSampleStore { blazz in
      let before = try tableContents(blazz, "chats")
      #expect(
        code {
          try blazz.system.writeSync { db throws in
            _ = try db.chats.insert(.init(workspaceID: 1, contactID: 1, metadata: "{}"))
          }
        } == .crossesScope)
      #expect(
        code { try blazz.system.writeSync { db in _ = try db.chats.update(2) { $0.workspaceID = 2 } } } == .crossesScope
      )
      #expect(try tableContents(blazz, "chats") == before)
    }
  }

  @Test func whatRefersToNothingIsRefused() throws {
    try expectRefused(.missingReference) { db in try db.teams.insert(.init(userID: 99, createdBy: 1)) }
    try expectRefused(.missingReference) { db in try db.campaignLogs.insert(.init(campaignID: 99, contactID: 2)) }
  }

  @Test func aUniqueValueOfAnotherWorkspaceIsTaken() throws {
    try expectRefused(.duplicate) { db throws in
      try db.contacts.insert(.init(uuid: SampleCRM.uuid(4, 3).uppercased(), createdBy: 1))
    }
  }

  @Test func ownRowsAreWritten() throws {
    try withSampleStore { blazz in
      let acme = try blazz.workspace(1)
      let (contact, chat) = try acme.writeSync { db throws in
        let contact = try db.contacts.insert(.init(firstName: "José", createdBy: 1))
        let chat = try db.chats.insert(.init(contactID: contact.id, type: .inbound, metadata: "{}"))
        try db.campaignLogs.insert(.init(campaignID: 2, contactID: contact.id, chatID: chat.id))
        return (contact, chat)
      }
      #expect(contact.id == 15 && contact.workspaceID == 1)
      #expect(chat.id == 241 && chat.workspaceID == 1 && chat.type == .inbound)
      try acme.read { db throws in
        #expect(try db.contacts.find(Contact.byUUID, contact.uuid.uppercased())?.firstName == "José")
        #expect(try db.chats.matching(Chat.byContact, contact.id).all().map(\.id) == [241])
        #expect(try db.campaignLogs.matching(CampaignLog.byContact, contact.id).all().map(\.id) == [61])
      }
      #expect(try blazz.workspace(2).read { db in try db.contacts.withDeleted().get(contact.id) } == nil)
    }
  }
}

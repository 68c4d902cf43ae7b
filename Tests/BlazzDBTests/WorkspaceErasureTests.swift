import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

@Suite struct WorkspaceErasureTests {
  private struct Stop: Error {}

  private func fill(_ blazz: Blazz) throws -> (gone: ID<WorkspaceRecord>, kept: ID<WorkspaceRecord>) {
    try blazz.system.writeSync { db in
      let user = try db.users.insert(.init(firstName: "Ann", email: "ann@example.com"))
      let ids = try ["gone", "kept"].map { name in
        try db.workspaces.insert(.init(identifier: name, createdBy: user.id)).id
      }
      for id in ids {
        for number in 0..<20 {
          let contact = try db.contacts.insert(.init(workspaceID: id, firstName: "C\(number)", createdBy: user.id))
          try db.chatNotes.insert(.init(contactID: contact.id, content: "note"))
          try db.chats.insert(.init(workspaceID: id, contactID: contact.id, metadata: "{}"))
        }
        let role = try db.roles.insert(.init(workspaceID: id, name: "agent"))
        try db.rolePermissions.insert(.init(roleID: role.id, module: "chats", action: "view"))
        let log = try db.auditLogs.insert(
          .init(id: "req-\(id)", eventType: "x", method: "GET", url: "/", ipAddress: "::1", workspaceID: id))
        // Nobody's event, which refers to the workspace's log: it stays, and forgets the log.
        _ = try db.table(named: "authentication_events")?.insert([
          "audit_id": .text(log.id), "event_type": .text("logout"), "ip_address": .text("::1"),
        ])
      }
      return (ids[0], ids[1])
    }
  }

  /// Every row of every table as text, by table.
  private func rows(_ blazz: Blazz) throws -> [String: [[SQLValue]]] {
    try blazz.system.read { db in
      var all: [String: [[SQLValue]]] = [:]
      for schema in Blazz.tables.map({ $0.schema }) {
        try db.table(named: schema.name)?.forEach { row in
          all[schema.name, default: []].append(try schema.columns.indices.map { try row.value($0) })
        }
      }
      return all
    }
  }

  @Test func erasingTakesWhatIsOwnedAndNothingElse() throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "crm.blazz").path
      let blazz = try Blazz(path: path)
      let (gone, kept) = try fill(blazz)
      let before = try rows(blazz)
      #expect(try blazz.eraseWorkspace(gone, rowsPerTransaction: 7) == 63)
      let after = try rows(blazz)
      for (table, old) in before {
        let isCommon = table == "users"
        let left = after[table] ?? []
        #expect(left.count == (isCommon || table == "authentication_events" ? old.count : old.count / 2), "\(table)")
        #expect(table == "authentication_events" || left.allSatisfy { old.contains($0) }, "\(table)")
      }
      let audits = try #require(after["authentication_events"]).map { $0[1] }
      #expect(audits == [.null, .text("req-\(kept)")])
      #expect(throws: StoreError.self) { try blazz.workspace(gone, includingDeleted: true) }
      #expect(try blazz.workspacesBeingErased.isEmpty)
      try blazz.close()
    }
  }

  @Test func anInterruptedErasureGoesOn() throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "crm.blazz").path
      var blazz = try Blazz(path: path)
      let (gone, kept) = try fill(blazz)
      let handle = try blazz.workspace(gone)
      #expect(throws: Stop.self) {
        try blazz.eraseWorkspace(gone, rowsPerTransaction: 10) { _ in throw Stop() }
      }
      try blazz.close()
      blazz = try Blazz(path: path)
      #expect(try blazz.workspacesBeingErased == [gone])
      #expect(throws: StoreError.self) { try blazz.workspace(gone) }
      #expect(try blazz.workspace(kept).read { try $0.contacts.count() } == 20)
      #expect(try blazz.eraseWorkspace(gone, rowsPerTransaction: 10) > 0)
      #expect(try blazz.workspacesBeingErased.isEmpty)
      #expect(try blazz.system.read { try $0.contacts.count() } == 20)
      _ = handle
      try blazz.close()
    }
  }

  @Test func nothingIsStoredForAWorkspaceThatIsErased() throws {
    try withScratchFolder { folder in
      let blazz = try Blazz(path: folder.appending(path: "crm.blazz").path)
      let (gone, _) = try fill(blazz)
      let handle = try blazz.workspace(gone)
      try blazz.eraseWorkspace(gone)
      #expect(throws: StoreError.self) { try handle.writeSync { try $0.contacts.insert(.init(createdBy: 1)) } }
      #expect(throws: StoreError.self) { try blazz.eraseWorkspace(gone) }
      try blazz.close()
    }
  }

  /// What was erased can be read in the file, as bytes, until the file is written anew.
  @Test func nothingOfTheErasedIsLeftInTheFile() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path + "/crm.blazz"
    let blazz = try Blazz(path: path, options: .testing)
    let (gone, kept) = try fill(blazz)
    let secrets = ["a secret of the first", "long and secret"]
    try blazz.workspace(gone).writeSync { db in
      let contact = try #require(try db.contacts.all().first)
      try db.chatNotes.insert(.init(contactID: contact.id, content: secrets[0]))
      try db.chatNotes.insert(.init(contactID: contact.id, content: String(repeating: secrets[1], count: 2_000)))
    }
    try blazz.sync()
    func isInFile(_ text: String) throws -> Bool {
      try Data(contentsOf: URL(filePath: path), options: .alwaysMapped).range(of: Data(text.utf8)) != nil
    }
    try blazz.eraseWorkspace(gone)
    #expect(try secrets.allSatisfy(isInFile))
    let before = try rows(blazz)

    // Not while somebody has it open, here or elsewhere; then it goes on as before.
    try blazz.system.read { _ in #expect(code { try blazz.repackAndClose() } == .cannotOpen) }
    #expect(throws: Stop.self) { try blazz.repackAndClose { _, _ in throw Stop() } }
    await #expect(processExitsWith: .success) { [path = path as String] in
      let other = try Blazz(path: path, options: .testing)
      #expect(try other.system.read { db in try db.contacts.count() } == 20)
      _exit(0)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["crm.blazz", "crm.blazz-lock"])

    try blazz.repackAndClose()
    #expect(code { try blazz.system.read { db in try db.contacts.count() } } == .cannotOpen)
    #expect(try !secrets.contains(where: isInFile))
    let again = try Blazz(path: path, options: .testing)
    #expect(try rows(again) == before)
    #expect(try again.verify().isSound)
    try again.workspace(kept).writeSync { db in _ = try db.contacts.insert(.init(createdBy: 1)) }
    try again.close()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["crm.blazz", "crm.blazz-lock"])
  }
}

import BlazzDB
import TableStore
import Testing

/// What the library writes on its own is sound.
@Suite struct VerifyTests {
  @Test func anImportedStoreIsSoundBeforeAndAfterAnErasure() throws {
    try withSampleStore { blazz in
      func expectSound() throws {
        let report = try blazz.verify()
        #expect(report.isSound, "\(report.faults.map(\.description))")
        #expect(report.tables == Blazz.tables.count)
      }
      try expectSound()
      try blazz.buildSearches(all: true)
      try expectSound()
      try blazz.eraseWorkspace(2)
      try expectSound()
      let repair = try blazz.repair()
      #expect(repair.before.isSound && repair.entriesMended == 0 && repair.asideFile == nil)
    }
  }

  /// Nothing declares that a note needs its contact: it stays in its workspace when another one takes the number anew.
  @Test func aRowThatOutlivesWhatItBelongsToIsNoFault() throws {
    try withSampleStore { blazz in
      let (first, second) = (try blazz.workspace(1), try blazz.workspace(2))
      let contact = try first.writeSync { db in
        let contact = try db.contacts.insert(.init(createdBy: 1))
        _ = try db.chatNotes.insert(.init(contactID: contact.id, content: "mine"))
        #expect(try db.contacts.erase(contact.id))
        return contact
      }
      _ = try second.writeSync { db in try db.contacts.insert(.init(id: contact.id, createdBy: 1)) }
      let notes = { (workspace: Workspace) in
        try workspace.read { db in try db.chatNotes.where { $0.contactID == contact.id }.count() }
      }
      #expect(try (notes(first), notes(second)) == (1, 0))
      let report = try blazz.verify()
      #expect(report.isSound && report.notes.contains { $0.hasPrefix("chat_notes: 1 rows refer") })
    }
  }
}

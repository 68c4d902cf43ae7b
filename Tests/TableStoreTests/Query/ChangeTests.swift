import Testing

@testable import TableStore

@Suite struct ChangeTests {
  private func withNotes(_ body: (Store) throws -> Void) throws {
    try withTenants { store in
      for tenant in [1, 2] as [UInt64] {
        try store.writeSync(.tenant(tenant)) { db in
          for number in 1...6 { try db.notes.insert(.init(title: "t\(number)", priority: Int32(number))) }
        }
      }
      try body(store)
    }
  }

  @Test func changesWhatTheQueryFinds() throws {
    try withNotes { store in
      try store.writeSync(.tenant(1)) { db in
        // A change that its own query would find again.
        let count = try db.notes.where { $0.priority > 2 }.update { $0.priority = $0.priority.map { $0 + 10 } }
        #expect(count == 4)
        try #expect(db.notes.orderedByKey().values(\.priority) == [1, 2, 13, 14, 15, 16])
        try #expect(db.notes.order(by: \.priority, .descending).limit(2).delete() == 2)
        try #expect(db.notes.ids().count == 4)
        try #expect(db.notes.withDeleted().count() == 6)
        try #expect(db.notes.where { $0.priority > 14 }.erase() == 0)
        try #expect(db.notes.withDeleted().where { $0.priority > 14 }.erase() == 2)
        try #expect(db.notes.withDeleted().count() == 4)
        try #expect(db.notes.where { $0.title == "none" }.update { $0.title = "some" } == 0)
      }
      try store.read(.tenant(2)) { db in
        try #expect(db.notes.values(\.priority).compactMap(\.self).sorted() == [1, 2, 3, 4, 5, 6])
      }
    }
  }

  @Test func forEachMayChangeWhatItWalks() throws {
    try withNotes { store in
      try store.writeSync(.tenant(1)) { db in
        try db.notes.where { $0.priority >= 5 }.forEach { note in
          try db.notes.insert(.init(title: note.title, priority: 50))
          try db.notes.erase(note.id)
        }
        try #expect(db.notes.where { $0.priority == 50 }.count() == 2)
        try #expect(db.notes.count() == 6)
      }
    }
  }

  @Test func firstOrNew() throws {
    try withNotes { store in
      try store.writeSync(.tenant(1)) { db in
        let (old, wasNew) = try db.notes.firstOrInsert(.init(title: "new")) { $0.title == "T1" }
        #expect((old.title, wasNew) == ("t1", false))
        let (new, isNew) = try db.notes.firstOrInsert(.init(title: "new")) { $0.title == "new" }
        #expect((new.title, isNew) == ("new", true))
        let (changed, isChanged) = try db.notes.upsert(.init(title: "other")) {
          $0.title == "new"
        } update: {
          $0.priority = 8
        }
        #expect((changed.priority, isChanged) == (8, false))
        let (stored, isStored) = try db.notes.upsert(.init(title: "other")) {
          $0.title == "other"
        } update: { _ in
        }
        #expect((stored.title, isStored) == ("other", true))
        try #expect(db.notes.count() == 8)
      }
    }
  }
}

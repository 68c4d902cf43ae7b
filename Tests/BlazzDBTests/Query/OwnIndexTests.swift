import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Indexes that SQL's schema lacks: chosen when a store is made, kept, and following their rows.
@Suite struct OwnIndexTests {
  private static let unread = "own_chats_unread"

  /// Runs `body` with a store of the sample that was made with some own indexes, opened once more with all of them.
  private func withStore<Result>(
    _ own: StoreOptions.OwnIndexes, _ body: (Blazz) throws -> Result
  ) throws -> Result {
    try withScratchFolder { folder in
      let dump = folder.appending(path: "crm.sql")
      try SampleCRM().sql.write(to: dump, atomically: false, encoding: .utf8)
      var options = StoreOptions.testing
      options.ownIndexes = own
      let path = folder.appending(path: "crm.blazz").path
      let made = try Blazz(path: path, options: options)
      _ = try made.system.importDump(dump.path)
      try made.close()
      let blazz = try Blazz(path: path, options: .testing)
      defer { try? blazz.close() }
      return try body(blazz)
    }
  }

  private struct Answers: Equatable {
    var unread: Int
    var latest: [[ID<Chat>]]
    var known: [ID<Chat>]
    var list: [ID<Contact>]
    var counts: [Int]
  }

  private func answers(_ blazz: Blazz) throws -> Answers {
    try blazz.workspace(1).read { db in
      Answers(
        unread: try db.chats.where { $0.type == .inbound && !$0.isRead }.count(),
        latest: try db.contacts.orderedByKey().including(\.chats, latest: 2).all().map { $0.1.map(\.id) },
        known: try db.chats.where { $0.wamID.in(["wamid.2", "wamid.4", "wamid.6"]) }.orderedByKey().ids(),
        list: try db.contacts.order(by: \.isFavorite, .descending).order(by: \.createdAt, .descending).ids(),
        counts: [try db.chats.count(), try db.contacts.count(), try db.campaigns.count(), try db.templates.count()])
    }
  }

  /// The index that answers the question for unread messages, and what is said of all of the table's own indexes.
  private func unreadIndex(_ blazz: Blazz) throws -> String? {
    try blazz.workspace(1).read { db in
      try db.chats.where { $0.type == .inbound && !$0.isRead }.explainCount().accesses.first?.index
    }
  }

  /// What a partial index lacks is asked for with the same columns, first and afterwards.
  @Test func aPartialIndexIsFoundWhateverWasAskedBefore() throws {
    try withStore(.all) { blazz in
      func index(_ type: MessageDirection, _ isRead: Bool) throws -> String? {
        try blazz.workspace(1).read { db in
          try db.chats.where { $0.type == type && $0.isRead == isRead }.explainCount().accesses.first?.index
        }
      }
      for _ in 0..<2 {
        try #expect(index(.outbound, false) != Self.unread)
        try #expect(index(.inbound, true) != Self.unread)
        try #expect(index(.inbound, false) == Self.unread)
      }
    }
  }

  /// An index without what is deleted has nearly all rows: it is no way to all of them.
  @Test func allRowsAreWalkedWhereTheyLie() throws {
    try withStore(.all) { blazz in
      try blazz.workspace(1).read { db in
        try #expect(db.chats.group(by: \.deletedBy).explainCount().accesses.map(\.index) == ["PRIMARY"])
        try #expect(db.contacts.group(by: \.updatedAt).explainCount().accesses.map(\.index) == ["PRIMARY"])
        try #expect(db.contacts.explainCount().accesses[0].isCovering)
      }
    }
  }

  private func states(_ blazz: Blazz, _ table: String) throws -> [String: String] {
    try blazz.system.read { db in
      let sizes = try #require(db.table(named: table)).storedSizes()
      for index in sizes.indexes where index.state == "left out" { #expect(index.entries == 0 && index.bytes == 0) }
      let own = sizes.indexes.filter { $0.name.hasPrefix("own_") && !$0.name.hasSuffix("_words") }
      return Dictionary(uniqueKeysWithValues: own.map { ($0.name, $0.state) })
    }
  }

  @Test func storesAnswerAlikeWithOtherIndexes() throws {
    let all = try withStore(.all) { blazz throws in
      #expect(try unreadIndex(blazz) == Self.unread)
      #expect(try states(blazz, "chats").values.allSatisfy { $0 == "readable" })
      return try answers(blazz)
    }
    #expect(all.unread > 0 && all.list.count > 3 && all.known.count == 3)
    try withStore(.none) { blazz throws in
      #expect(try answers(blazz) == all)
      #expect(try unreadIndex(blazz).map { !$0.hasPrefix("own_") } == true)
      #expect(try states(blazz, "chats").values.allSatisfy { $0 == "left out" })
    }
    try withStore(.only([Self.unread])) { blazz throws in
      #expect(try answers(blazz) == all)
      #expect(try unreadIndex(blazz) == Self.unread)
      #expect(try states(blazz, "chats").filter { $0.value == "readable" }.map(\.key) == [Self.unread])
      #expect(try states(blazz, "contacts").values.allSatisfy { $0 == "left out" })
    }
    try withStore(.except([Self.unread])) { blazz throws in
      #expect(try answers(blazz) == all)
      #expect(try unreadIndex(blazz) != Self.unread)
      #expect(try states(blazz, "chats").filter { $0.value == "left out" }.map(\.key) == [Self.unread])
    }
  }

  /// Whatever a store was made with, writing goes on with those indexes and no others.
  @Test func writesKeepWhatTheStoreHas() throws {
    try withStore(.only([Self.unread])) { blazz throws in
      let before = try entries(blazz)
      try blazz.workspace(1).writeSync { db in
        let contact = try #require(try db.contacts.first()).id
        try db.chats.insert(.init(wamID: "new", contactID: contact, type: .inbound, metadata: "{}"))
      }
      let after = try entries(blazz)
      #expect(after.filter { before[$0.key] != $0.value }.keys.filter { $0.hasPrefix("own_") } == [Self.unread])
      #expect(after[Self.unread] == before[Self.unread]! + 1)
    }
  }

  private func entries(_ blazz: Blazz) throws -> [String: Int] {
    try blazz.system.read { db in
      let sizes = try #require(db.table(named: "chats")).storedSizes()
      return Dictionary(uniqueKeysWithValues: sizes.indexes.map { ($0.name, $0.entries) })
    }
  }

  @Test func entriesFollowTheirRows() throws {
    try withStore(.all) { blazz throws in
      let shop = try blazz.workspace(1)
      let contact = try #require(try shop.read { db in try db.contacts.first() }).id
      let start = try entries(blazz)
      /// The entries of own indexes that came since the start: wam id, contact, inbound, unread, type.
      func expectMore(_ numbers: [Int], _ line: SourceLocation = #_sourceLocation) throws {
        let names = [
          "own_chats_wam_id", "own_chats_contact_time", "own_chats_inbound_contact_time", Self.unread,
          "own_chats_type_time",
        ]
        let now = try entries(blazz)
        #expect(names.map { now[$0]! - start[$0]! } == numbers, sourceLocation: line)
      }
      let chat = try shop.writeSync { db in
        try db.chats.insert(.init(contactID: contact, type: .inbound, metadata: "{}"))
      }
      try expectMore([0, 1, 1, 1, 1])
      // Into a condition and out of it, one after the other.
      let changes: [(@Sendable (inout Chat) -> Void, [Int])] = [
        ({ $0.wamID = "wamid.x" }, [1, 1, 1, 1, 1]), ({ $0.isRead = true }, [1, 1, 1, 0, 1]),
        ({ $0.status = .read }, [1, 1, 1, 0, 1]), ({ $0.type = .outbound }, [1, 1, 0, 0, 1]),
        ({ $0.isRead = false }, [1, 1, 0, 0, 1]), ({ $0.type = nil }, [1, 1, 0, 0, 1]),
        ({ $0.type = .inbound }, [1, 1, 1, 1, 1]), ({ $0.wamID = nil }, [0, 1, 1, 1, 1]),
      ]
      for (change, expected) in changes {
        try shop.writeSync { db in _ = try db.chats.update(chat.id, change) }
        try expectMore(expected)
      }
      try shop.writeSync { db in _ = try db.chats.delete(chat.id) }
      try expectMore([0, 0, 0, 0, 0])
      try shop.writeSync { db in _ = try db.chats.withDeleted().update(chat.id) { $0.deletedAt = nil } }
      try expectMore([0, 1, 1, 1, 1])
      try shop.writeSync { db in _ = try db.chats.erase(chat.id) }
      try expectMore([0, 0, 0, 0, 0])
      // In one transaction, and in one that is abandoned.
      struct Abandoned: Error {}
      #expect(throws: Abandoned.self) {
        try shop.writeSync { db in
          try db.chats.insert(.init(contactID: contact, type: .inbound, metadata: "{}"))
          #expect(
            try db.chats.where { $0.contactID == contact && $0.type == .inbound && !$0.isRead }.update {
              $0.isRead = true
            } > 0)
          throw Abandoned()
        }
      }
      try expectMore([0, 0, 0, 0, 0])
    }
  }

  /// A question uses a partial index only when its own conditions say what the index's condition says.
  @Test func aPartialIndexIsNotUsedForMore() throws {
    try withStore(.all) { blazz throws in
      try blazz.workspace(1).read { db in
        let contact = try #require(try db.contacts.first()).id
        let all = try db.chats.withDeleted().all()
        let inbound = db.chats.withDeleted().where { $0.contactID == contact && $0.type == .inbound }
        #expect(try inbound.explain().accesses.allSatisfy { !$0.index.hasPrefix("own_") })
        #expect(try inbound.count() == all.count { $0.contactID == contact && $0.type == .inbound })
        let unread = db.chats.where { $0.contactID == contact && !$0.isRead }
        #expect(try unread.explain().accesses.allSatisfy { $0.index != Self.unread })
        #expect(try unread.count() == all.count { $0.contactID == contact && !$0.isRead && $0.deletedAt == nil })
        let either = db.chats.where { ($0.type == .inbound || $0.type == nil) && !$0.isRead }
        #expect(try either.count() == all.count { $0.type != .outbound && !$0.isRead && $0.deletedAt == nil })
        // NULL is what the condition leaves out, and what is asked for.
        #expect(try db.chats.where { $0.wamID == nil }.count() == all.count { $0.wamID == nil && $0.deletedAt == nil })
      }
    }
  }
}

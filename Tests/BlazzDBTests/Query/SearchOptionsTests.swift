import BlazzDB
import Foundation
import LMDB
import TableStore
import TestSupport
import Testing

/// Full-text indexes beside SQL's: off by default, switched on for a new store or for one with rows; and what becomes of
/// an index that other rules made.
@Suite struct SearchOptionsTests {
  private static let names: Set = ["own_chats_words", "own_templates_words", "own_faqs_words", "own_tickets_words"]
  private static let tables = ["chats", "faqs", "templates", "tickets"]

  private func withStore(_ body: (_ path: String) throws -> Void) throws {
    try withScratchFolder { folder in try body(folder.appending(path: "crm.blazz").path) }
  }

  private func open<Result>(
    _ path: String, _ indexes: Set<String> = [], _ body: (Blazz) throws -> Result
  ) throws -> Result {
    var options = StoreOptions.testing
    options.fulltextIndexes = indexes
    let blazz = try Blazz(path: path, options: options)
    let result = Swift.Result { try body(blazz) }
    try blazz.close()
    return try result.get()
  }

  /// Rows with a word in each place that is indexed, and with the same words in other places.
  private func fill(_ blazz: Blazz) throws {
    try blazz.system.writeSync { db throws in
      let user = try db.users.insert(.init(firstName: "Ana", email: "ana@example.com"))
      for id in 1...2 as ClosedRange<UInt64> {
        try db.workspaces.insert(.init(id: ID(id), identifier: "w\(id)", name: "W\(id)", createdBy: user.id))
      }
      for (id, text) in [(1, "Guten Morgen, José"), (2, "good morning"), (3, "")] as [(UInt64, String)] {
        let metadata = JSON<ChatMetadata>(text: "{\"content\": {\"text\": \"\(text)\", \"body\": \"elsewhere\"}}")
        try db.chats.insert(.init(id: ID(id), workspaceID: 1, contactID: 1, metadata: metadata))
      }
      try db.chats.insert(.init(id: 4, workspaceID: 2, contactID: 1, metadata: "{\"content\": {\"text\": \"morgen\"}}"))
      try db.templates.insert(
        .init(
          id: 1, workspaceID: 1, metaID: "hidden", name: "order_shipped", category: .utility, language: "de",
          metadata:
            "{\"components\": [{\"text\": \"Dear\"}, {\"type\": \"BODY\", \"text\": \"your parcel\"}, {\"text\": \"bye\"}]}",
          status: .approved, createdBy: user.id))
      try db.faqs.insert(.init(id: 1, question: "How do I pay?", answer: "By credit card"))
      try db.tickets.insert(
        .init(id: 1, workspaceID: 1, subject: "Login fails", description: "Since Monday", createdBy: user.id))
    }
  }

  /// What searches find in the rows that `fill` makes.
  private func expectFinds(_ blazz: Blazz) throws {
    try blazz.workspace(1).read { db throws in
      #expect(try db.chats.search("morgen").ids() == [1])
      #expect(try db.chats.search("morgen jose mor*").ids() == [1, 2])
      #expect(try db.chats.search("elsewhere text content").ids().isEmpty, "other members are not searched")
      #expect(
        try db.chats.search("\"guten morgen\"").hits().hits.first?.highlights.map(\.column) == ["metadata.content.text"]
      )
      #expect(try db.chats.where { _ in Chat.words.matches("good") }.ids() == [2])
      for text in ["order_shipped", "dear", "\"your parcel\"", "bye"] {
        #expect(try db.templates.search(text).ids() == [1], "\(text)")
      }
      #expect(try db.templates.search("hidden body").ids().isEmpty)
      for text in ["pay", "\"credit card\""] { #expect(try db.faqs.search(text).ids() == [1], "\(text)") }
      for text in ["login", "monday"] { #expect(try db.tickets.search(text).ids() == [1], "\(text)") }
    }
    let everywhere = try blazz.system.read { db in try db.chats.search("morgen").ids() }
    #expect(everywhere == [1, 4])
  }

  @Test func offByDefault() throws {
    try withStore { path throws in
      try open(path) { blazz throws in
        try fill(blazz)
        #expect(try blazz.unbuiltSearches().isEmpty)
        try blazz.buildSearches(all: true)
        for table in Self.tables {
          let error = storeError {
            try blazz.system.read { db throws in
              let table = try #require(db.table(named: table))
              _ = try table.search("x", mode: .boolean, SQLQuestion(table.schema)) { _, _, _ in }
            }
          }
          #expect(error?.code == .invalidValue && error?.table == table)
          #expect(
            error?.message == "the store was made without the full-text index own_\(table)_words; "
              + "name it in StoreOptions.fulltextIndexes")
        }
        let condition = code {
          try blazz.system.read { db in try db.chats.where { _ in Chat.words.matches("x") }.all() }
        }
        #expect(condition == .invalidValue)
      }
      let raw = try RawStore(path)
      for table in Self.tables {
        #expect(!raw.keys(table).contains { $0.first == 0x90 }, "\(table)")
        #expect(raw["meta", Array("search/\(table)/144".utf8)] == nil, "\(table)")
      }
    }
  }

  @Test func switchedOnForANewStore() throws {
    try withStore { path throws in
      try open(path, Self.names) { blazz throws in
        #expect(try blazz.unbuiltSearches().isEmpty)
        try fill(blazz)
        try expectFinds(blazz)
        try blazz.foldSearches()
        try expectFinds(blazz)
      }
      // The store keeps what it was made with.
      try open(path) { blazz in try expectFinds(blazz) }
    }
  }

  @Test func switchedOnForAStoreWithRows() throws {
    try withStore { path throws in
      try open(path) { blazz in try fill(blazz) }
      try open(path, Self.names) { blazz throws in
        let unbuilt = try blazz.unbuiltSearches()
        #expect(Set(unbuilt.map(\.index)) == Self.names && Set(unbuilt.map(\.table)) == Set(Self.tables))
        let error = storeError { try blazz.workspace(1).read { db in _ = try db.chats.search("morgen").ids() } }
        #expect(error?.code == .incompatible && error?.constraint == "own_chats_words")
        #expect(error?.message.starts(with: "the full-text index is yet to be built, this program has ") == true)
        // Rows that change meanwhile are as good as the others.
        try blazz.workspace(1).writeSync { db throws in
          try db.chats.insert(.init(id: 9, contactID: 1, metadata: "{\"content\": {\"text\": \"late\"}}"))
          _ = try db.chats.where { $0.id == 3 }.update { $0.metadata = "{\"content\": {\"text\": \"changed\"}}" }
        }
        // A build that is stopped leaves everything as it was.
        #expect(throws: Stopped.self) { try blazz.buildSearches(onProgress: { _, _ in throw Stopped() }) }
        #expect(try blazz.unbuiltSearches().count == 4)
        var told: [[Int]] = []
        try blazz.buildSearches { done, total in told.append([done, total]) }
        // Five chats, a template, a question and a ticket.
        #expect(told == [[8, 8]])
        #expect(try blazz.unbuiltSearches().isEmpty)
        try expectFinds(blazz)
        let changed = try blazz.workspace(1).read { db in try db.chats.search("late changed").ids() }
        #expect(changed == [3, 9])
        told = []
        try blazz.buildSearches { done, total in told.append([done, total]) }
        #expect(told == [[0, 0]], "what is built is not built again")
      }
      try open(path) { blazz in try expectFinds(blazz) }
    }
  }

  private struct Stopped: Error {}

  @Test func progressIsToldWhileRowsAreRead() throws {
    try withStore { path throws in
      try open(path) { blazz throws in
        try blazz.system.writeSync { db throws in
          for id in 1...10_000 as ClosedRange<UInt64> {
            try db.faqs.insert(.init(id: ID(id), question: "question \(id)", answer: "answer"))
          }
        }
      }
      try open(path, ["own_faqs_words"]) { blazz throws in
        var told: [[Int]] = []
        try blazz.buildSearches { done, total in told.append([done, total]) }
        #expect(told == [[4_096, 10_000], [8_192, 10_000], [10_000, 10_000]])
        try blazz.system.read { db throws in
          #expect(try db.faqs.search("answer").count() == 10_000)
          #expect(try db.faqs.search("+question +77").ids() == [77])
        }
      }
    }
  }

  @Test func listsOfOtherRulesAreNeverReadAndAreRebuilt() throws {
    let record = Array("search/contacts/5".utf8)
    try withStore { path throws in
      try open(path) { blazz throws in
        try fill(blazz)
        try blazz.workspace(1).writeSync { db throws in
          for name in ["John", "Jane"] { try db.contacts.insert(.init(firstName: name, createdBy: 1)) }
        }
        try blazz.foldSearches()
      }
      let versions = try #require(try RawStore(path)["meta", record])
      try put(Array("terms 0, ICU 1.0".utf8), for: record, path)
      let lists = try searchEntries(path)
      #expect(!lists.isEmpty)
      try open(path) { blazz throws in
        let unbuilt = try blazz.unbuiltSearches().map { [$0.table, $0.index] }
        #expect(unbuilt == [["contacts", "idx_contact_fulltext"]])
        try expectRefused(blazz, versions)
        // Writes go on, and leave the lists as the other program made them.
        try blazz.workspace(1).writeSync { db throws in
          try db.contacts.insert(.init(firstName: "Joan", createdBy: 1))
          _ = try db.contacts.where { $0.firstName == "Jane" }.update { $0.firstName = "Jo" }
          _ = try db.contacts.where { $0.firstName == "John" }.delete()
        }
        try blazz.foldSearches()
        try expectRefused(blazz, versions)
      }
      #expect(try searchEntries(path) == lists)
      try open(path) { blazz throws in
        try blazz.buildSearches()
        try blazz.workspace(1).read { db throws in
          #expect(try db.contacts.search("jo*").all().map(\.firstName) == ["Jo", "Joan"])
          #expect(try db.contacts.search("jane john").count() == 0)
        }
      }
      #expect(try RawStore(path)["meta", record] == versions)
    }
  }

  private func expectRefused(_ blazz: Blazz, _ versions: [UInt8]) throws {
    let asked: [(Tables<Reading>) throws -> Void] = [
      { db in _ = try db.contacts.search("john").ids() }, { db in _ = try db.contacts.search("john").suggestions() },
      { db in _ = try db.contacts.where { _ in Contact.words.matches("john") }.count() },
    ]
    for ask in asked {
      let error = storeError { try blazz.workspace(1).read { db in try ask(db) } }
      #expect(error?.code == .incompatible && error?.table == "contacts" && error?.constraint == "idx_contact_fulltext")
      let now = String(decoding: versions, as: UTF8.self)
      #expect(
        error?.message == "the full-text index was made with terms 0, ICU 1.0, this program has \(now); rebuild it")
    }
  }

  /// What the file has of the contacts' full-text index.
  private func searchEntries(_ path: String) throws -> [RawStore.Entry] {
    try RawStore(path).databases["contacts", default: []].filter { $0.key.first == 5 }
  }

  /// Writes a record of the file behind the store's back.
  private func put(_ value: [UInt8], for key: [UInt8], _ path: String) throws {
    var options = EnvironmentOptions()
    options.durability = .none
    let environment = try Environment(path: path, options: options)
    let meta = try #require(try environment.openKeyspaces(["meta"], create: false)["meta"])
    var transaction = try environment.beginWrite()
    try transaction.put(value.span.bytes, for: key.span.bytes, in: meta)
    try transaction.commit()
    try environment.close()
  }
}

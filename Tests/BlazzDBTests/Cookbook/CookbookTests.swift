import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// The cookbook's snippets are the recipes that are compiled here, and do what they say.
@Suite struct CookbookTests {
  private let crm = SampleCRM()

  @Test func articleHoldsTheRecipes() throws {
    let article = packageRoot.appending(path: "Sources/BlazzDB/BlazzDB.docc/Cookbook.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    let recipes = try recipes()
    #expect(recipes.count >= 10)
    let sections = recipes.map { "## \($0.name)\n\n```swift\n\($0.lines.joined(separator: "\n"))\n```\n" }
    let begin = try #require(text.range(of: "## The inbox"))
    #expect(String(text[begin.lowerBound...]) == sections.joined(separator: "\n"))
  }

  /// The lines between the marks, without the indent of the function around them.
  private func recipes() throws -> [(name: String, lines: [String])] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "CookbookRecipes.swift")
    var found: [(name: String, lines: [String])] = []
    var isInside = false
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      let text = line.hasPrefix("    ") ? String(line.dropFirst(4)) : line
      if text.hasPrefix("// recipe: ") {
        found.append((String(text.dropFirst("// recipe: ".count)), []))
        isInside = true
      } else if text == "// end" {
        isInside = false
      } else if isInside {
        found[found.count - 1].lines.append(text)
      }
    }
    return found
  }

  @Test func recipesFindWhatTheySay() throws {
    try withSampleStore(crm) { blazz in
      let recipes = CookbookRecipes(blazz: blazz, shop: try blazz.workspace(1))
      let chats = crm.chats.rows.of(1).live
      #expect(try recipes.unread() == chats.count { $0["type"] == "inbound" && $0["is_read"] == "0" })
      #expect(try recipes.inbox() <= 15)
      let contact = ID<Contact>(UInt64(chats[0].number("contact_id")!))
      let thread = try recipes.thread(contact)
      #expect(Set(thread.map(\.id)) == Set(chats.filter { $0.number("contact_id") == Int(contact.rawValue) }.ids()))
      #expect(thread.map(\.createdAt) == thread.map(\.createdAt).sorted(by: >))
      let logs = crm.campaignLogs.rows.filter { $0.number("campaign_id") == 1 }
      let counts = Dictionary(grouping: logs) { $0["status"]! }.mapValues(\.count)
      #expect(try recipes.statuses(1) == (SampleCRM.workspace(of: 1) == 1 ? counts : [:]))
      let since = "2025-03-02 00:00:00"
      let days = chats.compactMap { $0["created_at"] }.filter { $0 >= since }.map { String($0.prefix(10)) }
      let byDay = Dictionary(grouping: days, by: \.self).mapValues(\.count)
      #expect(try recipes.messagesByDay(since: Date(dump: since)) == byDay)
      #expect(try recipes.names().count == crm.contacts.rows.of(1).live.count)
      #expect(try recipes.mentions("№").count == chats.count)
      let plan = try recipes.explain()
      #expect(plan.returned <= 50 && plan.examined >= plan.returned)
    }
  }

  @Test func searchesFindWhatTheySay() throws {
    let contacts = crm.contacts.rows.of(1).live
    let name = try #require(contacts.first?["first_name"])
    let named = Set(contacts.filter { $0["first_name"] == name }.ids() as [ID<Contact>])
    try withSampleStore(crm) { blazz in
      let recipes = CookbookRecipes(blazz: blazz, shop: try blazz.workspace(1))
      let found = Set(try recipes.words("+" + name))
      #expect(found.isSuperset(of: named))
      let favourites = Set(try recipes.favourites(name))
      #expect(favourites.count <= 10)
      let wanted = Set(contacts.filter { $0["is_favorite"] == "1" }.ids() as [ID<Contact>])
      #expect(favourites.isSubset(of: wanted))
    }
  }

  @Test func recipesChangeWhatTheySay() async throws {
    try await withScratchFolder { folder in
      let dump = folder.appending(path: "crm.sql")
      try crm.sql.write(to: dump, atomically: false, encoding: .utf8)
      let blazz = try Blazz(path: folder.appending(path: "crm.blazz").path, options: .testing)
      _ = try blazz.system.importDump(dump.path)
      let recipes = CookbookRecipes(blazz: blazz, shop: try blazz.workspace(1))
      let contact = ID<Contact>(UInt64(crm.chats.rows.of(1).live[0].number("contact_id")!))
      let unread = crm.chats.rows.of(1).live.filter {
        $0.number("contact_id") == Int(contact.rawValue) && $0["is_read"] == "0"
      }
      #expect(try await recipes.markAsRead(contact) == unread.count)
      #expect(try await recipes.markAsRead(contact) == 0)
      let (first, isNew) = try await recipes.findOrCreate("+62800", 1)
      #expect(isNew)
      #expect(try await recipes.findOrCreate("+62800", 1) == (first, false))
      #expect(try recipes.search("ne").contains(first))
      try blazz.close()
    }
  }
}

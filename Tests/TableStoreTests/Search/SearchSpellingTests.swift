import TestSupport
import Testing
import UnicodeText

@testable import TableStore

/// What is found by what: through the index, while all rows wait to be folded in and once they are.
@Suite struct SearchSpellingTests {
  @Test(arguments: SpelledRows.spellings) func spellings(_ rows: SpelledRows) throws {
    try expect(rows)
    // ICU's own comparison says the same of each two.
    let collator = try ICUCollator(strength: .primary)
    for (search, found) in rows.finds {
      #expect(found == rows.rows.filter { collator.compare(search, $0) == 0 }, "\(search)")
    }
  }

  @Test(arguments: SpelledRows.unspaced) func scriptsWithoutSpaces(_ rows: SpelledRows) throws { try expect(rows) }

  @Test func shortWordsAndStopwords() throws { try expect(.short) }

  @Test(arguments: SpelledRows.joined) func joinedWords(_ rows: SpelledRows) throws { try expect(rows) }

  @Test func signsBetweenWords() throws { try expect(.parted) }

  @Test func naturalModeNeedsOneWord() throws {
    try withSearched(.parted) { store throws in
      for (search, first, count) in [
        ("john.smith@example.com", 5, 5), ("smith-jones", 4, 4), ("john's", 2, 3), ("x, garcia", 6, 1),
      ] {
        let found = try store.read(.tenant(1)) { db in try db.spelled.search(search, mode: .natural).ids() }
        #expect(found.first?.rawValue == UInt64(first) && found.count == count, "\(search): \(found)")
      }
    }
  }

  @Test func addresses() throws { try expect(.addresses) }

  @Test func phoneNumbers() throws { try expect(.phones) }

  @Test func beginningsPhrasesAndDistances() throws { try expect(.phrases) }

  private func expect(_ rows: SpelledRows) throws {
    try withSearched(rows) { store throws in
      #expect(try pending(store) == rows.rows.count)
      try expectFinds(rows, store, "pending")
      try store.foldSearches()
      #expect(try pending(store) == 0)
      try expectFinds(rows, store, "folded")
    }
  }

  /// Lends a store with the rows.
  private func withSearched(_ rows: SpelledRows, _ body: (Store) throws -> Void) throws {
    try withStore([Tenant.self, SpelledPerson.self]) { store throws in
      try store.writeSync(.everything) { db in
        let tenant = try db.tenants.insert(.init(name: "t"))
        for row in rows.rows {
          let columns = row.split(separator: "|", omittingEmptySubsequences: false).map { text in
            text.allSatisfy { $0 == " " } ? nil : String(text.drop { $0 == " " })
          }
          let values = columns + Array(repeating: nil, count: 4 - columns.count)
          try db.spelled.insert(
            .init(
              workspaceID: tenant.id, name: values[0], surname: values[1], phone: values[2], email: values[3]))
        }
      }
      try body(store)
    }
  }

  private func expectFinds(_ rows: SpelledRows, _ store: Store, _ state: String) throws {
    for (search, expected) in rows.finds {
      let found = try store.read(.tenant(1)) { db in try db.spelled.search(search).ids() }
      #expect(found.map { rows.rows[Int($0.rawValue) - 1] } == expected, "\(search), \(state)")
    }
  }

  private func pending(_ store: Store) throws -> Int {
    try store.read(.tenant(1)) { db in
      let table = store.catalog[SpelledPerson.schema.id]
      return Int(try db.session.searchState(table, table.searches[0], .tenant(1)).pending)
    }
  }
}

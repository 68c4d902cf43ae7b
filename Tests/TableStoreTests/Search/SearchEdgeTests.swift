import TestSupport
import Testing

@testable import TableStore

/// What random searches found, kept by name.
@Suite struct SearchEdgeTests {
  private func withTitles(_ titles: [String?], _ body: (Tables<Reading>) throws -> Void) throws {
    for isFolded in [false, true] {
      try withStore([Tenant.self, Letter.self]) { store in
        try store.writeSync(.everything) { db throws in
          for tenant in 1...2 { try db.tenants.insert(.init(id: ID(UInt64(tenant)), name: "tenant")) }
          for (number, title) in titles.enumerated() {
            try db.letters.insert(.init(workspaceID: 1, title: title, rank: Int32(titles.count - number)))
          }
        }
        if isFolded { try store.foldSearches() }
        try store.read(.tenant(1)) { db in try body(db) }
      }
    }
  }

  @Test func aLoneCharacterIsFound() throws {
    try withTitles(["王", "王小明", "小王", "第5", "x王", "第5号", "김 O'Brien"]) { db throws in
      #expect(try db.letters.search("王").ids() == [1, 2, 3, 5])
      #expect(try db.letters.search("王*").ids() == [1, 2, 3, 5])
      #expect(try db.letters.search("第5").ids() == [4, 6])
      #expect(try db.letters.search("第").ids() == [4, 6])
      #expect(try db.letters.search("김").ids() == [7])
      #expect(try db.letters.search("\"김 O'Brien\"").ids() == [7])
    }
  }

  /// The rows lie in pages that the transaction changed, in which building puts entries: each must be read before that.
  @Test func anIndexIsBuiltFromRowsOfTheSameTransaction() throws {
    try withStore([Tenant.self, Letter.self]) { store in
      for round in 0..<40 {
        try store.writeSync(.everything) { db throws in
          for tenant in UInt64(3 * round + 1)...UInt64(3 * round + 3) {
            try db.tenants.insert(.init(id: ID(tenant), name: "tenant"))
            for number in 0...round {
              try db.letters.insert(
                .init(workspaceID: ID(tenant), title: "letter \(number) of \(tenant)", sender: "ann"))
            }
          }
          let table = try #require(db.writeSession.catalog.all.first { $0.schema.name == "letters" })
          for index in table.searches { try db.writeSession.build(index, table) {} }
        }
        let faults = try store.verify().faults
        #expect(faults.isEmpty, "\(round): \(faults.map(\.description))")
        #expect(try store.read(.tenant(2)) { db in try db.letters.search("+letter +0").count() } == 1)
      }
    }
  }

  /// Scopes that wait for other cores, some of them or none: the lists are the same, and what the rows say.
  @Test func howMuchWaitsChangesNothing() throws {
    try withStore([Tenant.self, Letter.self]) { store in
      for (tenant, count) in [700, 1, 40, 3, 1_300, 31, 33].enumerated() {
        try store.writeSync(.everything) { db in
          let id = try db.tenants.insert(.init(name: "tenant \(tenant)")).id
          for number in 0..<count {
            try db.letters.insert(
              .init(workspaceID: id, title: number % 9 == 0 ? nil : "letter \(number)", sender: "ann \(number % 50)"))
          }
        }
      }
      var built: [RawEntry]?
      for places in [SearchGatherer.usualPlaces, 2_000, 0] {
        try store.writeSync(.everything, isLarge: true) { db in
          let table = db.writeSession.catalog[Letter.schema.id]
          for index in table.searches { try db.writeSession.build(index, table, mostPlaces: places) {} }
        }
        let entries = try store.rawEntries(Letter.schema)
        #expect(built == nil || built == entries, "with \(places) places")
        built = entries
        let faults = try store.verify().faults
        #expect(faults.isEmpty, "\(places): \(faults.map(\.description))")
      }
    }
  }

  @Test func marksStandAroundTextThatIsEscaped() {
    let highlight = SearchHighlight(column: "title", text: "<é> & b", ranges: [1..<3, 7..<8])
    #expect(highlight.marked() == "<<b>é</b>> & <b>b</b>")
    let escaped = highlight.marked("[", "]") { $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
    #expect(escaped == "&lt;[é]> &amp; [b]")
  }

  @Test func anOrderStandsAboveTheRank() throws {
    try withTitles(["john", "john john", "anna"]) { db throws in
      let search = db.letters.search("john", mode: .natural)
      #expect(try search.ids() == [2, 1])
      #expect(try search.orderedByKey(.ascending).ids() == [1, 2])
      #expect(try search.order(by: \.rank, .ascending).ids() == [2, 1])
      #expect(try search.order(by: \.rank, .descending).ids() == [1, 2])
      #expect(try search.order(by: \.rank, .descending).byRelevance().ids() == [2, 1])
      #expect(try search.where { $0.rank >= 2 }.limit(5).ids() == [2, 1])
    }
  }

  @Test func wordsOfAGroupCountWhetherOrNotItMatches() throws {
    try withTitles(["john order", "john order invoice", "john anna", "john", "anna meeting"]) { db in
      // The second letter has all of "order" though its group excludes it, the third one of two words.
      for text in ["john (order -invoice)", "john (+anna +meeting)"] {
        let found = try db.letters.search(text).byRelevance().hits().hits
        let scores = Dictionary(uniqueKeysWithValues: found.map { ($0.row.id.rawValue, $0.score) })
        let better: UInt64 = text.contains("order") ? 2 : 3
        #expect(try #require(scores[better]) > scores[4, default: 9])
      }
    }
  }

  @Test func anOffsetCountsOnTheFirstPageOnly() throws {
    try withTitles(Array(repeating: "john", count: 9)) { db throws in
      let searches = [
        db.letters.search("john"), db.letters.search("john").byRelevance(),
        db.letters.search("john").order(by: \.rank, .descending),
      ]
      for search in searches {
        let first = try search.offset(2).page(3).hits()
        let second = try search.offset(2).page(3, after: first.next).hits()
        #expect(first.hits.map(\.row.id) == [3, 4, 5] && second.hits.map(\.row.id) == [6, 7, 8])
      }
    }
  }

  @Test func distancesGoOnFromColumnToColumn() throws {
    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db throws in
        try db.tenants.insert(.init(id: 1, name: "one"))
        try db.letters.insert(.init(workspaceID: 1, title: "john", body: "x", sender: "anna"))
        #expect(try db.letters.search("\"anna john\" @3").count() == 1)
        #expect(try db.letters.search("\"anna john\" @2").count() == 0)
        #expect(try db.letters.search("\"john x anna\"").count() == 0)
      }
    }
  }

  @Test func suggestionsCountTheRowsOfAllScopes() throws {
    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db throws in
        for tenant in 1...2 { try db.tenants.insert(.init(id: ID(UInt64(tenant)), name: "tenant")) }
        for (tenant, title) in [(1, "Meeting"), (2, "meeting"), (2, "meetingz x"), (2, "meetings"), (1, "meetings")] {
          try db.letters.insert(.init(workspaceID: ID(UInt64(tenant)), title: title))
        }
        try db.letters.insert(.init(workspaceID: 1, title: "a meeting"))
      }
      try store.read(.everything) { db throws in
        #expect(
          try db.letters.search("meetinq").suggestions() == [.init(word: "meetinq", replacement: "Meeting", rows: 3)])
      }
      try store.read(.tenant(2)) { db throws in
        #expect(
          try db.letters.search("meetinq").suggestions() == [.init(word: "meetinq", replacement: "meeting", rows: 1)])
      }
    }
  }

  @Test func aWriteSeesItsOwnChanges() throws {
    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db throws in
        try db.tenants.insert(.init(id: 1, name: "one"))
        let search = db.letters.search("john")
        let letter = try db.letters.insert(.init(workspaceID: 1, title: "john"))
        #expect(try search.ids() == [letter.id])
        try db.letters.update(letter.id) { $0.title = "anna" }
        #expect(try search.ids() == [] && db.letters.search("anna").count() == 1)
        try db.letters.erase(letter.id)
        #expect(try db.letters.search("anna").ids() == [])
      }
    }
  }

  @Test func erasingATenantLeavesNothingOfItsWords() throws {
    try withStore([Tenant.self, Letter.self]) { store in
      var random = SeededRandom()
      let maker = LetterMaker(&random)
      try store.writeSync(.everything) { db throws in
        for tenant in 1...3 { try db.tenants.insert(.init(id: ID(UInt64(tenant)), name: "tenant")) }
      }
      for tenant in 1...3 as ClosedRange<UInt64> {
        for count in [120, 30] {
          try store.writeSync(.tenant(tenant)) { db throws in
            for _ in 0..<count {
              try db.letters.insert(.init(body: maker.text(2, &random), sender: maker.text(2, &random)))
            }
          }
        }
      }
      func keys(_ tenant: UInt8) throws -> Int {
        try store.rawEntries(Letter.schema).count { entry in
          entry.key.count > 3 && [7, 9].contains(entry.key[0]) && entry.key[2] == tenant
        }
      }
      for (tenant, chunk) in [(2, 40), (1, 10_000), (3, 150)] as [(UInt64, Int)] {
        #expect(try keys(UInt8(tenant)) > 6)
        #expect(try store.eraseTenant(tenant, owner: Tenant.self, chunk: chunk) == 151)
        #expect(try keys(UInt8(tenant)) == 0)
        try store.requireConsistent()
      }
      #expect(try store.rawEntries(Letter.schema).isEmpty)
    }
  }
}

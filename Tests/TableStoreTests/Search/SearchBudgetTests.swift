import TestSupport
import Testing

@testable import TableStore

@Suite struct SearchBudgetTests {
  /// 3,000 letters: "order" in all, "john" in every second, "anna" in every third, "meeting" in every 500th.
  private func withLetters(_ body: (Store) throws -> Void) throws {
    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(id: 1, name: "one"))
        for number in 1...3_000 {
          var words = ["order"]
          if number % 2 == 0 { words.append("john") }
          if number % 3 == 0 { words.append("anna") }
          if number % 500 == 0 { words.append("meeting") }
          try db.letters.insert(
            .init(workspaceID: 1, title: words.joined(separator: " "), rank: Int32(number % 10)))
        }
      }
      try body(store)
    }
  }

  private static let searches = [
    "order -john", "+order -(john anna)", "+(order -anna) +john", "order -\"anna meeting\"", "or* -jo*",
  ]

  @Test func aLimitOnPostingsNeverGivesWrongRows() throws {
    try withLetters { store in
      for pending in [false, true] {
        if pending {
          try store.writeSync(.tenant(1)) { db in _ = try db.letters.update(6) { $0.title = "order john" } }
        }
        for text in Self.searches {
          try store.read(.tenant(1)) { db in
            let search = db.letters.search(text)
            let all = try search.ids()
            for limit in [0, 1, 399, 400, 401, 1_000, 2_000, 3_000, 4_000, 100_000] {
              for ordered in [search, search.byRelevance(), search.order(by: \.rank)] {
                let found = try ordered.allowPostings(limit: limit).hits()
                let ids = found.hits.map(\.row.id)
                #expect(Set(ids).isSubset(of: all), "\(text) with \(limit)")
                #expect(!found.isComplete || ids.count == all.count, "\(text) with \(limit)")
                #expect(found.isComplete || found.next == nil)
                if ordered.isInOrderOfKeys { #expect(ids == Array(all.prefix(ids.count)), "\(text) with \(limit)") }
                let page = try ordered.allowPostings(limit: limit).limit(3).hits()
                #expect(page.isComplete ? (page.next != nil) == (all.count > 3) : page.next == nil)
                if ordered.isInOrderOfKeys { #expect(page.hits.map(\.row.id) == Array(all.prefix(page.hits.count))) }
                if limit == 0 { #expect(!found.isComplete) }
                if limit == 100_000 { #expect(found.isComplete && ids.count == all.count) }
              }
            }
          }
        }
      }
    }
  }

  @Test func aPageReadsNoFurtherThanItNeeds() throws {
    try withLetters { store in
      try store.read(.tenant(1)) { db in
        let found = try db.letters.search("+order +meeting").allowPostings(limit: 1_500).limit(1).hits()
        #expect(found.hits.map(\.row.id) == [500])
        #expect(found.isComplete)
      }
    }
  }

  @Test func aPageOfABeginningReadsNoFurtherThanItNeeds() throws {
    try withLetters { store in
      try store.read(.tenant(1)) { db in
        for text in ["meetin*", "+order* +meeting*", "-johns* order*"] {
          let all = try db.letters.search(text).ids()
          let found = try db.letters.search(text).allowPostings(limit: 1_500).limit(1).hits()
          #expect(found.isComplete && found.hits.map(\.row.id) == Array(all.prefix(1)), "\(text)")
        }
      }
    }
  }

  /// 1,500 letters are candidates, each of which is read and counts as 32 postings.
  @Test func phrasesAreCheckedOnceAndCounted() throws {
    let phrase = "\"order john\""
    let searches = [
      phrase, "(\(phrase))", "+\(phrase) +\(phrase)", Array(repeating: phrase, count: 40).joined(separator: " "),
      "+(\(phrase) \(phrase))", "\(phrase) ~\(phrase)",
    ]
    try withLetters { store in
      try store.read(.tenant(1)) { db in
        let one = try db.letters.search(phrase).byRelevance().hits().hits.map(\.score)
        for (search, factor) in zip(searches, [1, 1, 2, 40, 2, 0.5]) {
          for asked in [db.letters.search(search), db.letters.search(search).byRelevance()] {
            let short = try asked.allowPostings(limit: 47_000).hits()
            #expect(!short.isComplete, "\(search)")
            let found = try asked.allowPostings(limit: 60_000).hits()
            #expect(found.isComplete && found.hits.count == 1_500, "\(search)")
            let isScored = found.hits[0].score != 0
            #expect(!isScored || abs(found.hits[0].score - one[0] * factor) < 1e-9, "\(search)")
          }
        }
      }
    }
  }
}

extension BoundSearch {
  fileprivate var isInOrderOfKeys: Bool { !isRanked && query.selection.order.isEmpty }
}

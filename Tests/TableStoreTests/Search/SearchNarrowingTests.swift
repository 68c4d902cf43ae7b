import TestSupport
import Testing

@testable import TableStore

/// Conditions beside a search that an index, another table or the primary key answers.
@Suite struct SearchNarrowingTests {
  /// 4,000 letters "order": every hundredth has rank 1, every tenth of the others rank 2, the rest 3; every second has no
  /// body.
  private func withLetters(_ body: (Tables<Reading>) throws -> Void) throws {
    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(id: 1, name: "one"))
        for number in 1...4_000 {
          let rank: Int32 = number % 100 == 0 ? 1 : number % 10 == 0 ? 2 : 3
          try db.letters.insert(
            .init(workspaceID: 1, title: "order", body: number % 2 == 0 ? nil : "with body", rank: rank))
        }
      }
      try store.read(.tenant(1), body)
    }
  }

  /// How many rows are read while `body` runs.
  private func rowsRead(_ db: Tables<Reading>, _ body: () throws -> Void) rethrows -> Int {
    let before = db.session.tally.rows
    try body()
    return db.session.tally.rows - before
  }

  @Test func rowsThatAnIndexRulesOutAreNotRead() throws {
    try withLetters { db in
      for search in [db.letters.search("order"), db.letters.search("order").byRelevance()] {
        let read = try rowsRead(db) {
          let found = try search.where { $0.rank == 1 }.ids()
          #expect(found.map(\.rawValue) == Array(stride(from: 100, through: 4_000, by: 100)))
        }
        #expect(read <= 8, "rows read in vain before the index was asked")
        var count = 0
        let counted = try rowsRead(db) { count = try search.where { $0.rank == 2 }.count() }
        #expect(count == 360 && counted <= 100)
      }
    }
  }

  @Test func rowsAreReadWhereTheyCostLessThanTheIndex() throws {
    try withLetters { db in
      // 3,600 entries are too many for the twenty rows that are wanted, of which most match.
      let read = try rowsRead(db) {
        let found = try db.letters.search("order").where { $0.rank == 3 }.limit(20).ids()
        #expect(found.map(\.rawValue) == (1...22).filter { $0 % 10 != 0 })
      }
      #expect(read <= 25)
    }
  }

  @Test func whatNoIndexTellsIsStillRechecked() throws {
    try withLetters { db in
      let read = try rowsRead(db) {
        let found = try db.letters.search("order").where { $0.rank == 1 && $0.body == nil }.ids()
        #expect(found.count == 40)
        let none = try db.letters.search("order").where { $0.rank == 1 && $0.body != nil }.ids()
        #expect(none.isEmpty)
      }
      #expect(read <= 2 * (8 + 40))
    }
  }

  @Test func aConditionOnThePrimaryKeyReadsNoOtherRow() throws {
    try withLetters { db in
      let search = db.letters.search("order")
      let read = try rowsRead(db) {
        let some = try search.where { $0.id.in([7, 3_000, 5_000]) && $0.rank == 3 }.ids()
        let last = try search.where { $0.id > 3_998 }.ids()
        let one = try search.where { $0.id.in([7, 8]) && !$0.id.in([8, 9]) }.count()
        #expect(some == [7] && last == [3_999, 4_000] && one == 1)
      }
      #expect(read == 2)
    }
  }

  @Test func aPhraseIsLookedForOnlyInRowsThatAreInQuestion() throws {
    try withLetters { db in
      let found = try db.letters.search("\"with body\"").where { $0.id < 10 }.allowPostings(limit: 50_000).ids()
      #expect(found == [1, 3, 5, 7, 9])
    }
  }

  @Test func whatHasNoPlaceToTellThatRowsAreMissingIsAnError() throws {
    try withLetters { db in
      let search = db.letters.search("order").allowPostings(limit: 1_000)
      let found = try search.hits()
      #expect(!found.isComplete)
      #expect(storeError { _ = try search.ids() }?.code == .searchTooLarge)
      #expect(storeError { _ = try search.all() }?.code == .searchTooLarge)
      #expect(storeError { _ = try search.count() }?.code == .searchTooLarge)
      let first = try search.limit(3).ids()
      #expect(first == [1, 2, 3])
    }
  }

  @Test func aPageIsCountedInItsOrder() throws {
    try withLetters { db in
      for search in [
        db.letters.search("order").byRelevance(), db.letters.search("order").order(by: \.rank),
        db.letters.search("order"),
      ] {
        let first = try search.limit(100).hits()
        #expect(try search.page(50, after: first.next).count() == 50)
      }
    }
  }
}

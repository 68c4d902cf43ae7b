import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Indexes in which the rows of all tenants lie in one order.
@Suite struct AcrossIndexTests {
  private let tenants: [UInt64] = Array(1...40)

  private func withNotes(_ body: (Store) throws -> Void) throws {
    try withStore(sampleTables) { store in
      try store.writeSync(.everything) { db in
        for tenant in tenants { try db.tenants.insert(.init(name: "\(tenant)")) }
        for number in 0..<400 {
          try db.notes.insert(
            .init(
              workspaceID: ID(tenants[number % 40]), title: "note \(number % 7)",
              priority: number % 10 == 3 ? nil : Int32(number / 10)))
        }
      }
      try body(store)
    }
  }

  @Test func readsOfAllTenantsUseItAndOthersDoNot() throws {
    try withNotes { store in
      func ask(_ db: Tables<Reading>) throws -> (index: [String], ids: [ID<Note>]) {
        let query = db.notes.where { $0.priority == 12 }.order(by: \.title)
        return (try query.explain().accesses.map(\.index), try query.ids())
      }
      let all = try store.read(.everything) { db in
        let (index, ids) = try ask(db)
        #expect(index == ["notes_urgent"])
        #expect(try db.notes.where { $0.priority == 12 }.order(by: \.title).explain().accesses[0].ranges == 1)
        let notes = try db.notes.all().filter { $0.priority == 12 }
        #expect(ids == notes.sorted { ($0.title!, $0.id) < ($1.title!, $1.id) }.map(\.id))
        return ids
      }
      #expect(all.count == 9)
      var found: Set<ID<Note>> = []
      for tenant in tenants {
        try store.read(.tenant(tenant)) { db in
          let (index, ids) = try ask(db)
          #expect(index != ["notes_urgent"])
          found.formUnion(ids)
        }
      }
      #expect(found == Set(all))
    }
  }

  /// Where nothing narrows or orders, rows are walked where they lie: no entry is followed to each of them.
  @Test func allRowsAreWalkedTenantByTenant() throws {
    try withNotes { store in
      try store.read(.everything) { db in
        let all = try db.notes.all()
        let access = try db.notes.group(by: \.createdAt).explainCount().accesses
        #expect(access.map(\.index) == ["PRIMARY"])
        #expect(access.map(\.ranges) == [tenants.count])
        try #expect(db.notes.sum(\.priority) == Decimal(all.reduce(0) { $0 + Int($1.priority ?? 0) }))
      }
    }
  }

  /// A tenant that insists on it is told why not.
  @Test func aTenantCannotInsistOnIt() throws {
    try withNotes { store in
      try store.read(.tenant(1)) { db in
        let error = try #require(throws: StoreError.self) { try db.notes.using(Note.urgent).ids() }
        #expect(error.message.hasPrefix("notes_urgent is for reads across all workspaces"))
      }
    }
  }

  /// What is taken back leaves no entry, and what is loaded has all of them.
  @Test func loadsAndSavepoints() throws {
    try withNotes { store in
      let counts = try store.writeSync(.everything) { db -> [Int] in
        #expect(throws: StoreError.self) {
          try db.savepoint { part in
            try part.notes.where { $0.priority == 12 }.update { $0.priority = 99 }
            throw StoreError(.invalidValue, "taken back")
          }
        }
        return try [99, 12].map { priority in
          try db.notes.where { $0.priority == Int32(priority) }.order(by: \.title).ids().count
        }
      }
      #expect(counts == [0, 9])
      let drafts = (0..<50).map { Note.Draft(title: "loaded \($0)", priority: 12) }
      #expect(try store.load(.tenant(3), Note.self, [drafts]) == 50)
      try store.read(.everything) { db in
        let query = db.notes.where { $0.priority == 12 }.order(by: \.title)
        let plan = try query.explain()
        #expect(plan.accesses.map(\.index) == ["notes_urgent"])
        #expect(try query.ids().count == 59)
        #expect(try db.notes.where { $0.workspaceID == 3 && $0.priority == 12 }.ids().count == 51)
      }
      let report = try store.verify()
      #expect(report.isSound)
    }
  }

  /// Pages through it in both directions, NULLs first, and counts of it.
  @Test func pagesAndCounts() throws {
    try withNotes { store in
      try store.read(.everything) { db in
        for direction in [Direction.ascending, .descending] {
          let query = db.notes.order(by: Note.urgent, direction)
          let expected = try query.ids()
          #expect(expected.count == 400)
          var (pages, next): ([ID<Note>], PageCursor?) = ([], nil)
          repeat {
            let page = try query.page(37, after: next).page()
            pages += page.rows.map(\.id)
            next = page.next
          } while next != nil
          #expect(pages == expected)
        }
        #expect(try db.notes.where { $0.priority == nil }.count() == 40)
        #expect(try db.notes.where { $0.priority >= 30 }.count() == 90)
        #expect(try db.notes.group(by: \.priority).count().map(\.count).reduce(0, +) == 400)
      }
    }
  }

  /// Its entries follow their rows through every kind of change.
  @Test func changesReachIt() throws {
    try withNotes { store in
      try store.writeSync(.everything) { db in
        try db.notes.where { $0.priority == 5 }.update { $0.priority = 77 }
        try db.notes.where { $0.priority == 6 }.erase()
        #expect(try db.notes.where { $0.priority == 77 }.order(by: \.title).ids().count == 9)
        try db.tenants.erase(9)
      }
      try store.read(.everything) { db in
        #expect(try db.notes.where { $0.priority == 5 }.count() == 0)
        #expect(try db.notes.where { $0.priority == 6 }.count() == 0)
        let left = try db.notes.order(by: Note.urgent).all()
        let expected = 400 - 9 - 10
        #expect(left.count == expected)
      }
      let report = try store.verify()
      #expect(report.isSound)
    }
  }
}

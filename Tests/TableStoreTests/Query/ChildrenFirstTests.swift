import TestSupport
import Testing

@testable import TableStore

/// Conditions on children that are answered from the children's side.
@Suite struct ChildrenFirstTests {
  private func withNotes(_ body: (Store) throws -> Void) throws {
    try withStore(sampleTables) { store in
      try store.writeSync(.everything) { db in
        for name in ["one", "two"] { try db.tenants.insert(.init(name: name)) }
        for number in 1...1_500 {
          let isAnswer = number > 1_000
          try db.notes.insert(
            .init(
              workspaceID: ID(UInt64(number % 2 + 1)), author: number % 5 == 0 ? "rare" : "common",
              priority: isAnswer ? Int32(number % 250) : nil,
              // Of the same tenant: an even number of rows lies between them.
              parentID: isAnswer
                ? ID(UInt64((number * 14) % 1_000 / 2 * 2 + number % 2 + (number % 2 == 0 ? 2 : 0))) : nil))
        }
        try db.notes.where { $0.priority == 7 }.delete()
      }
      try body(store)
    }
  }

  /// What is asked row by row, `lacking`, says the same of every row.
  @Test(arguments: [Reach.tenant(1), .tenant(2), .everything])
  func everyRowIsOnOneSide(_ reach: Reach) throws {
    try withNotes { store in
      try store.read(reach) { db in
        let answers = try db.notes.where { $0.parentID != nil }.all()
        let all = try db.notes.orderedByKey().ids()
        for priority in [0, 3, 7, 42, 249, 300] as [Int32] {
          let having = db.notes.having(\.answers) { $0.priority == priority }
          let lacking = db.notes.lacking(\.answers) { $0.priority == priority }
          let found = try having.orderedByKey().ids()
          let parents = Set(answers.filter { $0.priority == priority }.map { $0.parentID! })
          #expect(found == all.filter(parents.contains), "\(priority)")
          #expect(try Set(lacking.ids()) == Set(all).subtracting(found))
          #expect(try having.count() == found.count)
          #expect(
            try having.order(by: \.author).limit(3).ids() == having.order(by: \.author).ids().prefix(3).map(\.self))
          #expect(
            try having.where { $0.author == "rare" }.ids().count == having.all().filter { $0.author == "rare" }.count)
          #expect(try having.explain().examined < 60)
        }
      }
    }
  }

  /// Many children, or few rows, and rows are asked one by one; so are pages that end soon.
  @Test func rowsAreAskedWhereThatIsLess() throws {
    try withNotes { store in
      try store.read(.tenant(1)) { db in
        func asksRows(_ query: BoundQuery<Note, Reading>) throws -> Bool {
          (try query.explain().recheck ?? "").contains("EXISTS")
        }
        let many = try asksRows(db.notes.where { $0.id <= 20 }.having(\.answers) { $0.priority >= 0 })
        let page = try asksRows(db.notes.having(\.answers) { $0.priority >= 0 }.orderedByKey().limit(2))
        let few = try asksRows(db.notes.having(\.answers) { $0.priority == 3 })
        #expect(many && page && !few)
      }
    }
  }

  /// What was asked stays what is told of it, and no number of rows is too large to ask for.
  @Test func itIsToldAsItWasAsked() throws {
    try withNotes { store in
      try store.read(.everything) { db in
        let having = db.notes.having(\.answers) { $0.priority == 3 }
        let plan = try having.explain()
        #expect(plan.accesses.count == 1)
        #expect(plan.accesses.first?.bounds.first?.hasPrefix("EXISTS") == true)
        #expect(plan.examined > plan.returned)
        let count = try having.count()
        for limit in [Int.max, .max / 2, .max / 4, 100] {
          #expect(try having.orderedByKey().limit(limit).ids().count == count)
          #expect(try having.order(by: \.priority).limit(limit).offset(1).ids().count == count - 1)
        }
        #expect(try having.offset(.max).ids().isEmpty)
      }
    }
  }

  /// Children that need children of their own, and a condition on children beside another one.
  @Test func conditionsWithinConditions() throws {
    try withNotes { store in
      try store.read(.tenant(2)) { db in
        let answers = try db.notes.where { $0.parentID != nil }.all()
        let nested = db.notes.having(\.answers) { $0.priority == 42 && .having(\.parent) { $0.author == "rare" } }
        let rare = Set(try db.notes.where { $0.author == "rare" }.ids())
        let expected = Set(answers.filter { $0.priority == 42 && rare.contains($0.parentID!) }.map { $0.parentID! })
        #expect(try Set(nested.ids()) == expected)
        let both = db.notes.having(\.answers) { $0.priority == 42 }.having(\.answers) { $0.priority > 100 }
        let high = Set(answers.filter { $0.priority! > 100 }.map { $0.parentID! })
        let low = Set(answers.filter { $0.priority == 42 }.map { $0.parentID! })
        #expect(try Set(both.ids()) == low.intersection(high))
      }
    }
  }

  /// Changes that such a condition chooses, of rows that it is about.
  @Test func changesByChildren() throws {
    try withNotes { store in
      try store.writeSync(.tenant(1)) { db in
        let having = db.notes.having(\.answers) { $0.priority == 3 || $0.priority == 5 }
        let ids = try having.orderedByKey().ids()
        #expect(try having.update { $0.author = "changed" } == ids.count)
        #expect(try db.notes.where { $0.author == "changed" }.orderedByKey().ids() == ids)
      }
    }
  }
}

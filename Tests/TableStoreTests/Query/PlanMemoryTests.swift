import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Ways that are remembered for questions of one shape.
@Suite struct PlanMemoryTests {
  private func withNotes(_ body: (Tables<Reading>) throws -> Void) throws {
    try withStore(sampleTables) { store in
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(name: "one"))
        // One author wrote nearly all; every other note has a priority of its own.
        for number in 0..<3_000 {
          try db.notes.insert(
            .init(
              workspaceID: 1, title: "note \(number)", author: number % 300 == 0 ? "rare\(number)" : "common",
              priority: Int32(number % 2 == 0 ? number : 1)))
        }
      }
      try store.read(.tenant(1)) { db in try body(db) }
    }
  }

  private func index(_ query: BoundQuery<Note, Reading>) throws -> String? {
    try query.explain().accesses.first?.index
  }

  /// What was quick for one value is not taken for another for which it is not.
  @Test func aValueThatManyRowsHaveIsWeighedAnew() throws {
    try withNotes { db in
      func asked(_ author: String, _ priority: Int32) -> BoundQuery<Note, Reading> {
        db.notes.where { $0.author == author && $0.priority == priority }
      }
      try #expect(index(asked("rare0", 1)) == "notes_author")
      try #expect(index(asked("rare300", 1)) == "notes_author")
      try #expect(index(asked("common", 24)) == "notes_priority")
      try #expect(asked("common", 24).count() == 1)
      try #expect(asked("rare0", 0).count() == 1)
      try #expect(asked("rare0", 1).count() == 0)
    }
  }

  /// Whatever stands in the memory, the answer is the same.
  @Test func noWayIsWrong() throws {
    try withNotes { db in
      let query = db.notes.where { $0.author == "common" && $0.priority < 100 }.order(by: \.title).limit(20)
      let expected = try query.all().map(\.id)
      #expect(expected.count == 20)
      let table = db.session.catalog[Note.schema.id]
      for way in UInt8.min...UInt8.max {
        let shape = try #require(QuestionShape(query.query.selection, .tenant(1), to: table, needs: nil)).value
        table.memory.remember(way, for: shape)
        try #expect(query.all().map(\.id) == expected, "way \(way)")
      }
    }
  }

  /// A pattern made by one text serves no text whose key is cut in the index.
  @Test func aTextTooLongForItsKeyIsFound() throws {
    try withStore(sampleTables) { store in
      let long = (0..<3).map { String(repeating: "long ", count: 200) + "\($0)" }
      try store.writeSync(.everything) { db in
        try db.tenants.insert(.init(name: "one"))
        for title in ["short", "other"] + long { try db.notes.insert(.init(workspaceID: 1, title: title)) }
      }
      try store.read(.tenant(1)) { db in
        for title in ["short", "other"] + long + ["short", "nothing"] {
          let found = try db.notes.where { $0.title == title }.all()
          #expect(found.map(\.title) == (title == "nothing" ? [] : [title]))
        }
      }
    }
  }

  /// A pattern whose index leaves something to be rechecked takes each question's own values, and serves no value that
  /// many rows have.
  @Test func whatIsRecheckedFollowsTheQuestion() throws {
    try withNotes { db in
      let all = try db.notes.all()
      let asked: [(priority: Int32, author: String)] = [
        (302, "common"), (302, "rare300"), (300, "common"), (300, "rare300"), (600, "rare600"), (1, "common"), (1, "x"),
        (304, "COMMON"), (7, "common"),
      ]
      for (priority, author) in asked {
        let query = db.notes.where { $0.priority == priority && $0.author == author }.order(by: \.title)
        let expected = all.filter { $0.priority == priority && $0.author == author.lowercased() }
        try #expect(
          query.all().map(\.id) == expected.sorted { $0.title! < $1.title! }.map(\.id), "\(priority) \(author)")
        let table = db.session.catalog[Note.schema.id]
        let shape = try #require(QuestionShape(query.query.selection, .tenant(1), to: table, needs: nil)).value
        #expect(table.memory.pattern(for: shape) != nil)
        let examined = try query.explain().examined
        #expect(expected.isEmpty || examined < 3 * expected.count + 10)
      }
    }
  }

  /// Questions that walk the rows have patterns too: each is about its own tenant, keys and values, and none is believed
  /// when the rows have become many.
  @Test func rowsByTheirKeyFollowEachOther() throws {
    let (even, odd) = (Date(timeIntervalSince1970: 2_000), Date(timeIntervalSince1970: 1_001))
    try withStore(sampleTables) { store in
      try store.writeSync(.everything) { db in
        for name in ["one", "two"] { try db.tenants.insert(.init(name: name)) }
        for number in 0..<20 {
          try db.notes.insert(
            .init(workspaceID: number % 3 == 0 ? 2 : 1, title: "\(number)", createdAt: number % 2 == 0 ? even : odd))
        }
      }
      func check(_ comment: String) throws {
        for tenant in [1, 2, 1] as [UInt64] {
          try store.read(.tenant(tenant)) { db in try checkByKey(db, tenant, even, odd, "\(comment), tenant \(tenant)")
          }
        }
      }
      try check("few")
      try store.writeSync(.everything) { db in
        for number in 0..<300 {
          try db.notes.insert(.init(workspaceID: 1, title: "more", createdAt: number == 7 ? even : odd))
        }
      }
      try check("many")
    }
  }

  /// Asks a tenant's notes by their keys, and compares with all of them.
  private func checkByKey(
    _ db: Tables<Reading>, _ tenant: UInt64, _ even: Date, _ odd: Date, _ comment: Comment
  ) throws {
    let all = try db.notes.all()
    #expect(all.allSatisfy { $0.workspaceID.rawValue == tenant }, comment)
    for time in [even, odd] {
      let found = try db.notes.where { $0.createdAt == time }.orderedByKey(.descending).all()
      #expect(found.map(\.id) == all.filter { $0.createdAt == time }.reversed().map(\.id), comment)
    }
    for (lower, upper) in [(3, 9), (12, 17), (30, 40)] as [(UInt64, UInt64)] {
      let found = try db.notes.where { $0.id >= ID(lower) && $0.id < ID(upper) }.all().map(\.id)
      #expect(found == all.map(\.id).filter { (lower..<upper).contains($0.rawValue) }, comment)
    }
    for key in [1, 4, 9, 99] as [UInt64] {
      let found = try db.notes.where { $0.id == ID(key) && $0.createdAt == even }.all().map(\.id)
      #expect(found == all.filter { $0.id.rawValue == key && $0.createdAt == even }.map(\.id), comment)
    }
    let query = db.notes.where { $0.createdAt == even }.orderedByKey()
    let first = try query.first()
    #expect(first?.id == all.first { $0.createdAt == even }?.id, comment)
    let (table, selection) = (db.session.catalog[Note.schema.id], try query.plan().selection)
    let shape = try #require(QuestionShape(selection, .tenant(tenant), to: table, needs: nil)).value
    #expect(table.memory.pattern(for: shape) != nil, comment)
  }

  /// Numbers in lists and ranges of any length follow the pattern of the first.
  @Test func listsAndRangesFollowEachOther() throws {
    try withNotes { db in
      for list in [[1], [4, 8], [2, 4, 6, 8, 5], [], [3, 5], [10, 12]] as [[Int32?]] {
        let count = try db.notes.where { $0.priority.in(list) }.count()
        #expect(count == list.reduce(0) { $0 + ($1 == 1 ? 1_500 : $1! % 2 == 0 ? 1 : 0) })
      }
      for (lower, upper) in [(10, 20), (100, 100), (2, 2_998), (20, 10)] as [(Int32, Int32)] {
        let count = try db.notes.where { $0.priority.between(lower, upper) }.count()
        #expect(count == max(0, Int(upper - lower) / 2 + 1) * (lower <= upper ? 1 : 0))
      }
    }
  }

  /// Where there is no room for a pattern any more, the way is remembered.
  @Test func moreFormsThanThereAreSlots() throws {
    try withNotes { db in
      let memory = db.session.catalog[Note.schema.id].memory
      var (patterns, ways) = (0, 0)
      for exponent in 0..<60 {
        for offset in 0..<4 {
          let query = db.notes.where { $0.priority == 24 }.limit(1 << exponent)
          let form = [query, query.order(by: \.title), query.withDeleted(), query.orderedByKey()][offset]
          #expect(try form.all().map(\.priority) == [24])
          let table = db.session.catalog[Note.schema.id]
          let shape = try #require(QuestionShape(form.plan().selection, .tenant(1), to: table, needs: nil)).value
          if memory.pattern(for: shape) != nil { patterns += 1 } else if memory.way(for: shape) != nil { ways += 1 }
        }
      }
      #expect(patterns > 0 && patterns <= 64 && ways > 0)
      #expect(patterns + ways == 240)
    }
  }

  /// What a table remembers does not keep it alive.
  @Test func nothingRemainsOfAClosedStore() throws {
    weak var table: StoredTable?
    try withNotes { db in
      table = db.session.catalog[Note.schema.id]
      for priority in 0..<3 as Range<Int32> { _ = try db.notes.where { $0.priority == priority }.count() }
      #expect(table != nil)
    }
    #expect(table == nil)
  }

  /// Shapes are apart where a way may be, and alike where only values differ.
  @Test func shapesTellQuestionsApart() throws {
    try withNotes { db in
      let table = db.session.catalog[Note.schema.id]
      func shape(_ query: BoundQuery<Note, Reading>, _ needs: ColumnSet? = nil) throws -> UInt64 {
        try #require(QuestionShape(query.query.selection, .tenant(1), to: table, needs: needs)).value
      }
      let notes = db.notes
      let one = notes.where { $0.priority == 1 }
      let author = notes.where { $0.author == "a" }
      let (otherNumber, otherAuthor) = (notes.where { $0.priority == 70_000 }, notes.where { $0.author == "another" })
      try #expect(shape(one) == shape(otherNumber))
      try #expect(shape(author) == shape(otherAuthor))
      let queries: [BoundQuery<Note, Reading>] = [
        one, notes.where { $0.priority > 1 }, notes.where { $0.priority < 1 }, notes.where { $0.priority.in([1, 5]) },
        notes.where { $0.priority == nil }, notes.where { $0.priority != nil }, notes.where { $0.title == "a" }, author,
        one.limit(1), one.limit(50), one.order(by: \.title), one.order(by: \.title, .descending), one.withDeleted(),
        one.where { $0.author == "a" }, notes.where { $0.priority == 1 || $0.author == "a" },
      ]
      let apart = try queries.map { try shape($0) } + [shape(one, ColumnSet())]
      #expect(Set(apart).count == apart.count)
      let insisting = notes.using(Note.byTitle).query.selection
      #expect(QuestionShape(insisting, .tenant(1), to: table, needs: nil) == nil)
    }
  }
}

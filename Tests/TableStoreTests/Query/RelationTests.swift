import TestSupport
import Testing

@testable import TableStore

extension Relations where Row == Note {
  var attachments: Children<Note, Attachment> { Children(by: \.noteID) }
  var answers: Children<Note, Note> { Children(by: \.parentID, newestBy: \.priority) }
  var parent: Parent<Note, Note> { Parent(\.parentID) { $0.parentID } }
  var settings: Joined<Note, Attachment, Setting> { Joined(by: \.noteID) { $0.name } }
}

@Suite struct RelationTests {
  /// Notes 1…5: 2, 3 and 4 answer 1, 5 answers 2; 4 is marked as deleted. Attachments hang on 1 and 2.
  private func withNotes(_ body: (Store) throws -> Void) throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        for (parent, priority) in [(nil, 1), (1, 3), (1, 2), (1, 9), (2, 5)] as [(ID<Note>?, Int32)] {
          try db.notes.insert(.init(priority: priority, parentID: parent))
        }
        try db.notes.delete(4)
        for (note, name) in [(1, "a"), (1, "b"), (2, "a")] as [(ID<Note>, String)] {
          try db.attachments.insert(.init(noteID: note, name: name))
        }
      }
      try store.writeSync(.everything) { db in _ = try db.settings.insert(.init(name: "A", value: "found")) }
      try body(store)
    }
  }

  @Test func havingAndLacking() throws {
    try withNotes { store in
      try store.read(.tenant(1)) { db in
        func ids(_ query: BoundQuery<Note, Reading>) throws -> [UInt64] {
          try query.orderedByKey().ids().map(\.rawValue)
        }
        try #expect(ids(db.notes.having(\.attachments)) == [1, 2])
        try #expect(ids(db.notes.lacking(\.attachments)) == [3, 5])
        try #expect(ids(db.notes.having(\.attachments) { $0.name == "B" }) == [1])
        try #expect(ids(db.notes.lacking(\.attachments) { $0.name == "B" }) == [2, 3, 5])
        try #expect(ids(db.notes.having(\.answers)) == [1, 2])
        try #expect(ids(db.notes.having(\.answers) { $0.priority == 9 }) == [])
        try #expect(ids(db.notes.having(\.parent)) == [2, 3, 5])
        try #expect(ids(db.notes.having(\.parent) { $0.priority == 3 }) == [5])
        try #expect(db.notes.having(\.attachments).lacking(\.answers).count() == 0)
      }
      try store.read(.tenant(2)) { db in try #expect(db.notes.having(\.attachments).count() == 0) }
    }
  }

  @Test func includedRows() throws {
    try withNotes { store in
      try store.read(.tenant(1)) { db in
        let notes = db.notes.orderedByKey()
        let answers = try notes.including(\.answers, latest: 1).all()
        #expect(answers.map(\.0.id) == [1, 2, 3, 5])
        #expect(answers.map { $0.1.map(\.id) } == [[2], [5], [], []])
        let chosen = try notes.including(\.answers) { $0.priority < 3 }.all()
        #expect(chosen.map { $0.1.map(\.id) } == [[3], [], [], []])
        let parents = try notes.including(\.parent).all()
        #expect(parents.map(\.1?.id) == [nil, 1, 1, 2])
        let settings = try notes.including(\.settings).all()
        #expect(settings.map { $0.1.map(\.value) } == [["found"], ["found"], [], []])
        let several = try notes.including(
          .latest(5, \.answers, with: .count(\.attachments)), .count(\.attachments), .parent(\.parent)
        ).all()
        #expect(several.map { $0.1.map(\.1) } == [[1, 0], [0], [], []])
        #expect(several.map(\.2) == [2, 1, 0, 0])
        #expect(several.map(\.3?.id) == [nil, 1, 1, 2])
        let two = try notes.including(.latest(5, \.answers, with: .parent(\.parent), .count(\.attachments))).all()
        #expect(two.map { $0.1.map(\.1?.id) } == [[1, 1], [2], [], []])
        #expect(two.map { $0.1.map(\.2) } == [[1, 0], [0], [], []])
        let three = try notes.including(
          .parent(\.parent, with: .count(\.answers), .latest(1, \.answers), .parent(\.parent)),
          .latest(1, \.answers, with: .count(\.attachments), .parent(\.parent), .all(\.answers))
        ).all()
        #expect(three.map(\.1?.1) == [nil, 2, 2, 1])
        #expect(three.map(\.1?.2.first?.id) == [nil, 2, 2, 5])
        #expect(three.map { $0.1?.3?.id } == [nil, nil, nil, 1])
        #expect(three.map { $0.2.first?.3.map(\.id) } == [[5], [], nil, nil])
        let page = try notes.page(2).including(\.attachments).page()
        #expect(page.rows.map(\.1.count) == [2, 1])
        #expect(page.next != nil)
        try #expect(notes.limit(0).including(\.attachments).first() == nil)
        try #expect(notes.including(\.attachments).first()?.1.map(\.name) == ["b", "a"])
      }
    }
  }

  /// One question after another follows the last one's plan; few children, many and none come by turns.
  @Test func childrenOfManyRows() throws {
    var random = SeededRandom(for: "numbers of children")
    let counts = (0..<60).map { _ in random.pick([0, 1, 3, 29, 30, 31, 32, 80]) }
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        for count in counts {
          let note = try db.notes.insert(.init()).id
          for number in 0..<count { try db.attachments.insert(.init(noteID: note, name: "\(number % 7) \(number)")) }
        }
      }
      try store.read(.tenant(1)) { db in
        let all = Dictionary(grouping: try db.attachments.all(), by: \.noteID).mapValues { $0.sorted { $0.id > $1.id } }
        let found = try db.notes.orderedByKey().including(
          .all(\.attachments), .latest(4, \.attachments), .count(\.attachments), .count(\.attachments) { $0.name < "3" }
        ).all()
        #expect(found.map { $0.1.count } == counts)
        for (note, whole, latest, count, some) in found {
          let expected = all[note.id] ?? []
          #expect(whole == expected)
          #expect(latest == Array(expected.prefix(4)))
          #expect(count == expected.count)
          #expect(some == expected.count { $0.name < "3" })
        }
      }
    }
  }

  /// A query is a value: made apart, sent where it is needed, run as often as one likes.
  @Test func queriesAreValues() async throws {
    let query = Note.where { $0.priority > 2 }.order(by: \.priority).having(\.parent)
    #expect(query == Note.where { $0.priority > 2 }.order(by: \.priority).having(\.parent))
    #expect(query != query.limit(1))
    try withNotes { store in
      for _ in 0..<2 { try store.read(.tenant(1)) { db in try #expect(db.query(query).ids() == [2, 5]) } }
      try store.writeSync(.tenant(1)) { db in
        try db.notes.update(3) { $0.priority = 7 }
        try #expect(db.query(query).ids() == [2, 5, 3])
      }
      try store.read(.tenant(1)) { db in try #expect(db.query(query).ids() == [2, 5, 3]) }
    }
    let task = Task { query.limit(1) }
    let limited = await task.value
    #expect(limited == query.limit(1))
  }
}

import Foundation
import Testing

@testable import TableStore

@Suite struct OrderTests {
  private func withNotes(_ notes: [Note.Draft], _ body: (Tables<Reading>) throws -> Void) throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in for note in notes { try db.notes.insert(note) } }
      try store.read(.tenant(1)) { db in try body(db) }
    }
  }

  @Test func languagesOrderTextTheirOwnWay() throws {
    let names = ["zebra", "ärlig", "åka", "öl", "apa", "ort"]
    try withNotes(names.map { .init(author: $0) }) { db in
      let notes = db.notes
      try #expect(
        notes.order(by: \.author, locale: "sv").values(\.author) == ["apa", "ort", "zebra", "åka", "ärlig", "öl"])
      try #expect(
        notes.order(by: \.author, locale: "de").values(\.author) == ["åka", "apa", "ärlig", "öl", "ort", "zebra"])
      try #expect(
        notes.order(by: \.author, .descending, locale: "sv").limit(2).values(\.author) == ["öl", "ärlig"])
      try #expect(notes.order(by: \.author).values(\.author) == ["åka", "apa", "ärlig", "öl", "ort", "zebra"])
    }
  }

  /// Texts that are equal to a condition are not equal to a language.
  @Test func equalTextsAreOrderedByTheLanguage() throws {
    let names = ["Ápa", "apa", "Apa", "ápa"]
    try withNotes(names.map { .init(title: $0) }) { db in
      let found = try db.notes.where { $0.title == "apa" }.order(by: \.title, locale: "en").values(\.title)
      #expect(found == ["apa", "Apa", "ápa", "Ápa"])
    }
  }

  /// Keys of long texts are cut, and then out of order: what reads entries alone must not be fooled.
  @Test func columnsAloneKeepTheOrderOfLongTexts() throws {
    let titles = (0..<40).map { String(repeating: "long ", count: 200) + "\($0 * 7 % 40)" }
    try withNotes(titles.map { .init(title: $0) }) { db in
      let order = titles.indices.sorted { titles[$0] < titles[$1] }.map { UInt64($0 + 1) }
      try #expect(db.notes.order(by: \.title).ids().map(\.rawValue) == order)
      try #expect(
        db.notes.order(by: \.title, .descending).limit(5).ids().map(\.rawValue) == Array(order.reversed().prefix(5)))
      try #expect(db.notes.order(by: \.title).values(\.id, \.workspaceID).map(\.0.rawValue) == order)
    }
  }

  /// A primary key of text may be cut too.
  @Test func longTextKeysAreInOrder() throws {
    try withStore { store in
      let names = (0..<30).map { String(repeating: "é", count: 300) + "\($0 * 11 % 30)" } + ["a", "z"]
      try store.writeSync(.everything) { db in
        for name in names { try db.settings.insert(.init(name: name, value: "v")) }
      }
      let sorted = ["a"] + names.dropLast(2).sorted() + ["z"]
      try store.read(.everything) { db in
        try #expect(db.settings.orderedByKey().ids() == sorted)
        try #expect(db.settings.orderedByKey(.descending).limit(4).ids() == Array(sorted.reversed().prefix(4)))
        try #expect(db.settings.order(by: \.value).ids() == sorted)
        try #expect(db.settings.where { $0.name > sorted[9] }.orderedByKey().ids() == Array(sorted[10...]))
        try #expect(db.settings.where { $0.name == sorted[9] }.ids() == [sorted[9]])
      }
    }
  }

  @Test func limitsOffsetsAndSingleRows() throws {
    try withNotes((1...6).map { .init(title: "t\($0)", priority: Int32($0)) }) { db in
      let notes = db.notes.order(by: \.priority, .descending)
      try #expect(notes.limit(2).offset(1).ids() == [5, 4])
      try #expect(notes.offset(5).limit(9).ids() == [1])
      try #expect(notes.offset(9).ids() == [])
      try #expect(notes.limit(0).all().isEmpty)
      try #expect(notes.limit(-1).all().isEmpty)
      try #expect(notes.offset(-1).count() == 6)
      try #expect(notes.limit(0).exists() == false)
      try #expect(notes.limit(0).first() == nil)
      try #expect(notes.first()?.priority == 6)
      try #expect(notes.reversed().first()?.priority == 1)
      try #expect(notes.limit(4).offset(3).count() == 3)
      try #expect(notes.one().title == "t6")
      #expect(storeError { _ = try db.notes.where { $0.priority > 6 }.one() }?.code == .notFound)
      var seen: [Int32?] = []
      try notes.forEach { seen.append($0.priority) }
      #expect(seen == [6, 5, 4, 3, 2, 1])
      for (id, code, title, priority, author) in try notes.limit(1).values(\.id, \.code, \.title, \.priority, \.author)
      {
        #expect((id, code, title) == (6, nil, "t6"))
        #expect((priority, author) == (6, "nobody"))
      }
    }
  }

  @Test func aSortBeyondTheLimitNamesTheIndexThatWouldSpareIt() throws {
    try withNotes((1...6).map { .init(title: "t", priority: Int32($0)) }) { db in
      let query = db.notes.where { $0.author == "nobody" }.order(by: \.createdAt).order(by: \.priority)
      let error = storeError { _ = try query.allowSort(limit: 5).all() }
      #expect(error?.code == .sortTooLarge)
      #expect(error?.description.contains("(workspace_id, author, created_at, priority)") == true, "\(error as Any)")
      try #expect(query.allowSort(limit: 6).all().count == 6)
    }
  }
}

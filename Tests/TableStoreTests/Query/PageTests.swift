import Foundation
import TestSupport
import Testing

@testable import TableStore

@Suite struct PageTests {
  private func withNotes(_ body: (Store) throws -> Void) throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        for number in 0..<20 {
          try db.notes.insert(.init(title: number % 5 == 0 ? nil : "t\(number % 7)", priority: Int32(number % 4)))
        }
      }
      try body(store)
    }
  }

  private let query = Note.query.order(by: \.priority, .descending).order(by: \.title)

  private func pages(_ store: Store, _ query: Query<Note>, _ size: Int) throws -> [Note] {
    var rows: [Note] = []
    var next: PageCursor?
    repeat {
      let page = try store.read(.tenant(1)) { db in try db.query(query.page(size, after: next)).page() }
      #expect(page.rows.count == size || page.next == nil)
      rows += page.rows
      next = page.next
    } while next != nil
    return rows
  }

  @Test func pagesAreTheWhole() throws {
    try withNotes { store in
      for query in [
        query, query.reversed(), Note.query, Note.query.reversed(), Note.query.order(by: \.title, locale: "sv"),
      ] {
        let all = try store.read(.tenant(1)) { db in try db.query(query.page(100)).page().rows.map(\.id) }
        #expect(all.count == 20)
        for size in [1, 3, 19, 20, 21] { try #expect(pages(store, query, size).map(\.id) == all) }
      }
      let forward = try pages(store, query, 6).map(\.id)
      try #expect(pages(store, query.reversed(), 6).map(\.id) == forward.reversed())
      try #expect(pages(store, Note.query.reversed(), 6).map(\.id.rawValue) == (1...20).reversed())
      // What is passed over is passed over once.
      try #expect(pages(store, query.offset(4), 3).map(\.id) == Array(forward.dropFirst(4)))
      try #expect(store.read(.tenant(1)) { db in try db.query(query.page(0)).page().rows.isEmpty })
    }
  }

  @Test func countsWhatFollows() throws {
    try withNotes { store in
      try store.read(.tenant(1)) { db in
        let next = try db.query(query.page(15)).page().next
        #expect(try db.query(query.page(.max, after: next)).count() == 5)
        #expect(try db.query(query.page(3, after: next)).count() == 3)
        #expect(try db.query(query.page(.max, after: next)).aggregate(.count) == 5)
        #expect(try db.query(query.page(.max, after: next)).explainCount().returned == 5)
        #expect(try db.query(query.page(2, after: next)).explain().returned == 2)
        #expect(try db.query(query.page(2, after: next)).exists())
      }
    }
  }

  @Test func rowsThatComeAndGoDisturbNothing() throws {
    try withNotes { store in
      let whole = try store.read(.tenant(1)) { db in try db.query(query).all().map(\.id) }
      let first = try store.read(.tenant(1)) { db in try db.query(query.page(7)).page() }
      try store.writeSync(.tenant(1)) { db in
        // The row at the border, one before it, one behind; and new ones on both sides.
        for place in [6, 2, 12] { try db.notes.erase(whole[place]) }
        try db.notes.insert(.init(title: "first", priority: 9))
        try db.notes.insert(.init(title: "last", priority: -9))
      }
      let rest = try store.read(.tenant(1)) { db in try db.query(query.page(100, after: first.next)).page().rows }
      #expect(rest.dropLast().map(\.id) == whole[7...].filter { $0 != whole[12] })
      #expect(rest.last?.title == "last")
    }
  }

  @Test func everyChangeOfACursorIsSeen() throws {
    try withNotes { store in
      try store.read(.tenant(1)) { db throws in
        let cursor = try #require(try db.query(query.page(5)).page().next)
        #expect(cursor.text.utf8.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "z") || $0 == 0x2D })
        let letters = Array(cursor.text)
        for place in letters.indices {
          for other in "AZaz09-_+/=é" where other != letters[place] {
            var changed = letters
            changed[place] = other
            refuse(String(changed), query, db)
          }
        }
        for text in ["", "A", cursor.text + "A", cursor.text + "=", String(cursor.text.dropLast()), " " + cursor.text] {
          refuse(text, query, db)
        }
        #expect(try db.query(query.page(5, after: PageCursor(cursor.text))).page().rows.count == 5)
      }
    }
  }

  private func refuse(_ text: String, _ query: Query<Note>, _ db: Tables<Reading>) {
    let error = storeError { _ = try db.query(query.page(5, after: PageCursor(text))).page() }
    #expect(error?.code == .invalidCursor, "\(text)")
  }

  @Test func cursorsOfOthersAreRefused() throws {
    try withNotes { store in
      let russian = query.where { $0.title > "Ж" || $0.priority >= 0 }
      let cursor = try store.read(.tenant(1)) { db in try #require(try db.query(russian.page(5)).page().next).text }
      try store.read(.tenant(1)) { db throws in
        #expect(try db.query(russian.page(5, after: PageCursor(cursor))).page().rows.count == 5)
        refuse(cursor, query, db)
        refuse(cursor, query.where { $0.title > "Я" || $0.priority >= 0 }, db)
        refuse(cursor, query.where { $0.title > "Ж" || $0.priority >= 1 }, db)
        refuse(cursor, russian.reversed(), db)
        refuse(cursor, russian.order(by: \.createdAt), db)
        refuse(cursor, russian.withDeleted(), db)
        let other = storeError { _ = try db.tenants.page(5, after: PageCursor(cursor)).page() }
        #expect(other?.code == .invalidCursor)
      }
      try store.read(.tenant(2)) { db throws in refuse(cursor, russian, db) }
      try store.read(.everything) { db throws in refuse(cursor, russian, db) }
      try withNotes { other in try other.read(.tenant(1)) { db throws in refuse(cursor, russian, db) } }
    }
  }

  /// A value of the order may be longer than any key.
  @Test func longValuesAreKept() throws {
    try withTenants { store in
      let title = String(repeating: "é", count: 32_000)
      try store.writeSync(.tenant(1)) { db in for _ in 0..<3 { try db.notes.insert(.init(title: title)) } }
      try #expect(pages(store, Note.query.order(by: \.title), 1).map(\.id) == [1, 2, 3])
    }
  }
}

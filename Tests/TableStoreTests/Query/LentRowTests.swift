import Testing

@testable import TableStore

/// A row is lent to code that reads other rows, or changes the very row, meanwhile.
@Suite struct LentRowTests {
  private let titles = ["a", "b", "c", "d"].map { String(repeating: $0, count: 9_000) }

  private func withLongNotes(_ body: (Store) throws -> Void) throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in for title in titles { try db.notes.insert(.init(title: title)) } }
      try body(store)
    }
  }

  /// Rows that are put together from chunks: each has its own place.
  @Test func readsWithinReads() throws {
    try withLongNotes { store in
      try store.read(.tenant(1)) { db throws in
        let table = try #require(db.table(named: "notes"))
        let title = try #require(table.schema.ordinal(of: "title"))
        var seen: [String] = []
        try table.forEach { outer in
          for inner in (1...4).reversed() {
            _ = try table.get("\(inner)") { row throws in
              #expect(try row.value(title) == .text(titles[inner - 1]))
            }
            #expect(try db.notes.get(ID(UInt64(inner)))?.title == titles[inner - 1])
          }
          guard case .text(let text) = try outer.value(title) else { return }
          seen.append(text)
        }
        #expect(seen == titles)
      }
    }
  }

  @Test func changesWhileRowsAreLent() throws {
    try withLongNotes { store in
      try store.writeSync(.tenant(1)) { db throws in
        for index in 0..<200 { try db.notes.insert(.init(title: "short \(index)")) }
        let table = try #require(db.table(named: "notes"))
        let title = try #require(table.schema.ordinal(of: "title"))
        let all = try db.notes.all()
        var seen: [SQLValue] = []
        try table.forEach(order: []) { row in
          let key = try row.value(table.schema.primaryKey).messageText
          try table.update(key, set: ["title": .text("changed"), "code": .text("code \(key)")])
          if seen.count.isMultiple(of: 3) { #expect(try table.erase(key)) }
          for index in 0..<3 { try db.notes.insert(.init(title: "new \(index)")) }
          seen.append(try row.value(title))
        }
        #expect(seen == all.map { $0.title.sqlValue })
        let isThere = try table.get("2") { row throws in
          #expect(try table.erase("2"))
          #expect(try row.value(title) == .text("changed"))
        }
        #expect(isThere)
      }
    }
  }

  /// A row that goes before its turn is not visited.
  @Test func whatGoesMeanwhileIsNotVisited() throws {
    try withLongNotes { store in
      try store.writeSync(.tenant(1)) { db throws in
        let table = try #require(db.table(named: "notes"))
        for order in [[], [OrderTerm(1)]] {
          var visited = 0
          try table.forEach(order: order) { row in
            visited += 1
            for key in 1...4 where try row.value(table.schema.primaryKey) != .integer(Int128(key)) {
              try table.erase("\(key)")
            }
          }
          #expect(visited == 1)
        }
      }
    }
  }
}

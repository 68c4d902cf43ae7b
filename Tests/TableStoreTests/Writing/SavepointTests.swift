import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Parts of a write that are undone alone.
@Suite struct SavepointTests {
  @Test func whatASavepointUndoesIsGoneAndTheRestStays() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        try db.notes.insert(.init(code: "before"))
        #expect(throws: Abandoned.self) {
          try db.savepoint { db in
            try db.notes.insert(.init(code: "undone"))
            try db.notes.update(1) { $0.code = "changed" }
            throw Abandoned()
          }
        }
        #expect(try db.notes.all().map(\.code) == ["before"])
        let kept = try db.savepoint { db in try db.notes.insert(.init(code: "kept")) }
        #expect(try db.notes.get(kept.id) == kept)
      }
      #expect(try store.read(.tenant(1)) { db in try db.notes.all().map(\.code) } == ["before", "kept"])
    }
  }

  @Test func aSavepointOfAWriteThatIsUndoneIsUndone() throws {
    try withTenants { store in
      let before = try store.rawEntries(Note.schema)
      #expect(throws: Abandoned.self) {
        try store.writeSync(.tenant(1)) { db in
          _ = try db.savepoint { db in try db.notes.insert(.init(code: "kept")) }
          throw Abandoned()
        }
      }
      #expect(try store.rawEntries(Note.schema) == before)
    }
  }

  @Test func aFullStoreEndsTheWholeWriteAlsoWhereThatIsCaught() throws {
    try withScratchFolder { folder in
      var options = StoreOptions.testing
      options.mapSizeBytes = 2 << 20
      let store = try Store(path: folder.path + "/full.store", tables: sampleTables, options: options)
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
      let failure = #expect(throws: StoreError.self) {
        try store.writeSync(.tenant(1)) { db in
          try db.notes.insert(.init(code: "before"))
          try? db.savepoint { db in
            for _ in 0..<200 { try db.notes.insert(.init(title: String(repeating: "x", count: 60_000))) }
          }
        }
      }
      #expect(failure?.code == .full)
      #expect(try store.read(.tenant(1)) { db in try db.notes.all().isEmpty })
      try store.writeSync(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "after")) }
      try store.requireConsistent()
      try store.close()
    }
  }

  /// Random changes in nested savepoints, against a dictionary that is copied at each.
  @Test func savepointsAreAStackOfStates() throws {
    var random = SeededRandom()
    var (undone, kept) = (0, 0)

    func change(_ db: Tables<Writing>, _ letters: inout [UInt64: String], depth: Int) throws {
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let id = UInt64.random(in: 1...40, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0..<3:
          let title = "word\(Int.random(in: 0..<30, using: &random))"
          if letters[id] == nil {
            try db.letters.insert(.init(id: ID(id), workspaceID: 1, title: title))
          } else {
            try db.letters.update(ID(id)) { $0.title = title }
          }
          letters[id] = title
        case 3: if letters.removeValue(forKey: id) != nil { try db.letters.erase(ID(id)) }
        default:
          guard depth < 4 else { break }
          var inner = letters
          let fails = random.chance(2)
          do {
            try db.savepoint { db in
              try change(db, &inner, depth: depth + 1)
              if fails { throw Abandoned() }
            }
            kept += 1
            letters = inner
          } catch is Abandoned { undone += 1 }
        }
      }
      let rows = try db.letters.orderedByKey().all()
      try #require(
        rows.map { $0.title } == letters.sorted { $0.key < $1.key }.map(\.value), "seed \(random.seed)")
      let word = "word\(Int.random(in: 0..<30, using: &random))"
      let found = try db.letters.search(word).ids().map(\.rawValue)
      try #require(found == letters.filter { $0.value == word }.keys.sorted(), "seed \(random.seed)")
    }

    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
      var letters: [UInt64: String] = [:]
      for _ in 0..<60 {
        var changed = letters
        let fails = random.chance(4)
        do {
          try store.writeSync(.tenant(1)) { db in
            try change(db, &changed, depth: 0)
            if fails { throw Abandoned() }
          }
          letters = changed
        } catch is Abandoned {}
        try store.requireConsistent()
      }
    }
    #expect(undone > 50 && kept > 50)
  }
}

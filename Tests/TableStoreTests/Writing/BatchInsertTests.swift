import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Many rows in one call.
@Suite struct BatchInsertTests {
  @Test(arguments: [false, true])
  func aBatchStoresWhatSingleInsertsWould(readsPageByPage: Bool) throws {
    var random = SeededRandom()
    let drafts = Self.drafts(700, &random)
    var options = StoreOptions.testing
    options.readsPageByPage = readsPageByPage
    var stored: [[RawEntry]] = []
    var given: [[Note]] = []
    for isBatch in [true, false] {
      try withStore(options: options) { store in
        try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
        given.append(
          try store.writeSync(.tenant(1)) { db in
            isBatch ? try db.notes.insert(contentsOf: drafts) : try drafts.map { try db.notes.insert($0) }
          })
        stored.append(try store.rawEntries(Note.schema))
        let next = try store.writeSync(.tenant(1)) { db in try db.notes.insert(.init(code: "next")).id }
        #expect(next.rawValue > given[0].map(\.id.rawValue).max()!)
      }
    }
    #expect(given[0] == given[1], "\(random)")
    #expect(stored[0] == stored[1], "\(random)")
  }

  @Test(arguments: [false, true])
  func aRefusedRowTakesItsBatchWithIt(readsPageByPage: Bool) throws {
    var random = SeededRandom()
    var options = StoreOptions.testing
    options.readsPageByPage = readsPageByPage
    try withStore(options: options) { store in
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
      try store.writeSync(.tenant(1)) { db in
        try db.notes.insert(.init(code: "before"))
        var drafts = Self.drafts(400, after: 1, &random)
        // Twice in the batch itself.
        (drafts[20].code, drafts[350].code) = ("twice", "twice")
        let error = storeError { try db.notes.insert(contentsOf: drafts) }
        #expect(error?.code == .duplicate, "\(random)")
        #expect(error?.constraint == "notes_code_unique")
        #expect(try db.notes.all().map(\.code) == ["before"])
        #expect(try db.notes.where { $0.priority >= 0 }.count() == 0)
        // Without the one that is refused they are stored, by the same write.
        drafts[350].code = nil
        for place in drafts.indices { drafts[place].id = nil }
        #expect(try db.notes.insert(contentsOf: drafts).count == 400)
        #expect(try db.notes.insert(contentsOf: []).isEmpty)
      }
      #expect(try store.read(.tenant(1)) { db in try db.notes.count() } == 401)
    }
  }

  /// What gives the drafts may itself change the store, and gives each once.
  @Test func draftsMayBeMadeWhileTheyAreStored() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        var made = 0
        let drafts = sequence(state: 0) { (number: inout Int) -> Note.Draft? in
          guard number < 300 else { return nil }
          number += 1
          made += 1
          if number.isMultiple(of: 7) {
            try? db.savepoint { db in
              try db.notes.insert(.init(code: "undone"))
              throw Abandoned()
            }
            _ = try? db.notes.insert(.init(code: "beside \(number)"))
          }
          return Note.Draft(code: "\(number)")
        }
        let rows = try db.notes.insert(contentsOf: drafts)
        #expect(made == 300)
        #expect(rows.map(\.code) == (1...300).map { "\($0)" })
        #expect(Set(rows.map(\.id)).count == 300)
        #expect(try db.notes.count() == 300 + 300 / 7)
      }
    }
  }

  @Test(arguments: [false, true])
  func aFullStoreEndsTheWriteAlsoWhereThatIsCaught(goesOn: Bool) throws {
    try withScratchFolder { folder in
      var options = StoreOptions.testing
      options.mapSizeBytes = 2 << 20
      let store = try Store(path: folder.path + "/full.store", tables: sampleTables, options: options)
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
      let long = String(repeating: "x", count: 60_000)
      let failure = storeError {
        try store.writeSync(.tenant(1)) { db in
          let drafts = (0..<200).map { Note.Draft(code: "\($0)", title: long) }
          // A failure of the engine is told by the whole write.
          #expect(throws: (any Error).self) { try db.notes.insert(contentsOf: drafts) }
          if goesOn { try db.notes.insert(.init(code: "after")) }
        }
      }
      #expect(failure?.code == .full)
      #expect(try store.read(.tenant(1)) { db in try db.notes.count() } == 0)
      try store.requireConsistent()
      try store.close()
    }
  }

  #if os(Linux)
    @Test(.enabled(if: ColdFile.canBeMade, "files of this disk cannot be had out of memory"))
    func pagesThatABatchComesToAreReadTogether() throws {
      var random = SeededRandom(seed: 11)
      try withScratchFolder { folder in
        let file = ColdFile(path: folder.path + "/cold.store")
        var options = StoreOptions.testing
        (options.readsPageByPage, options.warmsCache) = (true, false)
        let rows = Self.drafts(16_000, &random)
        do {
          let store = try Store(path: file.path, tables: sampleTables, options: options)
          try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
          try store.writeSync(.tenant(1)) { db in _ = try db.notes.insert(contentsOf: rows) }
          try store.close()
        }
        try #require(file.leaveMemory())
        let pageCount = file.residentPages().count
        let store = try Store(path: file.path, tables: sampleTables, options: options)
        try store.writeSync(.tenant(1)) { db in
          // What rows behind a refused one come to has been asked for.
          var drafts = Self.drafts(120, after: 1 << 19, &random)
          (drafts[0].code, drafts[1].code) = ("twice", "twice")
          let error = storeError { try db.notes.insert(contentsOf: drafts) }
          #expect(error?.code == .duplicate)
          #expect(file.waits { $0.count { $0 } > 400 }, "\(file.residentPages().count { $0 }) pages")
        }
        let waits = ColdFile.diskWaits
        try store.writeSync(.tenant(1)) { db in
          _ = try db.notes.insert(contentsOf: Self.drafts(1_000, after: 1 << 20, &random))
        }
        // Most of its pages, each by itself, are what it would wait for.
        #expect(ColdFile.diskWaits - waits < 200, "\(ColdFile.diskWaits - waits) waits, \(pageCount) pages")
        try store.requireConsistent()
        try store.close()
      }
    }
  #endif

  /// Notes with keys of their own here and there.
  private static func drafts(_ count: Int, after last: UInt64 = 0, _ random: inout SeededRandom) -> [Note.Draft] {
    var key = last
    return (0..<count).map { place in
      let hasOwnKey = place == 0 || Int.random(in: 0..<50, using: &random) == 0
      key += hasOwnKey ? UInt64.random(in: 2...9, using: &random) : 1
      let word = (0..<24).map { _ in String(UInt8.random(in: 16...255, using: &random), radix: 16) }.joined()
      return Note.Draft(
        id: hasOwnKey ? ID(key) : nil, code: Int.random(in: 0..<9, using: &random) == 0 ? nil : String(word.prefix(30)),
        title: word, author: String(word.suffix(9)), priority: Int32.random(in: 0...99, using: &random),
        createdAt: Date(timeIntervalSince1970: 1_700_000_000),
        updatedAt: Date(timeIntervalSince1970: 1_700_000_000))
    }
  }
}

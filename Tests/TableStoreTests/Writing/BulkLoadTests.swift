import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TableStore

/// Loads of many rows against inserts of the same rows one by one.
@Suite struct BulkLoadTests {
  private var options: LoadOptions {
    var options = LoadOptions()
    options.memoryBytes = 1 << 20
    options.threads = 3
    return options
  }

  private func notes(_ count: Int, _ random: inout SeededRandom) -> [Note] {
    (1...count).map { number in
      let length = random.chance(50) ? 9_000 : Int.random(in: 0...60, using: &random)
      let parent = random.chance(3) ? UInt64.random(in: 1...UInt64(count), using: &random) : nil
      var note = Note(
        id: ID(UInt64(number)), workspaceID: ID(UInt64.random(in: 1...3, using: &random)),
        code: random.chance(4) ? nil : "code \(number)", title: random.text(maximum: length),
        priority: random.chance(3) ? nil : Int32.random(in: -5...5, using: &random), parentID: parent.map { ID($0) })
      note.createdAt = Date(timeIntervalSince1970: Double(Int.random(in: 0...1_000_000_000, using: &random)))
      note.updatedAt = note.createdAt
      return note
    }
  }

  /// Parents before children, and only of the same tenant.
  private func withSoundParents(_ notes: [Note]) -> [Note] {
    notes.map { note in
      var note = note
      if let parent = note.parentID,
        notes[Int(parent.rawValue) - 1].workspaceID != note.workspaceID || parent >= note.id
      {
        note.parentID = nil
      }
      return note
    }
  }

  private func batches(_ notes: [Note], _ count: Int) -> [[Note]] {
    stride(from: 0, to: notes.count, by: count).map { Array(notes[$0..<min($0 + count, notes.count)]) }
  }

  @Test(arguments: [0, 700]) func aLoadStoresWhatInsertsWould(before: Int) throws {
    var random = SeededRandom()
    let notes = withSoundParents(notes(3_000, &random))
    var expected: [RawEntry] = []
    try withTenants { store in
      try store.writeSync(.everything) { db in for note in notes { try db.notes.insertWhole(note) } }
      expected = try store.rawEntries(Note.schema)
    }
    try withTenants { store in
      try store.writeSync(.everything) { db in for note in notes[..<before] { try db.notes.insertWhole(note) } }
      let loaded = try store.load(
        .everything, rows: batches(notes[before...].shuffled(using: &random), 97), options: options)
      #expect(loaded == notes.count - before)
      #expect(try store.rawEntries(Note.schema) == expected, "seed \(random.seed)")
      // The next key lies behind the loaded ones.
      let next = try store.writeSync(.tenant(1)) { db in try db.notes.insert(.init(title: "next")).id }
      #expect(next == 3_001)
    }
  }

  @Test func rowsInheritTheirTenant() throws {
    try withTenants { store in
      try store.writeSync(.tenant(2)) { db in _ = try db.notes.insert(.init(title: "of 2")) }
      let files = (1...10).map { Attachment(id: ID(UInt64($0)), noteID: 1, name: "file \($0)") }
      try store.load(.everything, rows: [files], options: options)
      #expect(try store.read(.tenant(2)) { db in try db.attachments.all() } == files)
      #expect(try store.read(.tenant(1)) { db in try db.attachments.count() } == 0)
      let error = storeError {
        try store.load(.tenant(1), rows: [[Attachment(id: 11, noteID: 1, name: "foreign")]])
      }
      #expect(error?.code == .crossesScope)
    }
  }

  @Test func draftsGetKeysAndDefaults() throws {
    try withTenants { store in
      try store.writeSync(.tenant(2)) { db in _ = try db.notes.insert(.init(code: "first")) }
      let drafts = (0..<100).map { Note.Draft(code: "draft \($0)") }
      try store.load(.tenant(2), Note.self, [drafts], options: options)
      let notes = try store.read(.tenant(2)) { db in try db.notes.orderedByKey().all() }
      #expect(notes.map(\.id.rawValue) == Array(1...101))
      #expect(Set(notes.compactMap(\.code)) == Set(drafts.compactMap(\.code) + ["first"]))
      #expect(notes.allSatisfy { $0.author == "nobody" && $0.createdAt != nil })
      let next = try store.writeSync(.tenant(2)) { db in try db.notes.insert(.init(code: "last")).id }
      #expect(next == 102)
    }
  }

  /// What is refused, and that nothing is left of the load then.
  @Test(arguments: 0..<6) func aLoadIsAllOrNothing(kind: Int) throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        try db.notes.insert(.init(code: "taken"))
        try db.notes.insert(.init(code: "second"))
      }
      let before = try store.rawEntries(Note.schema)
      var notes = (10..<2_000).map { Note(id: ID(UInt64($0)), workspaceID: 1, code: "n\($0)") }
      let code: StoreError.Code
      switch kind {
      case 0: (notes[900].code, code) = ("TAKEN", .duplicate)
      case 1: (notes[900].code, code) = ("N1500", .duplicate)
      case 2: (notes[900].id, code) = (2, .duplicate)
      case 3: (notes[900].id, code) = (1_500, .duplicate)
      case 4: (notes[900].workspaceID, code) = (99, .missingReference)
      default: (notes[900].code, code) = (String(repeating: "x", count: 41), .invalidValue)
      }
      let error = storeError { try store.load(.everything, rows: batches(notes, 100), options: options) }
      #expect(error?.code == code && error?.table == "notes")
      switch kind {
      case 0: #expect(error?.constraint == "notes_code_unique" && error?.otherKey == "1")
      case 2: #expect(error?.value == "2" && error?.constraint == "PRIMARY")
      case 4: #expect(error?.column == "workspace_id" && error?.value == "99" && error?.otherKey == "910")
      default: break
      }
      #expect(try store.rawEntries(Note.schema) == before)
    }
  }

  @Test func textKeysAreLoaded() throws {
    try withStore { store in
      let settings = (0..<500).map { Setting(name: "name \($0)", value: "\($0)") }
      try store.load(.everything, rows: [settings])
      #expect(try store.read(.everything) { db in try db.settings.get("NAME 77")?.value } == "77")
      let error = storeError { try store.load(.everything, rows: [[Setting(name: "Name 3", value: nil)]]) }
      #expect(error?.code == .duplicate && error?.value == "name 3")
    }
  }

  /// Lists of words, written anew or brought up to the rows.
  @Test(arguments: [1, 400]) func loadedRowsAreFound(added: Int) throws {
    try withStore([Tenant.self, Letter.self]) { store in
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 1, name: "one")) }
      func letters(_ ids: ClosedRange<Int>) -> [Letter] {
        ids.map { Letter(id: ID(UInt64($0)), workspaceID: 1, title: "word\($0 % 7) all", sender: "sender \($0)") }
      }
      try store.load(.everything, rows: [letters(1...300)])
      try store.load(.everything, rows: [letters(301...(300 + added))])
      for word in 0..<7 {
        let found = try store.read(.tenant(1)) { db in try db.letters.search("+word\(word) +all").ids() }
        #expect(found.map { Int($0.rawValue) } == (1...(300 + added)).filter { $0 % 7 == word })
      }
      #expect(try store.read(.tenant(1)) { db in try db.letters.search("+all").count() } == 300 + added)
    }
  }

  @Test func progressIsToldAndMayEndALoad() throws {
    try withTenants { store in
      let before = try store.rawEntries(Note.schema)
      let notes = (1...5_000).map { Note(id: ID(UInt64($0)), workspaceID: 1, code: "n\($0)") }
      let most = Mutex(0)
      var options = options
      options.onProgress = { progress in
        most.withLock { $0 = max($0, progress.rows) }
        if progress.rows >= 2_500 { throw Abandoned() }
      }
      #expect(throws: Abandoned.self) { try store.load(.everything, rows: batches(notes, 500), options: options) }
      #expect(most.withLock { $0 } >= 2_500)
      #expect(try store.rawEntries(Note.schema) == before)
    }
  }
}

extension TableHandle where Mode == Writing, Row == Note {
  /// Inserts a note as it is.
  fileprivate func insertWhole(_ note: Note) throws {
    try insert(
      .init(
        id: note.id, workspaceID: note.workspaceID, code: note.code, title: note.title, author: note.author,
        priority: note.priority, parentID: note.parentID, createdAt: note.createdAt, updatedAt: note.updatedAt))
  }
}

import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// In a file whose structure is sound, entries may still hold anything: meta records, index entries, locators, blocks of
/// postings. Reads and writes then give values or a `StoreError`, and never end the process.
@Suite struct DamagedContentTests {
  @Test func everyChangedEntryIsSurvived() throws {
    var random = SeededRandom()
    try withScratchFolder { folder in
      let store = try Store(path: folder.path + "/test.store", tables: [Tenant.self, Letter.self], options: .testing)
      try fill(store)
      let entries = try allEntries(store)
      var failures = 0
      for _ in 0..<60 {
        let (keyspace, entry) = random.pick(entries)
        let isKeyChanged = random.chance(3)
        let changed = RawEntry(
          key: isKeyChanged ? mutated(entry.key, atLeast: 1, &random) : entry.key,
          value: isKeyChanged ? entry.value : mutated(entry.value, atLeast: 0, &random))
        try put(changed, keyspace, store)
        failures += try useAll(store)
        if isKeyChanged { try delete(changed.key, keyspace, store) }
        try put(entry, keyspace, store)
      }
      #expect(failures > 20)
      try store.close()
    }
  }

  @Test func recordsOutOfRangeAreDamage() throws {
    try withScratchFolder { folder in
      let store = try Store(path: folder.path + "/test.store", tables: [Tenant.self, Letter.self], options: .testing)
      try fill(store)
      let size: Bytes = [0] + Bytes(repeating: 0xFF, count: 7) + [0x7F] + Bytes(repeating: 0, count: 8)
      for (key, value) in [
        (MetaRecords.sizes("letters"), size), (MetaRecords.sizes("letters"), [1]),
        (MetaRecords.sequence("letters"), [1]), (MetaRecords.sequence("letters"), Bytes(repeating: 1, count: 9)),
        (MetaRecords.sequence("letters"), [1, 0, 0, 0, 0, 0, 0, 0]),
      ] {
        let reader = try store.environment.beginRead()
        let sound = try #require(try reader.record(key, in: store.meta))
        try put(RawEntry(key: key, value: value), store.meta, store)
        let error = storeError {
          try store.writeSync(.tenant(1)) { db in _ = try db.letters.insert(.init(title: "x")) }
        }
        #expect(error?.code == .damaged && error?.table == "letters")
        try put(RawEntry(key: key, value: sound), store.meta, store)
      }
      try store.writeSync(.tenant(1)) { db in _ = try db.letters.insert(.init(title: "x")) }
      try store.close()
    }
  }

  private func fill(_ store: Store) throws {
    try store.writeSync(.everything) { db in
      for id in 1...2 { try db.tenants.insert(.init(id: ID(UInt64(id)), name: "tenant \(id)")) }
    }
    for tenant in 1...2 {
      try store.writeSync(.tenant(UInt64(tenant))) { db in
        for number in 0..<24 {
          let body = number % 12 == 0 ? String(repeating: "long ", count: 500) : "body word\(number % 7) 王小明"
          try db.letters.insert(
            .init(title: "title \(number) O'Brien", body: body, sender: "+62812\(number)", rank: Int32(number % 5)))
        }
      }
      try store.foldSearches()
    }
    try store.writeSync(.tenant(1)) { db in
      for number in 0..<9 { try db.letters.insert(.init(title: "pending \(number)", rank: 3)) }
    }
  }

  private func allEntries(_ store: Store) throws -> [(Keyspace, RawEntry)] {
    var found: [(Keyspace, RawEntry)] = []
    for keyspace in try store.catalog.all.map({ try $0.requireKeyspace() }) + [store.meta] {
      let reader = try store.environment.beginRead()
      var cursor = try reader.cursor(in: keyspace)
      var isFound = try cursor.first()
      while isFound {
        found.append((keyspace, RawEntry(key: cursor.key.array, value: cursor.value.array)))
        isFound = try cursor.next()
      }
    }
    return found
  }

  /// Some bytes changed, cut off or appended.
  private func mutated(_ bytes: Bytes, atLeast least: Int, _ random: inout SeededRandom) -> Bytes {
    var bytes = bytes
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 0...max(0, bytes.count - least), using: &random))
    case 1: bytes += (0..<Int.random(in: 1...30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    default:
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = random.pick([
          0, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &random),
        ])
      }
    }
    return bytes.isEmpty && least > 0 ? [0x80] : Bytes(bytes.prefix(511))
  }

  /// Reads and writes all there is, in transactions that are given up; counts the errors.
  private func useAll(_ store: Store) throws -> Int {
    var failures = 0
    func attempt(_ body: () throws -> Void) throws {
      do { try body() } catch let error as StoreError {
        failures += error.code == .damaged ? 1 : 0
      } catch is Abandoned {}
    }
    try attempt { _ = try store.statistics() }
    for reach in [Reach.everything, .tenant(1), .tenant(2)] {
      try attempt { try store.read(reach) { db in _ = try db.letters.all() } }
      try attempt { try store.read(reach) { db in _ = try db.letters.order(by: Letter.byRank).all() } }
      try attempt { try store.read(reach) { db in _ = try db.letters.group(by: \.rank).count() } }
      try attempt { try store.read(reach) { db in _ = try db.letters.where { $0.rank > 2 }.count() } }
    }
    for text in ["title -pending", "\"小明\" word3", "+62812* O'Bri*"] {
      try attempt { try store.read(.tenant(1)) { db in _ = try db.letters.search(text).limit(20).hits() } }
      try attempt {
        try store.read(.tenant(1)) { db in _ = try db.letters.search(text, mode: .natural).byRelevance().hits() }
      }
    }
    try attempt {
      try store.writeSync(.everything) { db in
        for tenant in [1, 2] as [ID<Tenant>] {
          try db.letters.insert(.init(workspaceID: tenant, title: "new", body: "王"))
        }
        for letter in try db.letters.limit(7).all() {
          if letter.id.rawValue % 2 == 0 {
            try db.letters.erase(letter.id)
          } else {
            try db.letters.update(letter.id) { $0.title = "changed" }
          }
        }
        let session = db.writeSession
        for table in store.catalog.all {
          for index in table.searches {
            for scope in try session.scopes(of: index, table) {
              let tally = try session.tally(of: table)
              try session.foldPending(try session.searchWork(tally, index, scope), tally)
            }
          }
        }
        throw Abandoned()
      }
    }
    return failures
  }

  private func put(_ entry: RawEntry, _ keyspace: Keyspace, _ store: Store) throws {
    var transaction = try store.environment.beginWrite()
    try transaction.put(entry.value.span.bytes, for: entry.key.span.bytes, in: keyspace)
    try transaction.commit()
  }

  private func delete(_ key: Bytes, _ keyspace: Keyspace, _ store: Store) throws {
    var transaction = try store.environment.beginWrite()
    try transaction.delete(key.span.bytes, in: keyspace)
    try transaction.commit()
  }
}

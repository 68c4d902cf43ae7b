import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Bytes on disk are not trusted: a changed row is found by its checksum, and without checksums no row crashes.
@Suite struct DamagedRowTests {
  private static let draft = EveryType.Draft(
    flag: true, int8: -3, int32: 77, uint64: .max, price: 12, colour: .green,
    uuid: "01234567-89ab-cdef-0123-456789abcdef", short: "short", json: "[1]", blob: [0, 1, 2])

  @Test func everyFlippedBitIsFound() throws {
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db in _ = try db.everyTypes.insert(Self.draft) }
      let entry = try #require(try store.rawEntries(EveryType.schema).first)
      try expectEveryFlipIsFound(of: entry, in: 0..<entry.value.count, store)
    }
  }

  /// The stub that stands for a row in chunks has no checksum of its own: format byte, zero, length.
  @Test func everyFlippedBitOfAStubIsFound() throws {
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db in
        _ = try db.everyTypes.insert(.init(longText: String(repeating: "x", count: 5_000)))
      }
      let entries = try store.rawEntries(EveryType.schema)
      try expectEveryFlipIsFound(of: entries[0], in: 0..<10, store)
      for chunk in entries.dropFirst() {
        try expectEveryFlipIsFound(of: chunk, in: 0..<40, store)
        try expectEveryFlipIsFound(of: chunk, in: chunk.value.count - 8..<chunk.value.count, store)
      }
    }
  }

  @Test func everyTruncationAndEveryOtherKeyIsFound() throws {
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db in _ = try db.everyTypes.insert(Self.draft) }
      let entry = try #require(try store.rawEntries(EveryType.schema).first)
      for length in 0..<entry.value.count {
        try store.putRaw(Array(entry.value.prefix(length)), for: entry.key, EveryType.schema)
        expectDamaged(store, 1)
      }
      try store.putRaw(entry.value, for: entry.key, EveryType.schema)
      // A row's bytes under another row's key.
      try store.putRaw(entry.value, for: [0x00, 0x81, 0x02], EveryType.schema)
      expectDamaged(store, 2)
      try remove([0x00, 0x81, 0x02], store)
    }
  }

  @Test func aDamagedRowIsFoundThroughAnIndexAndByAWrite() throws {
    try withTenants { store in
      let note = try store.writeSync(.tenant(1)) { db in try db.notes.insert(.init(code: "c", title: "t")) }
      let entry = try #require(try store.rawEntries(Note.schema).first { $0.key[0] == 0 })
      var value = entry.value
      value[value.count / 2] ^= 0x10
      try store.putRaw(value, for: entry.key, Note.schema)
      for read: (Tables<Reading>) throws -> Void in [
        { _ = try $0.notes.find(Note.byCode, "c") }, { _ = try $0.notes.order(by: Note.byTitle).all() },
        { _ = try $0.notes.count() }, { try $0.table(named: "notes")!.forEach { _ in } },
      ] {
        #expect(storeError { try store.read(.tenant(1), read) }?.code == .damaged)
      }
      #expect(storeError { try store.writeSync(.tenant(1)) { db in _ = try db.notes.update(note) } }?.code == .damaged)
      #expect(
        storeError { try store.writeSync(.tenant(1)) { db in _ = try db.notes.erase(note.id) } }?.code == .damaged)
      try store.putRaw(entry.value, for: entry.key, Note.schema)
      #expect(try store.read(.tenant(1)) { db in try db.notes.get(note.id) } == note)
    }
  }

  /// Without checksums a row of garbage gives values or an error, never a crash.
  @Test func garbageNeverCrashes() throws {
    var random = SeededRandom(for: "random bytes as rows")
    let schema = EveryType.schema
    let count = schema.layout.stored.count
    var readRows = 0
    for _ in 0..<100_000 {
      var bytes = (0..<Int.random(in: 0...260, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      if bytes.count > 130, Bool.random(using: &random) {
        bytes.replaceSubrange(0..<2, with: [UInt8.random(in: 0...1, using: &random), UInt8(count)])
        // Small ends, so that variable columns are reached.
        for index in 93..<125 where Bool.random(using: &random) {
          bytes[index] = index % 2 == 0 ? 0 : bytes[index] % 64
        }
      }
      do {
        try RowReader.lend(bytes.span.bytes, schema: schema, scope: .global, key: 1) { row throws in
          for ordinal in schema.columns.indices { _ = try? row.value(ordinal) }
          readRows += 1
          _ = try EveryType(from: &row)
        }
      } catch { #expect((error as? StoreError)?.code == .damaged) }
    }
    #expect(readRows > 10_000)
  }

  private func expectEveryFlipIsFound(of entry: RawEntry, in bytes: Range<Int>, _ store: Store) throws {
    for bit in bytes.lowerBound * 8..<bytes.upperBound * 8 {
      var value = entry.value
      value[bit / 8] ^= 1 << UInt8(bit % 8)
      try store.putRaw(value, for: entry.key, EveryType.schema)
      expectDamaged(store, 1, "bit \(bit)")
    }
    try store.putRaw(entry.value, for: entry.key, EveryType.schema)
    #expect(try store.read(.everything) { db in try db.everyTypes.get(1) } != nil)
  }

  private func expectDamaged(_ store: Store, _ id: ID<EveryType>, _ comment: Comment? = nil) {
    do {
      let row = try store.read(.everything) { db in try db.everyTypes.get(id) }
      Issue.record("read \(String(describing: row)), \(comment ?? "")")
    } catch {
      #expect((error as? StoreError)?.code == .damaged, comment)
      #expect((error as? StoreError)?.table == "every_types", comment)
    }
  }

  private func remove(_ key: Bytes, _ store: Store) throws {
    var transaction = try store.environment.beginWrite()
    try transaction.delete(key.span.bytes, in: store.catalog[EveryType.schema.id].requireKeyspace())
    try transaction.commit()
  }
}

import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// A tenant's errand, with a partial index of our own.
@Table("errands", id: 70, scope: .workspace)
struct Errand: Equatable {
  var id: ID<Errand>
  var workspaceID: ID<Tenant>?
  @Column(foreignKey: "errands_note_foreign", onDelete: .setNull) var noteID: ID<Note>?
  var colour: Colour?
  var isDone: Bool = false

  static let open = Index.own("own_errands_open", id: 0x80, on: \.colour, where: columns.isDone == false)
}

extension Tables {
  var errands: TableHandle<Errand, Mode> { table() }
}

/// A store to be damaged: rows in every kind of key space, long ones too, some of them pending in full-text indexes. It
/// is sound at first; nobody looks at it at the end.
func withSoundStore<Result>(_ body: (Store) throws -> Result) throws -> Result {
  let tables: [any Table.Type] = sampleTables + [EveryType.self, Letter.self, Errand.self]
  return try withScratchFolder { folder in
    let store = try Store(path: folder.path + "/test.store", tables: tables, options: .testing)
    try store.writeSync(.everything) { db in
      for id in 1...3 { try db.tenants.insert(.init(id: ID(UInt64(id)), name: "tenant \(id)")) }
      for name in ["colour", "Größe", "size"] { try db.settings.insert(.init(name: name, value: "value of \(name)")) }
      for id in 1...9 {
        let long = id.isMultiple(of: 3) ? String(repeating: "long \(id) ", count: 1_500) : "text"
        try db.everyTypes.insert(.init(int32: Int32(id), colour: .green, longText: long, json: "[1]"))
      }
    }
    for tenant in UInt64(1)...3 { try fill(store, tenant) }
    try store.foldSearches()
    try store.writeSync(.tenant(1)) { db in
      try db.letters.update(2) { $0.title = "changed title" }
      try db.letters.erase(3)
      try db.letters.insert(.init(title: "brand new"))
    }
    let report = try store.verify()
    #expect(report.isSound, "\(report.faults.map(\.description))")
    let result = try body(store)
    try store.close()
    return result
  }
}

/// Rows of one tenant: notes with a code, every other one without; attachments on the notes of even ids.
private func fill(_ store: Store, _ tenant: UInt64) throws {
  try store.writeSync(.tenant(tenant)) { db in
    for number in 1...20 {
      let note = try db.notes.insert(
        .init(
          code: number.isMultiple(of: 2) ? "code \(tenant)-\(number)" : nil, title: "title \(number)",
          priority: Int32(number % 5)))
      guard note.id.rawValue.isMultiple(of: 2) else { continue }
      try db.attachments.insert(.init(noteID: note.id, name: "file"))
      try db.errands.insert(.init(noteID: note.id, colour: .red, isDone: number.isMultiple(of: 4)))
    }
    for number in 1...12 {
      try db.letters.insert(
        .init(title: "Letter \(number)", body: "meeting about invoice \(number * 1_111)", sender: "john@example.com"))
    }
    try db.letters.delete(ID((tenant - 1) * 12 + 5))
  }
}

extension Store {
  /// The entries of a key space, in order.
  func rawEntries(_ schema: TableSchema, _ space: UInt8) throws -> [RawEntry] {
    try rawEntries(schema).filter { $0.key[0] == space }
  }

  /// Removes an entry behind the store's back.
  func removeRaw(_ key: Bytes, _ schema: TableSchema) throws {
    let keyspace = try catalog[schema.id].requireKeyspace()
    var transaction = try environment.beginWrite()
    let isRemoved = try transaction.delete(key.span.bytes, in: keyspace)
    try transaction.commit()
    #expect(isRemoved)
  }

  /// Changes the bytes of a row behind the store's back, and its checksum with them.
  func changeRow(_ entry: RawEntry, _ schema: TableSchema, _ change: (inout Bytes) -> Void) throws {
    var row = Bytes(entry.value.dropLast(4))
    change(&row)
    let sum = RowChecksum.of(row.span.bytes, key: entry.key.span.bytes, table: schema.id)
    try putRaw(row + withUnsafeBytes(of: sum.littleEndian, Array.init), for: entry.key, schema)
  }

  /// Changes a meta record behind the store's back; `nil` removes it.
  func changeRecord(_ key: Bytes, _ change: (Bytes) -> Bytes?) throws {
    var transaction = try environment.beginWrite()
    let record = try transaction.record(key, in: meta) ?? []
    if let changed = change(record) {
      try transaction.put(changed.span.bytes, for: key.span.bytes, in: meta)
    } else {
      try transaction.delete(key.span.bytes, in: meta)
    }
    try transaction.commit()
  }

  /// The entry of a row in a key space of plain entries, whose key ends with the row's id.
  func entry(of id: UInt8, _ schema: TableSchema, _ space: UInt8) throws -> RawEntry {
    try #require(try rawEntries(schema, space).first { $0.key.suffix(2) == [0x81, id] })
  }

  /// Changes the postings of a full-text index behind the store's back, as a fold does.
  func changePosting(
    _ list: SearchLayout.List, _ term: Bytes, _ posting: Posting, comes: Bool, in tenant: UInt64
  ) throws {
    try writeSync(.everything) { db in
      let session = db.writeSession
      let table = catalog[Letter.schema.id]
      let tally = try session.tally(of: table)
      let work = try session.searchWork(tally, table.searches[0], .tenant(tenant))
      var changes = SearchChanges()
      changes.append(list, term[...], posting, comes: comes)
      try ListFolder(session, work, tally, changes).fold(0..<1, list)
    }
  }
}

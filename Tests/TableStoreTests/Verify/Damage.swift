import LMDB
import TermAnalysis
import Testing

@testable import TableStore

/// A fault as a test expects it.
struct ExpectedFault: Hashable, CustomStringConvertible {
  var kind: VerifyFault.Kind
  var table: String?
  var index: String?
  var key: String?

  init(_ kind: VerifyFault.Kind, _ table: String?, _ index: String? = nil, _ key: String? = nil) {
    (self.kind, self.table, self.index, self.key) = (kind, table, index, key)
  }

  init(_ fault: VerifyFault) { self.init(fault.kind, fault.table, fault.index, fault.key) }

  var description: String { "\(kind) \(table ?? "-") \(index ?? "-") \(key ?? "-")" }
}

/// One thing that is broken in a sound store, and the fault that tells it.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let fault: ExpectedFault
  /// Whether a repair can take it out.
  let isMendable: Bool
  let make: @Sendable (Store) throws -> Void

  init(
    _ name: String, _ fault: ExpectedFault, isMendable: Bool = true, _ make: @escaping @Sendable (Store) throws -> Void
  ) {
    (testDescription, self.fault, self.isMendable, self.make) = (name, fault, isMendable, make)
  }

  static let all: [Damage] = entries + uniqueEntries + rows + values + records + references + searches
}

// MARK: Indexes and the locator

extension Damage {
  private static let entries: [Damage] = [
    Damage("an entry is missing", .init(.missingEntry, "notes", "notes_title", "7")) { store in
      try store.removeRaw(try store.entry(of: 7, Note.schema, 2).key, Note.schema)
    },
    Damage("an entry of a missing row", .init(.surplusEntry, "notes", "notes_priority", "238")) { store in
      try store.putRaw([], for: try store.entry(of: 7, Note.schema, 4).key.dropLast() + [238], Note.schema)
    },
    Damage("an entry with other values", .init(.surplusEntry, "notes", "notes_priority", "7")) { store in
      // Scope 1, priority 9.
      try store.putRaw([], for: [4, 0x81, 1, 0x81, 9, 0x81, 7], Note.schema)
    },
    Damage("an entry in another scope", .init(.surplusEntry, "notes", "notes_priority", "7")) { store in
      var key = try store.entry(of: 7, Note.schema, 4).key
      key[2] = 2
      try store.putRaw([], for: key, Note.schema)
    },
    Damage("an entry that is no key", .init(.surplusEntry, "notes", "notes_priority")) { store in
      try store.putRaw([], for: [4, 0x99], Note.schema)
    },
    Damage("an entry of a table with text keys", .init(.missingEntry, "settings", "settings_value", "size")) { store in
      let entry = try #require(try store.rawEntries(Setting.schema, 1).last { $0.key.count < 60 })
      try store.removeRaw(entry.key, Setting.schema)
    },
    Damage("a row outside of a partial index", .init(.surplusEntry, "errands", "own_errands_open", "2")) { store in
      let inside = try store.entry(of: 1, Errand.schema, 0x80)
      try store.putRaw([], for: inside.key.dropLast() + [2], Errand.schema)
    },
    Damage("a row missing in a partial index", .init(.missingEntry, "errands", "own_errands_open", "1")) { store in
      try store.removeRaw(try store.entry(of: 1, Errand.schema, 0x80).key, Errand.schema)
    },
    Damage("an entry with a value", .init(.wrongEntry, "notes", "notes_title", "7")) { store in
      try store.putRaw([1], for: try store.entry(of: 7, Note.schema, 2).key, Note.schema)
    },
    Damage("a key space that the table does not have", .init(.surplusEntry, "notes")) { store in
      try store.putRaw([1], for: [0x33, 1], Note.schema)
    },
    Damage("no locator", .init(.missingEntry, "notes", "locator", "7")) { store in
      try store.removeRaw([0xFE, 0x81, 7], Note.schema)
    },
    Damage("a locator of another scope", .init(.wrongEntry, "notes", "locator", "7")) { store in
      try store.putRaw([0x81, 3], for: [0xFE, 0x81, 7], Note.schema)
    },
    Damage("a locator of a missing row", .init(.surplusEntry, "notes", "locator", "238")) { store in
      try store.putRaw([0x81, 1], for: [0xFE, 0x81, 238], Note.schema)
    },
    Damage("a locator in a table without scopes", .init(.surplusEntry, "every_types")) { store in
      try store.putRaw([0x81, 1], for: [0xFE, 0x81, 1], EveryType.schema)
    },
  ]

  private static let uniqueEntries: [Damage] = [
    Damage("a unique entry is missing", .init(.missingEntry, "notes", "notes_code_unique", "2")) { store in
      try store.removeRaw(try codeEntry(of: 2, store).key, Note.schema)
    },
    Damage("a unique entry names another row", .init(.wrongEntry, "notes", "notes_code_unique", "2")) { store in
      try store.putRaw([0x81, 1, 0x81, 4], for: try codeEntry(of: 2, store).key, Note.schema)
    },
    Damage("a unique entry names a missing row", .init(.wrongEntry, "notes", "notes_code_unique", "2")) { store in
      try store.putRaw([0x81, 1, 0x81, 238], for: try codeEntry(of: 2, store).key, Note.schema)
    },
    Damage("a unique entry that nobody asks for", .init(.surplusEntry, "notes", "notes_code_unique", "2")) { store in
      let entry = try codeEntry(of: 2, store)
      try store.putRaw(entry.value, for: entry.key.dropLast() + [0x50, 0x0B], Note.schema)
    },
    Damage("NULL in a unique index is missing", .init(.missingEntry, "notes", "notes_code_unique", "7")) { store in
      try store.removeRaw([1, 0, 0x81, 7], Note.schema)
    },
    Damage(
      "two rows with one value", .init(.duplicate, "notes", "notes_code_unique", "61"), isMendable: false
    ) { store in
      let entry = try codeEntry(of: 2, store)
      try store.removeRaw(entry.key, Note.schema)
      try store.writeSync(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "code 1-2")) }
      try store.putRaw(entry.value, for: entry.key, Note.schema)
    },
  ]

  private static func codeEntry(of id: UInt8, _ store: Store) throws -> RawEntry {
    try #require(try store.rawEntries(Note.schema, 1).first { $0.value == [0x81, 1, 0x81, id] })
  }
}

// MARK: Rows

extension Damage {
  private static func longRow(_ store: Store) throws -> (stub: RawEntry, chunks: [RawEntry]) {
    let stub = try #require(try store.rawEntries(EveryType.schema, 0).first { $0.value.count == 10 })
    let chunks = try store.rawEntries(EveryType.schema, 0xFF).filter { $0.key[1...2] == stub.key[1...2] }
    return (stub, chunks)
  }

  private static let rows: [Damage] = [
    Damage("a flipped bit", .init(.unreadableRow, "notes", nil, "7")) { store in
      var row = try store.entry(of: 7, Note.schema, 0)
      row.value[row.value.count / 2] ^= 0x10
      try store.putRaw(row.value, for: row.key, Note.schema)
    },
    Damage("a row of words with a flipped bit", .init(.unreadableRow, "letters", nil, "4")) { store in
      var row = try store.entry(of: 4, Letter.schema, 0)
      row.value[row.value.count / 2] ^= 0x10
      try store.putRaw(row.value, for: row.key, Letter.schema)
    },
    Damage("an empty row", .init(.unreadableRow, "settings", nil, nil)) { store in
      try store.putRaw([], for: try store.rawEntries(Setting.schema, 0)[0].key, Setting.schema)
    },
    Damage("a row's bytes are cut", .init(.unreadableRow, "notes", nil, "7")) { store in
      let row = try store.entry(of: 7, Note.schema, 0)
      try store.putRaw(row.value.dropLast(3), for: row.key, Note.schema)
    },
    Damage("a chunk is missing", .init(.unreadableRow, "every_types", nil, "3")) { store in
      try store.removeRaw(try longRow(store).chunks[1].key, EveryType.schema)
    },
    Damage("the last chunk is missing", .init(.unreadableRow, "every_types", nil, "3")) { store in
      try store.removeRaw(try longRow(store).chunks.last!.key, EveryType.schema)
    },
    Damage("a chunk is changed", .init(.unreadableRow, "every_types", nil, "3")) { store in
      var chunk = try longRow(store).chunks[1]
      chunk.value[100] ^= 1
      try store.putRaw(chunk.value, for: chunk.key, EveryType.schema)
    },
    Damage("a stub is changed", .init(.unreadableRow, "every_types", nil, "3")) { store in
      var stub = try longRow(store).stub
      stub.value[3] ^= 1
      try store.putRaw(stub.value, for: stub.key, EveryType.schema)
    },
    Damage("a chunk too many", .init(.surplusChunk, "every_types")) { store in
      let last = try longRow(store).chunks.last!
      try store.putRaw([1, 2, 3], for: last.key.dropLast() + [last.key.last! + 1], EveryType.schema)
    },
    Damage("a chunk of a short row", .init(.surplusChunk, "every_types")) { store in
      try store.putRaw([1, 2, 3], for: [0xFF, 0x81, 2, 0x80], EveryType.schema)
    },
    Damage("a chunk of no row", .init(.surplusChunk, "every_types")) { store in
      try store.putRaw([1, 2, 3], for: [0xFF, 0x81, 200, 0x80], EveryType.schema)
    },
  ]

  private static let values: [Damage] = [
    Damage("an unknown name of a list", .init(.invalidValue, "every_types", nil, "2"), isMendable: false) { store in
      try store.changeRow(try store.entry(of: 2, EveryType.schema, 0), EveryType.schema) { row in
        guard case .fixed(_, let offset, _) = EveryType.schema.layout.slots[14] else { return }
        row[EveryType.schema.shape.headerBytes + offset] = 4
      }
    },
    Damage("NULL where none may be", .init(.invalidValue, "notes", nil, "7"), isMendable: false) { store in
      // Author, "nobody", is the third stored column.
      try store.changeRow(try store.entry(of: 7, Note.schema, 0), Note.schema) { row in
        #expect(Note.schema.columns[Note.schema.layout.stored[2]].name == "author")
        row[2] |= 4
        let ends = Note.schema.shape.headerBytes + Note.schema.shape.fixedBytes
        let name = row.count - 6
        row[ends + 4] -= 6
        row.removeSubrange(name...)
      }
      try store.repairIndexes()
    },
    Damage("malformed JSON", .init(.invalidValue, "every_types", nil, "2"), isMendable: false) { store in
      try store.changeRow(try store.entry(of: 2, EveryType.schema, 0), EveryType.schema) { row in
        row[row.count - 1] = UInt8(ascii: "}")
      }
    },
    Damage("bytes that are no text", .init(.unreadableRow, "every_types", nil, "2")) { store in
      try store.changeRow(try store.entry(of: 2, EveryType.schema, 0), EveryType.schema) { row in
        row[row.count - 5] = 0xFF
      }
    },
  ]
}

extension Store {
  /// Brings the indexes up to a row that was changed behind the store's back.
  fileprivate func repairIndexes() throws {
    let mends = MendList(bytes: 1 << 20)
    _ = try verify(catalog.all, mends: mends)
    for case .entry(let table, let key, let value) in mends.take() {
      let schema = catalog[table].schema
      if let value { try putRaw(value, for: key, schema) } else { try removeRaw(key, schema) }
    }
    try changeRecord(MetaRecords.sizes("notes")) { _ in
      var sizes = TableSizes()
      for entry in try! rawEntries(Note.schema) {
        sizes.count(entry.key[0], entries: 1, bytes: entry.key.count + entry.value.count)
      }
      let buffer = ByteBuffer()
      sizes.encode(into: buffer)
      return buffer.array
    }
  }
}

// MARK: Records

extension Damage {
  private static let records: [Damage] = [
    Damage("a sequence that lags", .init(.wrongSequence, "notes")) { store in
      try store.changeRecord(MetaRecords.sequence("notes")) { _ in [60, 0, 0, 0, 0, 0, 0, 0] }
    },
    Damage("no sequence", .init(.wrongSequence, "notes")) { store in
      try store.changeRecord(MetaRecords.sequence("notes")) { _ in nil }
    },
    Damage("a sequence of four bytes", .init(.wrongSequence, "notes")) { store in
      try store.changeRecord(MetaRecords.sequence("notes")) { Array($0.prefix(4)) }
    },
    Damage("sizes that are wrong", .init(.wrongSizes, "notes", "notes_code_unique")) { store in
      // The rows' 17 bytes come first.
      try store.changeRecord(MetaRecords.sizes("notes")) { record in
        var record = record
        record[18] += 1
        return record
      }
    },
    Damage("bytes that are wrong", .init(.wrongSizes, "letters", "letters_words")) { store in
      try store.changeRecord(MetaRecords.sizes("letters")) { record in
        var record = record
        record[17 * 2 + 9] ^= 1
        return record
      }
    },
    Damage("sizes that cannot be read", .init(.malformedRecord, "notes")) { store in
      try store.changeRecord(MetaRecords.sizes("notes")) { Array($0.dropLast()) }
    },
    Damage("a cursor key that is too short", .init(.malformedRecord, nil)) { store in
      try store.changeRecord(MetaRecords.cursorKey) { Array($0.dropLast()) }
    },
  ]
}

// MARK: References

extension Damage {
  private static let references: [Damage] = [
    Damage("a missing tenant", .init(.missingReference, "notes", "notes_workspace_foreign", "99"), isMendable: false) {
      store in
      try store.writeSync(.everything) { db in
        _ = try db.load("notes", ["id": Bytes("99".utf8), "workspace_id": Bytes("9".utf8)])
      }
    },
    Damage("a missing note", .init(.missingReference, "errands", "errands_note_foreign", "99"), isMendable: false) {
      store in
      try store.writeSync(.everything) { db in
        _ = try db.load(
          "errands", ["id": Bytes("99".utf8), "workspace_id": Bytes("1".utf8), "note_id": Bytes("238".utf8)])
      }
    },
    Damage("a row in another scope", .init(.wrongScope, "attachments", "note_id", "2"), isMendable: false) { store in
      try store.moveAttachment(2, from: 1, to: 3)
    },
  ]
}

extension Store {
  /// Moves a row to another tenant than that of the row it belongs to.
  fileprivate func moveAttachment(_ id: UInt64, from old: UInt64, to new: UInt64) throws {
    try writeSync(.everything) { db in
      let session = db.writeSession
      let writer = try session.writer(of: catalog[Attachment.schema.id])
      writer.setKey(.tenant(old), integer: id, text: nil)
      let isThere = try session.loadOld(writer)
      #expect(isThere)
      writer.copyOldToNew()
      try session.update(writer, at: RowPlace(scope: .tenant(old), integer: id), hasOld: true, hasNew: false)
      writer.setScope(.tenant(new))
      try session.update(writer, at: RowPlace(scope: .tenant(new), integer: id), hasOld: false, hasNew: true)
    }
  }
}

// MARK: Full-text indexes

extension Damage {
  /// The term of "meeting", and how often it stands where in the letters.
  private static func meeting(_ row: UInt64) throws -> (term: Bytes, posting: Posting) {
    var texts = SearchTexts()
    for text in ["Letter \(row)", "meeting about invoice \(row * 1_111)", "john@example.com", ""] { texts.append(text) }
    var terms = SearchTerms()
    try terms.fill(texts)
    var posting = Posting(row: row)
    posting.counts[1] = 1
    posting.length = terms.length
    return (Array(terms.fields[1].key(of: terms.fields[1].tokens[0])), posting)
  }

  private static let searches: [Damage] = [
    Damage("a posting is missing", .init(.missingPosting, "letters", "letters_words", "4")) { store in
      let (term, posting) = try meeting(4)
      try store.changePosting(.words, term, posting, comes: false, in: 1)
    },
    Damage("a posting of a missing row", .init(.surplusPosting, "letters", "letters_words", "238")) { store in
      let (term, posting) = try meeting(238)
      try store.changePosting(.words, term, posting, comes: true, in: 1)
    },
    Damage("a posting with other counts", .init(.wrongPosting, "letters", "letters_words", "4")) { store in
      var (term, posting) = try meeting(4)
      posting.counts[1] = 2
      try store.changePosting(.words, term, posting, comes: true, in: 1)
    },
    Damage("a block that is cut", .init(.malformedPostings, "letters", "letters_words")) { store in
      let block = try #require(try store.rawEntries(Letter.schema, 7).first { $0.key[1...3] == [0x81, 1, 2] })
      try store.putRaw(block.value.dropLast(), for: block.key, Letter.schema)
    },
    Damage("counts that are wrong", .init(.wrongCounts, "letters", "letters_words")) { store in
      var state = try #require(try store.rawEntries(Letter.schema, 7).first { $0.key == [7, 0x81, 1, 0] })
      state.value[0] += 1
      try store.putRaw(state.value, for: state.key, Letter.schema)
    },
    Damage("a pending record that is none", .init(.malformedPostings, "letters", "letters_words")) { store in
      let prefix: Bytes = [7, 0x81, 1, 1]
      let record = try #require(try store.rawEntries(Letter.schema, 7).first { $0.key.starts(with: prefix) })
      try store.putRaw([0xFF], for: record.key, Letter.schema)
    },
  ]
}

import LMDB
import Testing

@testable import TableStore

extension Damage {
  private static func longRow(_ store: Store) throws -> (stub: RawEntry, chunks: [RawEntry]) {
    let stub = try #require(try store.rawEntries(EveryType.schema, 0).first { $0.value.count == 10 })
    let chunks = try store.rawEntries(EveryType.schema, 0xFF).filter { $0.key[1...2] == stub.key[1...2] }
    return (stub, chunks)
  }

  static let rows: [Damage] = [
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
    Damage("a row without a key", .init(.unreadableRow, "every_types", nil, nil)) { store in
      try store.putRaw([1, 2, 3], for: [0], EveryType.schema)
    },
    Damage("a row whose number has a zero in front", .init(.unreadableRow, "every_types", nil, nil)) { store in
      try store.putRaw([1, 2, 3], for: [0, 0x82, 0, 3], EveryType.schema)
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

  static let values: [Damage] = [
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

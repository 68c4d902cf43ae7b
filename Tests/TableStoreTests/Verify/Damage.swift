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
  static let entries: [Damage] = [
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

  static let uniqueEntries: [Damage] = [
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

import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Random entries are removed, put in and changed; what a look finds is compared with what was done, and what a repair
/// leaves with what there was.
@Suite struct RandomDamageTests {
  @Test(arguments: 0..<4) func whatWasDoneIsFoundAndTakenBack(_ run: Int) throws {
    var random = SeededRandom(for: "random damage \(run)")
    try withSoundStore { store in
      var done: [ExpectedFault: Int] = [:]
      var original: [String: [RawEntry]] = [:]
      for table in store.catalog.all { original[table.schema.name] = try store.rawEntries(table.schema) }
      // Rows of these are not referred to by others with declared foreign keys.
      for schema in [Attachment.schema, EveryType.schema, Errand.schema, Letter.schema] {
        try damage(store, schema, &original[schema.name]!, &done, &random)
      }
      let report = try store.verify()
      var found: [ExpectedFault: Int] = [:]
      for fault in report.faults { found[ExpectedFault(fault.kind, fault.table, fault.index), default: 0] += 1 }
      #expect(found == done, "\(report.faults.map(\.description))")
      #expect(report.faultCount == done.values.reduce(0, +))
      let repair = try store.repair(mendBytes: random.pick([2_000, 1 << 20]))
      #expect(repair.after.isSound, "\(repair.after.faults.map(\.description))")
      for table in store.catalog.all {
        let (name, searches) = (table.schema.name, Set(table.searches.map(\.id)))
        let left = try store.rawEntries(table.schema).filter { !searches.contains($0.key[0]) }
        let wanted = original[name]!.filter { !searches.contains($0.key[0]) }
        #expect(left == wanted, "\(name)")
      }
      try store.requireConsistent()
    }
  }

  /// Damages some rows and some entries of others; `original` becomes what a repair should leave.
  private func damage(
    _ store: Store, _ schema: TableSchema, _ original: inout [RawEntry], _ done: inout [ExpectedFault: Int],
    _ random: inout SeededRandom
  ) throws {
    let rows = original.filter { $0.key[0] == 0 }
    var gone: Set<Bytes> = []
    for row in rows.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
      var value = row.value
      value[Int.random(in: 0..<value.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try store.putRaw(value, for: row.key, schema)
      gone.insert(Bytes(row.key.dropFirst()))
      done[.init(.unreadableRow, schema.name), default: 0] += 1
    }
    // What goes with the rows: entries that end with, or hold, scope and primary key.
    let (isScoped, indexes) = (schema.isScoped, store.catalog[schema.id].indexes)
    original.removeAll { entry in
      gone.contains { row in
        let key = isScoped ? Bytes(row.dropFirst(Self.length(row))) : row
        switch entry.key[0] {
        case 0: return entry.key.dropFirst() == row[...]
        case 0xFE: return entry.key.dropFirst() == key[...]
        case 0xFF: return entry.key.dropFirst().starts(with: row)
        default: return Self.row(of: entry, indexes, isScoped) == row
        }
      }
    }
    let spaces = Set(indexes.map(\.id) + [0xFE])
    for entry in original.filter({ spaces.contains($0.key[0]) }) where random.chance(6) {
      let name = indexes.first { $0.id == entry.key[0] }?.name ?? "locator"
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        try store.removeRaw(entry.key, schema)
        done[.init(.missingEntry, schema.name, name), default: 0] += 1
      case 1:
        // No row has such an id.
        let key = entry.key + [0x82, 0x77, UInt8.random(in: 0...255, using: &random)]
        guard key.count < 512, !original.contains(where: { $0.key == key }) else { continue }
        try store.putRaw(entry.value, for: key, schema)
        done[.init(.surplusEntry, schema.name, name), default: 0] += 1
      default:
        try store.putRaw(entry.value + [0x81], for: entry.key, schema)
        done[.init(.wrongEntry, schema.name, name), default: 0] += 1
      }
    }
  }

  /// The length of a key's first element, an integer or NULL.
  private static func length(_ key: Bytes) -> Int { key[0] == 0 ? 1 : Int(key[0]) - 0x7F }

  /// Scope and primary key of the row of an index entry; the last element of a plain one is an integer of one or two bytes.
  private static func row(of entry: RawEntry, _ indexes: [IndexLayout], _ isScoped: Bool) -> Bytes? {
    guard let index = indexes.first(where: { $0.id == entry.key[0] }) else { return nil }
    if index.isUnique { return entry.value }
    let scope = isScoped ? Bytes(entry.key[1..<1 + length(Bytes(entry.key.dropFirst()))]) : []
    return scope + entry.key.suffix(2)
  }
}

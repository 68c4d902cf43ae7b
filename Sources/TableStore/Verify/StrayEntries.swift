internal import LMDB

/// Entries of key spaces that a table does not have.
struct StrayEntries {
  private(set) var faults = FaultList()

  mutating func find(_ table: StoredTable, _ session: Session, _ context: VerifyContext) throws {
    var known = table.indexes.map(\.id) + table.searches.map(\.id) + [KeySpace.rows, KeySpace.overflow]
    if table.schema.isScoped { known.append(KeySpace.locator) }
    known.sort()
    for (left, right) in zip(known, known.dropFirst()) where left + 1 < right {
      var found = self
      try session.walk(table.requireKeyspace(), KeyRange(lower: [left + 1], upper: [right])) { key, _ in
        let space = key.unsafeLoad(fromByteOffset: 0, as: UInt8.self)
        let name = table.schema.indexes.first { $0.id == space }?.name
        found.faults.add(
          .surplusEntry, table.schema.name, index: name,
          "key space \(space), which the table does not have, has an entry: \(key.hex)")
        context.mends?.add(.entry(table: table.schema.id, key: key.copied, value: nil))
        return true
      }
      self = found
    }
  }
}

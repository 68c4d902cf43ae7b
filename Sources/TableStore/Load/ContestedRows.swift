internal import LMDB

/// The rows of a load that claim what another one claims too, by their tags.
final class ContestedRows {
  private var set = IDSet()
  private(set) var isEmpty = true
  private var last: UInt32 = 0

  func insert(_ tag: UInt32) {
    set.insert(UInt64(tag))
    isEmpty = false
    last = max(last, tag)
  }

  func contains(_ tag: UInt32) -> Bool { !isEmpty && set.contains(UInt64(tag)) }

  /// All tags, in order.
  var tags: [UInt32] { isEmpty ? [] : (0...last).filter(contains) }
}

extension WriteSession {
  /// The rows that claim a primary key or a unique value which is there already, or which another row of them claims.
  ///
  /// - Parameter claims: all entries that only one row may have.
  func contested(_ claims: [EntrySorter], _ table: StoredTable) throws -> ContestedRows {
    let contested = ContestedRows()
    guard !claims.isEmpty else { return contested }
    let keyspace = try table.requireKeyspace()
    let hasRows = try sizes(of: table)[KeySpace.rows].entries > 0
    let last = ByteBuffer()
    var lastTag: UInt32 = 0
    try EntryMerge(claims).forEachTagged { key, _, tag in
      if key.isEqual(to: last.bytes) {
        contested.insert(lastTag)
        contested.insert(tag)
      } else {
        last.removeAll()
        last.append(key)
        if hasRows, try transaction.contains(key, in: keyspace) { contested.insert(tag) }
      }
      lastTag = tag
    }
    return contested
  }

  /// Takes what rows that are left out would have taken from the count.
  func uncount(_ workers: [LoadWorker], _ tally: TableTally, _ contested: ContestedRows) throws {
    for sorter in workers.flatMap({ [$0.entries, $0.claims] }) {
      try EntryMerge([sorter]).forEachTagged { key, value, tag in
        let space = key.unsafeLoad(fromByteOffset: 0, as: UInt8.self)
        // Chunks count with their rows.
        guard space != KeySpace.overflow, contested.contains(tag) else { return }
        let bytes = space == KeySpace.rows ? OverflowStub.measure(value).0 : value.byteCount
        tally.count(space, entries: -1, bytes: -key.byteCount - bytes)
      }
    }
  }
}

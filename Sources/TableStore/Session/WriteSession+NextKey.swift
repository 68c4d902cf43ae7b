internal import LMDB

extension Session {
  /// The next AUTO_INCREMENT value of a table as last committed; `nil` when there was none yet.
  final func storedNextKey(of table: StoredTable) throws -> UInt64? {
    let record = try transaction.record(MetaRecords.sequence(table.schema.name), in: store.meta)
    guard record == nil || record?.count == 8 else {
      throw StoreError(.damaged, "the record of the table's next key is malformed", table: table.schema.name)
    }
    return record?.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }
}

extension WriteSession {
  /// The next AUTO_INCREMENT value of a table; it is used up only when `use(_:of:)` says so.
  func nextKey(of table: StoredTable) throws -> UInt64 {
    let tally = try tally(of: table)
    if let next = tally.nextKey { return next }
    let next = try storedNextKey(of: table) ?? 1
    try requireUnused(next, of: table)
    tally.nextKey = next
    return next
  }

  /// Whether there may be a row at a place: none ever was from the next AUTO_INCREMENT value on.
  func mayExist(_ place: RowPlace, in table: StoredTable) throws -> Bool {
    try !table.schema.hasIntegerKey || place.integer < nextKey(of: table) || place.integer == .max
  }

  /// Notes that a key was used, so that later ones lie behind it: as InnoDB's counter, it never goes back.
  func use(_ key: UInt64, of table: StoredTable) throws {
    if try key >= nextKey(of: table) { try tally(of: table).nextKey = key == .max ? key : key + 1 }
  }

  /// Throws where there are rows from the next AUTO_INCREMENT value on: inserts do not look for those, so that a damaged
  /// record would have them write over rows.
  private func requireUnused(_ next: UInt64, of table: StoredTable) throws {
    guard table.schema.hasIntegerKey, next != .max else { return }
    let space = table.schema.isScoped ? KeySpace.locator : KeySpace.rows
    let last: UInt64? = try transaction.withCursor(in: table.requireKeyspace()) { cursor in
      guard try cursor.seek(toLastBefore: [space + 1].span.bytes) else { return nil }
      var scanner = KeyScanner(at: 1)
      let key = cursor.key
      return key.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == space ? try scanner.id(in: key) : nil
    }
    guard last.map({ $0 < next }) ?? true else {
      throw StoreError(
        .damaged, "there are rows behind the table's next key; run blazz verify", table: table.schema.name)
    }
  }
}

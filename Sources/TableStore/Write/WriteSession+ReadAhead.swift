internal import LMDB

/// When writes have the pages that they come to read ahead: while some are not in memory, and now and then to find out.
final class WriteReadAhead {
  let keys: KeyPrefetch
  /// Rows for which all was there, since the last one for which it was not.
  private var quietRows = 0
  /// Rows for which it is not looked.
  private var pause = 0

  private static let quietRowsBeforePause = 16
  private static let pauseRows = 256

  init(_ environment: Environment) { keys = KeyPrefetch(environment) }

  /// Whether it is looked for the next row.
  func isDue() -> Bool {
    pause -= 1
    return pause < 0
  }

  /// Has the pages of `keys` read.
  ///
  /// - Parameter rows: how many rows they belong to besides the one at hand.
  func run(rowsAhead rows: Int = 0) {
    quietRows = keys.run() == 0 ? quietRows + rows + 1 : 0
    pause = quietRows < Self.quietRowsBeforePause ? rows : rows + Self.pauseRows
  }
}

extension WriteSession {
  /// Has what the row in `writer.new` comes to when it is inserted read at once: its place, its entries, and the rows that it
  /// refers to, where those are looked at. Each by itself would be waited for.
  func readAhead(insertOf writer: TableWriter, at place: RowPlace, references: ReferenceCheck) throws {
    guard let ahead = store.readAhead, ahead.isDue() else { return }
    try note(insertOf: writer, at: place, references: references, in: ahead.keys)
    ahead.run()
  }

  /// Adds what the row in `writer.new` comes to when it is inserted.
  func note(
    insertOf writer: TableWriter, at place: RowPlace, references: ReferenceCheck, in keys: KeyPrefetch
  ) throws {
    let table = writer.table
    let keyspace = try table.requireKeyspace()
    keys.add(writer.rowKey.bytes, in: keyspace)
    if table.schema.isScoped { note(rowOf: table, element: writer.primaryKey.bytes, keyspace, in: keys) }
    try RowReader.lend(writer.new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      try writer.newKeys.fill(table, row: row, scope: place.scope, primaryKey: writer.primaryKey.bytes, self)
      for pointer in table.pointers where references == .all {
        let target = catalog[pointer.target.id]
        guard let element = try element(of: row, pointer.column), let keyspace = target.keyspace else { continue }
        note(rowOf: target, element: element.span.bytes, keyspace, in: keys)
      }
    }
    // Entries of plain indexes wait to be put in order: many of them look ahead for themselves.
    let isLong = writer.tally.waiting.byteCount > Self.fewWaitingBytes
    for (position, index) in table.indexes.enumerated() where index.hasHolder || !isLong {
      note(writer.newKeys, position, keyspace, in: keys)
    }
  }

  private static let fewWaitingBytes = 4_096

  /// The same for a change of a row whose keys are in the writer: for the entries that come and go.
  func readAhead(changeOf writer: TableWriter, hasOld: Bool, hasNew: Bool) throws {
    guard let ahead = store.readAhead, ahead.isDue() else { return }
    let keyspace = try writer.table.requireKeyspace()
    for position in writer.table.indexes.indices {
      if hasOld && hasNew && writer.keysAreEqual(at: position) { continue }
      if hasOld { note(writer.oldKeys, position, keyspace, in: ahead.keys) }
      if hasNew { note(writer.newKeys, position, keyspace, in: ahead.keys) }
    }
    ahead.run()
  }

  private func note(_ list: borrowing KeyList, _ position: Int, _ keyspace: Keyspace, in keys: KeyPrefetch) {
    list.withKey(position) { key in
      if key.byteCount > 0 { keys.add(key, in: keyspace) }
    }
  }

  /// Where `locate` looks for a row.
  private func note(rowOf table: StoredTable, element: RawSpan, _ keyspace: Keyspace, in keys: KeyPrefetch) {
    makeLocatorKey(table, element: element)
    keys.add(locatorBuffer.bytes, in: keyspace)
  }
}

internal import LMDB

extension TableHandle where Mode == Writing {
  /// Stores new rows in the order given, and returns them as they are stored: all or, where one is refused, none.
  ///
  /// All drafts are taken first; then each is stored as `insert(_:)` does, and a refused call leaves AUTO_INCREMENT behind the
  /// numbers that it came to. In a store that is not in memory it is quicker than one call a row: what the rows come to is
  /// read from the disk for many of them together.
  ///
  /// - Throws: what `insert(_:)` throws for the first row that is refused.
  @discardableResult
  public func insert(contentsOf drafts: some Sequence<Row.Draft>) throws -> [Row] where Row.Draft.Row == Row {
    let session = write
    // What gives the drafts may use the store: nothing of it runs between the first row and the last.
    let drafts = Array(drafts)
    let writer = try session.writer(of: table)
    var (rows, keys): ([Row], [Row.Key]) = ([], [])
    rows.reserveCapacity(drafts.count)
    do {
      for start in stride(from: 0, to: drafts.count, by: Self.rowsAhead) {
        let batch = drafts[start...].prefix(Self.rowsAhead)
        let made = try readAhead(insertOf: batch, writer, session)
        for (place, draft) in batch.enumerated() {
          let fill = try fill(session)
          // A draft with a key of its own may have changed what the next one's is.
          let row = place < made.count && made[place].key == fill.key ? made[place].row : draft.row(fill)
          let stored = try begin(row, writer, session)
          try session.insert(writer, at: stored, references: .all)
          keys.append(row.primaryKey)
          rows.append(try decode(writer, stored))
        }
      }
    } catch let error as LMDBError {
      // After a failure of the engine itself nothing of the whole write is kept.
      throw error
    } catch {
      for key in keys.reversed() { try takeBack(key, session) }
      throw error
    }
    return rows
  }

  /// For how many rows pages are read together.
  private static var rowsAhead: Int { 128 }

  /// Has what new rows come to read, where some of it is not in memory.
  ///
  /// - Returns: the rows, each with the next key that it was made for: a UUID that a draft leaves to chance is known only then.
  private func readAhead(
    insertOf drafts: ArraySlice<Row.Draft>, _ writer: TableWriter, _ session: WriteSession
  ) throws -> [(key: UInt64, row: Row)] where Row.Draft.Row == Row {
    guard drafts.count > 1, let ahead = session.store.readAhead, ahead.isDue() else { return [] }
    var made: [(key: UInt64, row: Row)] = []
    for draft in drafts {
      let fill = try fill(session, rowsBefore: UInt64(made.count))
      let row = draft.row(fill)
      made.append((fill.key, row))
      // What is refused is told in its turn.
      do {
        let place = try begin(row, writer, session)
        try session.note(insertOf: writer, at: place, references: .all, in: ahead.keys)
      } catch is StoreError {}
    }
    ahead.run(rowsAhead: made.count)
    return made
  }

  /// Removes a row that was just stored, and nothing else: what refers to it came after it, or was there before.
  private func takeBack(_ key: Row.Key, _ session: WriteSession) throws {
    let (writer, place) = try load(key, session)
    try session.update(writer, at: place, hasOld: true, hasNew: false)
  }
}

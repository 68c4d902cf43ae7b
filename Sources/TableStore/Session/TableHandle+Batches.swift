internal import LMDB

extension TableHandle where Mode == Writing {
  /// Stores new rows in the order given, and returns them as they are stored: all or, where one is refused, none.
  ///
  /// It does what as many calls of `insert(_:)` would. In a store that memory does not hold it is quicker: what the rows come to
  /// is read from the disk for many of them together.
  ///
  /// - Throws: what `insert(_:)` throws for the first row that is refused.
  @discardableResult
  public func insert(contentsOf drafts: some Sequence<Row.Draft>) throws -> [Row] where Row.Draft.Row == Row {
    let session = write
    var rows: [Row] = []
    rows.reserveCapacity(drafts.underestimatedCount)
    do {
      var rest = drafts.makeIterator()
      while true {
        // All are taken before anything is done with one: to give the next, code of the user's may run.
        var batch: [Row.Draft] = []
        while batch.count < Self.rowsAhead, let draft = rest.next() { batch.append(draft) }
        guard !batch.isEmpty else { return rows }
        try insert(batch, session, into: &rows)
      }
    } catch {
      // After a failure of the engine itself nothing of the whole write is kept.
      if !session.isPoisoned { for row in rows.reversed() { try takeBack(row, session) } }
      throw error
    }
  }

  /// For how many rows pages are read together.
  private static var rowsAhead: Int { 128 }

  private func insert(_ drafts: [Row.Draft], _ session: WriteSession, into rows: inout [Row]) throws
  where Row.Draft.Row == Row {
    let writer = try session.writer(of: table)
    let made = try readAhead(insertOf: drafts, writer, session)
    for (place, draft) in drafts.enumerated() {
      let fill = try fill(session)
      // A draft with a key of its own may have changed what the next one's is.
      let isAsMade = place < made.count && made[place].key == fill.key
      rows.append(try insert(isAsMade ? made[place].row : draft.row(fill), writer, session))
    }
  }

  /// Has what new rows come to read, where some of it is not in memory.
  ///
  /// - Returns: the rows, each with the next key that it was made for: a UUID that a draft leaves to chance is known only then.
  private func readAhead(
    insertOf drafts: [Row.Draft], _ writer: TableWriter, _ session: WriteSession
  ) throws -> [(key: UInt64, row: Row)] where Row.Draft.Row == Row {
    guard drafts.count > 1, let ahead = session.readAhead, ahead.isDue() else { return [] }
    var made: [(key: UInt64, row: Row)] = []
    for draft in drafts {
      let fill = try fill(session, rowsBefore: UInt64(made.count))
      let row = draft.row(fill)
      made.append((fill.key, row))
      // What fails here is told in its turn.
      guard let place = try? begin(row, writer, session) else { continue }
      try? session.note(insertOf: writer, at: place, in: ahead.keys)
    }
    ahead.run(rowsAhead: made.count)
    return made
  }

  /// Removes a row that was just stored, with what was stored meanwhile and refers to it.
  private func takeBack(_ row: Row, _ session: WriteSession) throws {
    let (writer, place) = try load(row.primaryKey, session)
    try session.erase(writer, at: place, within: reach)
  }
}

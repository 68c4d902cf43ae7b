internal import LMDB

extension DynamicTable where Mode == Writing {
  /// Stores a row as a dump has it: nothing is filled in but columns that it lacks, nothing is touched, and references
  /// are not checked.
  ///
  /// A name that an enumeration lacks becomes NULL, or the default where the column takes no NULL; `loader.altered` tells.
  /// - Parameters:
  ///   - loader: what is known of the row's columns.
  ///   - row: the value of a column that `loader` has as given, by its ordinal.
  /// - Throws: `StoreError` when the row cannot be stored; nothing of it is stored then.
  package func load(_ loader: RowLoader, _ row: LoadedRow) throws -> LoadOutcome {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    let writer = try session.writer(of: table)
    let place = try session.encode(loader, row, writer, now: session.now.wholeSeconds) {
      try session.nextKey(of: table)
    }
    if try isThere(loader, writer, place, session) { return .alreadyThere }
    try session.insert(writer, at: place, references: .none)
    return .stored
  }

  /// Whether there is a row already that has the same key, or had one made for it, and agrees in what the row brings.
  private func isThere(
    _ loader: RowLoader, _ writer: TableWriter, _ place: RowPlace, _ session: WriteSession
  ) throws -> Bool {
    guard loader.makesKeys else {
      guard try session.mayExist(place, in: table),
        case .same = try session.storedRow(loader, writer, place)
      else { return false }
      return true
    }
    let earlier = try RowReader.lend(
      writer.new.bytes, schema: schema, scope: place.scope, key: place.integer
    ) { row in try loader.takeEarlier(row, table, session) }
    if let earlier { loader.key = earlier }
    return earlier != nil
  }
}

extension DynamicTable {
  /// How many tables up a row finds its tenant: 0 when it names the tenant itself or has none.
  package var scopeDepth: Int {
    let catalog = session.catalog
    let teller: StoredTable? =
      switch schema.scope {
      case .global, .workspace: nil
      case .inherited: table.pointers.first { $0.column == schema.scopeColumn }.map { catalog[$0.target.id] }
      case .referred(let name, _): catalog.table(named: name)
      }
    guard let teller else { return 0 }
    return DynamicTable(session: session, table: teller, reach: reach).scopeDepth + 1
  }

  /// Whether the table has no row.
  package var isEmpty: Bool {
    get throws {
      session.requireOpen()
      return try session.sizes(of: table)[KeySpace.rows].entries == 0
    }
  }

  /// The next AUTO_INCREMENT value, as last committed.
  package func storedNextKey() throws -> UInt64 {
    session.requireOpen()
    return try session.storedNextKey(of: table) ?? 1
  }
}

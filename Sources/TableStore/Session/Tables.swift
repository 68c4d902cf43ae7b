/// What a transaction may do: `Reading` or `Writing`.
public protocol AccessMode {}
/// Looking only.
public enum Reading: AccessMode {}
/// Looking and changing.
public enum Writing: AccessMode {}

/// The tables as one read or write sees them. It lives as long as the closure that it is given to.
///
/// An application adds a property for each of its tables:
/// ```swift
/// extension Tables { var notes: TableHandle<Note, Mode> { table(Note.self) } }
/// ```
public struct Tables<Mode: AccessMode> {
  @usableFromInline let session: Session
  @usableFromInline let reach: Reach

  /// A table of the store.
  @inlinable public func table<Row: Table>(_: Row.Type = Row.self) -> TableHandle<Row, Mode> {
    TableHandle(session: session, table: session.table(Row.schema), reach: reach)
  }
}

extension Tables where Mode == Writing {
  /// Runs `body` within this write and undoes its changes, and only these, when it throws. Savepoints nest. What is
  /// changed inside is kept in memory as it was. After a failure of the engine itself, as a full disk, the whole write fails,
  /// also where that was caught.
  ///
  /// ```swift
  /// try store.writeSync(.everything) { db in
  ///   try db.notes.insert(.init(title: "kept"))
  ///   try? db.savepoint { db in
  ///     try db.notes.insert(.init(title: "undone"))
  ///     throw CancellationError()
  ///   }
  /// }
  /// ```
  public func savepoint<Result>(_ body: (Tables<Writing>) throws -> Result) throws -> Result {
    session.requireOpen()
    return try writeSession.savepoint { try body(self) }
  }
}

/// One table as one read or write sees it.
public struct TableHandle<Row: Table, Mode: AccessMode> {
  @usableFromInline let session: Session
  @usableFromInline let table: StoredTable
  @usableFromInline let reach: Reach
  @usableFromInline var includesDeleted = false

  @inlinable init(session: Session, table: StoredTable, reach: Reach) {
    (self.session, self.table, self.reach) = (session, table, reach)
  }

  /// The same table with the rows that are marked as deleted.
  @inlinable public func withDeleted() -> TableHandle {
    var handle = self
    handle.includesDeleted = true
    return handle
  }
}

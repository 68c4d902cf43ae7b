public import TableStore

/// One tenant of a store: the only way to its rows, and a way to no other tenant's.
///
/// A row of another workspace is as if it were not there; a write that refers to one is refused. Global tables (users,
/// workspaces …) are the same for all.
public struct Workspace: Sendable {
  /// The workspace's row in `workspaces`.
  public let id: ID<WorkspaceRecord>
  let store: Store

  /// Reads one consistent state on the calling thread; writers go on meanwhile.
  public func read<Result>(_ body: (Tables<Reading>) throws -> Result) throws -> Result {
    try store.read(.tenant(id.rawValue), body)
  }

  /// The rows whose words match a text, with what of them matches: see `TableHandle.search`.
  ///
  /// ```swift
  /// let hits = try acme.search(Contact.self, "john +62812", limit: 20)
  /// ```
  public func search<Row: Table>(
    _ table: Row.Type, _ text: String, mode: SearchMode = .boolean, limit: Int = .max
  ) throws -> SearchResult<Row> {
    try read { db in try db.table(table).search(text, mode: mode).limit(limit).hits() }
  }

  /// Writes in one transaction on the store's writing thread: all is kept when `body` returns, nothing when it throws.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (Tables<Writing>) throws -> Result
  ) async throws -> Result {
    let action = Blazz.action
    return try await store.write(.tenant(id.rawValue)) { db in
      try Blazz.acting(as: action) { try body(checked(db)) }
    }
  }

  /// The same on the calling thread, which waits for its turn.
  public func writeSync<Result>(_ body: (Tables<Writing>) throws -> Result) throws -> Result {
    try store.writeSync(.tenant(id.rawValue)) { db in try body(checked(db)) }
  }

  /// Loads many of the workspace's rows at once; see `Store.load`.
  @discardableResult
  public func load<Row: Table>(
    _ table: Row.Type, _ batches: some Sequence<[Row.Draft]>, options: LoadOptions = .init()
  ) throws -> Int {
    try read { db in _ = try checked(db) }
    return try store.load(.tenant(id.rawValue), table, batches, options: options)
  }

  /// The tables; throws `.notFound` when the workspace went away since it was looked up.
  private func checked<Mode>(_ db: Tables<Mode>) throws -> Tables<Mode> {
    guard try db.workspaces.withDeleted().get(id) != nil, try !db.isErasing(id.rawValue) else {
      throw Self.notFound("id", "\(id)")
    }
    return db
  }

  static func notFound(_ column: String, _ value: String) -> StoreError {
    StoreError(.notFound, "there is no such workspace", table: "workspaces", column: column, value: value)
  }
}

/// A store past the borders of workspaces. A row that is written names its workspace itself.
public struct System: Sendable {
  let store: Store

  /// Reads one consistent state on the calling thread; writers go on meanwhile.
  public func read<Result>(_ body: (Tables<Reading>) throws -> Result) throws -> Result {
    try store.read(.everything, body)
  }

  /// Writes in one transaction on the store's writing thread: all is kept when `body` returns, nothing when it throws.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (Tables<Writing>) throws -> Result
  ) async throws -> Result {
    let action = Blazz.action
    return try await store.write(.everything) { db in try Blazz.acting(as: action) { try body(db) } }
  }

  /// The same on the calling thread, which waits for its turn.
  public func writeSync<Result>(_ body: (Tables<Writing>) throws -> Result) throws -> Result {
    try store.writeSync(.everything, body)
  }

  /// Loads many rows at once, of any workspaces; see `Store.load`.
  @discardableResult
  public func load<Row: Table>(
    _ table: Row.Type, _ batches: some Sequence<[Row.Draft]>, options: LoadOptions = .init()
  ) throws -> Int {
    try store.load(.everything, table, batches, options: options)
  }

  /// Loads the rows that `drafts` makes of parts, on several threads; see `Store.load`.
  @discardableResult
  public func load<Row: Table, Part>(
    _ table: Row.Type, from parts: some Sequence<Part>, options: LoadOptions = .init(),
    drafts: @Sendable (Part) throws -> [Row.Draft]
  ) throws -> Int {
    try store.load(.everything, table, from: parts, options: options, drafts: drafts)
  }

  /// The same of drafts whose scopes the caller knows.
  package func load<Row: Table, Part>(
    _ table: Row.Type, from parts: some Sequence<Part>, options: LoadOptions,
    scopedDrafts: @Sendable (Part) throws -> [(draft: Row.Draft, scope: Scope)]
  ) throws {
    _ = try store.load(table, from: parts, options: options, scopedDrafts: scopedDrafts)
  }
}

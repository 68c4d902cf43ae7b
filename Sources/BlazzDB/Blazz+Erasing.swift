public import TableStore

extension Blazz {
  /// Removes a workspace for good, with every row that it owns in any table, and what refers to those rows as the foreign
  /// keys say.
  ///
  /// It works in transactions of some thousand rows, so that memory stays bounded and others can write in between. From
  /// the first on, the workspace is not found any more. Interrupted, by a crash too, it is listed in
  /// `workspacesBeingErased`; calling this again goes on where it stopped. (`db.workspaces.erase` is what SQL's DELETE
  /// does: one transaction, and only what declared foreign keys reach.) Until pages are used again, the file may still have
  /// bytes of what went: `repackAndClose` leaves none.
  /// - Parameters:
  ///   - id: the workspace's primary key.
  ///   - rowsPerTransaction: how many rows go in one transaction, at most.
  ///   - onProgress: is told after each of them how many rows have gone; it may throw to stop.
  /// - Returns: the number of rows that went, without those that went along with others by a foreign key.
  /// - Throws: `StoreError` with code `.notFound`.
  @discardableResult
  public func eraseWorkspace(
    _ id: ID<WorkspaceRecord>, rowsPerTransaction: Int = 10_000, onProgress: (Int) throws -> Void = { _ in }
  ) throws -> Int {
    let isThere = try store.read(.everything) { db in try db.workspaces.withDeleted().get(id) != nil }
    guard isThere else { throw Workspace.notFound("id", "\(id)") }
    return try store.eraseTenant(
      id.rawValue, owner: WorkspaceRecord.self, chunk: rowsPerTransaction, onProgress: onProgress)
  }

  /// The workspaces whose erasure was begun and did not come to its end.
  public var workspacesBeingErased: [ID<WorkspaceRecord>] {
    get throws { try store.tenantsBeingErased().map { ID($0) } }
  }
}

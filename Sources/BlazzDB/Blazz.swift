public import TableStore

/// A store of the CRM: one file with every table of every workspace.
///
/// ```swift
/// let blazz = try Blazz(path: "crm.blazz")
/// let acme = try blazz.workspace(uuid: "d62ea8d9-6a1b-4342-8270-dc4f28f4fa53")
/// let inbox = try acme.read { db in
///   try db.chats.order(by: Chat.timeline, .descending).limit(50).all()
/// }
/// ```
///
/// Rows of a workspace are reached through its `Workspace`; `system` reaches all of them, for the work that belongs to
/// nobody in particular.
public final class Blazz: Sendable {
  /// The tables, domain by domain, in the order in which they are shown; there is no other list of them.
  public static let tables: [any Table.Type] = [
    User.self, WorkspaceRecord.self, Team.self, TeamInvite.self, Subscription.self, SubscriptionPlan.self,
    Role.self,
    Chat.self, ChatMedia.self, ChatNote.self, ChatTicket.self, ChatTicketLog.self, Campaign.self, CampaignLog.self,
    CampaignLogRetry.self, Template.self, AutoReply.self, ChatLog.self, ChatStatusLog.self,
    Contact.self, ContactGroup.self, ContactGroupMembership.self, ContactField.self,
    BillingInvoice.self, BillingItem.self, BillingPayment.self, BillingCredit.self, BillingDebit.self,
    BillingTransaction.self, BillingTaxRate.self, Coupon.self, PaymentGateway.self, TaxRate.self,
    Ticket.self, TicketComment.self, TicketCategory.self, FAQ.self, Page.self, BlogPost.self, BlogAuthor.self,
    BlogCategory.self, BlogTag.self, Review.self,
    AuditLog.self, SecurityIncident.self, AuthenticationEvent.self, RateLimitViolation.self, DataAccessLog.self,
    WorkspaceAPIKey.self, BlockedIP.self, ThreatIP.self, SecurityAssessment.self, QueryPerformanceLog.self,
    RolePermission.self,
    QueuedJob.self, FailedJob.self, JobBatch.self, NotificationRecord.self, PasswordResetToken.self, Module.self,
    Addon.self, Language.self, Setting.self, Document.self, SeederHistory.self, Migration.self, EmailLog.self,
    EmailTemplate.self,
  ]

  let store: Store
  let slowQueryLogger: SlowQueryLogger?

  /// Opens a store, or makes it.
  ///
  /// - Parameters:
  ///   - path: the file; `PATH-lock` lies beside it. A process opens a file once.
  ///   - checking: how much of the file is looked through first, whatever the options say.
  ///   - options: how it is opened, and what a new one gets.
  ///   - slowQueryLog: what becomes of queries that take `options.slowQueryThreshold` or longer.
  /// - Throws: `StoreError`, one sentence that says what is wrong with the file or the path.
  public init(
    path: String, checking: StoreOptions.Checking? = nil, options: StoreOptions = .init(),
    slowQueryLog: SlowQueryLog = .init()
  ) throws {
    var options = options
    if let checking { options.checking = checking }
    let logger = options.isReadOnly || options.slowQueryThreshold == nil ? nil : SlowQueryLogger(slowQueryLog)
    var onSlowQuery: (@Sendable (SlowQuery) -> Void)?
    if let logger { onSlowQuery = { query in logger.note(query) } }
    store = try Store(path: path, tables: Self.tables, options: options, onSlowQuery: onSlowQuery)
    logger?.attach(to: store)
    slowQueryLogger = logger
  }

  /// The file, without symbolic links.
  public var path: String { store.path }

  /// Waits until every commit so far is on disk: what a load without durability ends with.
  public func sync() throws { try store.sync() }

  /// Closes the file, once the slow queries so far are written. Throws while reads or writes are under way.
  public func close() throws {
    if !store.isWriting { slowQueryLogger?.flush() }
    try store.close()
  }

  /// Closes the store and puts a copy, its pages filled in key order, in the place of its file: for when what was erased,
  /// say by `eraseWorkspace`, must be gone from the file too. A crash leaves the one file or the other.
  ///
  /// It takes as much room as the copy has; other processes wait who want to open the store. When it throws, the store is
  /// open as before.
  ///
  /// - Parameter onProgress: is told how far it is, in entries; what it throws ends it.
  /// - Throws: `StoreError` with code `.cannotOpen` while another process has the store open, or reads or writes are under
  ///   way; `.readOnly`; `.full`; or what `onProgress` throws.
  public func repackAndClose(onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }) throws {
    if !store.isWriting { slowQueryLogger?.flush() }
    try store.repackAndClose(onProgress: onProgress)
  }

  /// The full-text indexes that have to be built before they are searched: see `buildSearches`.
  public func unbuiltSearches() throws -> [(table: String, index: String)] { try store.unbuiltSearches() }

  /// Builds full-text indexes that another version of ICU made, or that were switched on later; with `all`, every one.
  ///
  /// - Parameters:
  ///   - all: whether those that can be searched are built anew too.
  ///   - onProgress: is told how many of how many rows are read; it may throw to stop, and nothing changes.
  public func buildSearches(
    all: Bool = false, onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    try store.buildSearches(all: all, onProgress: onProgress)
  }

  /// Brings the lists of all full-text indexes up to the rows, so that nothing is left of words that were changed.
  public func foldSearches() throws { try store.foldSearches() }

  /// Writes a copy of the last committed state to a new file, while readers and writers go on; see `Store.backup`.
  ///
  /// - Parameters:
  ///   - target: where to; there must be no such file.
  ///   - repacking: whether its pages are filled in key order, so that nothing is left of what was erased.
  ///   - onProgress: is told how far it is; what it throws ends it.
  public func backup(
    to target: String, repacking: Bool = false, onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    try store.backup(to: target, repacking: repacking, onProgress: onProgress)
  }

  /// Looks through every page of the file: see `Store.checkStructure`.
  @discardableResult
  public func checkStructure(
    onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> StructureReport { try store.checkStructure(onProgress: onProgress) }

  /// What the file and its tables hold.
  public func statistics() throws -> StoreStatistics { try store.statistics() }

  /// Everything, past the borders of workspaces: for administration, imports and dumps.
  public var system: System { System(store: store) }

  /// The workspace with this UUID.
  ///
  /// - Parameters:
  ///   - uuid: the UUID, in any letter case.
  ///   - includingDeleted: whether one that was marked as deleted is found too.
  /// - Throws: `StoreError` with code `.notFound`, also for one that is being erased.
  public func workspace(uuid: String, includingDeleted: Bool = false) throws -> Workspace {
    try workspace("uuid", uuid, includingDeleted) { try $0.find(WorkspaceRecord.byUUID, uuid) }
  }

  /// The workspace with this id.
  ///
  /// - Parameters:
  ///   - id: the primary key.
  ///   - includingDeleted: whether one that was marked as deleted is found too.
  /// - Throws: `StoreError` with code `.notFound`, also for one that is being erased.
  public func workspace(_ id: ID<WorkspaceRecord>, includingDeleted: Bool = false) throws -> Workspace {
    try workspace("id", "\(id)", includingDeleted) { try $0.get(id) }
  }

  private func workspace(
    _ column: String, _ value: String, _ includingDeleted: Bool,
    _ find: (TableHandle<WorkspaceRecord, Reading>) throws -> WorkspaceRecord?
  ) throws -> Workspace {
    try store.read(.everything) { db in
      guard let row = try find(includingDeleted ? db.workspaces.withDeleted() : db.workspaces),
        try !db.isErasing(row.id.rawValue)
      else { throw Workspace.notFound(column, value) }
      return Workspace(id: row.id, store: store)
    }
  }
}

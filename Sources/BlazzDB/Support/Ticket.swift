public import Foundation
public import TableStore

/// A workspace's request to the platform's support.
@Table("tickets", id: 34, scope: .workspace)
public struct Ticket {
  /// The primary key; the next number when none is given.
  public var id: ID<Ticket>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "tickets_workspace_id_foreign", onDelete: .cascade) public var workspaceID: ID<WorkspaceRecord>
  /// The matter in one line.
  @Column(.varchar(255)) public var subject: String
  /// What the customer asks, at length.
  @Column(.text) public var description: String
  /// What kind of ticket it is; NULL: not sorted.
  @Column(.int) public var categoryID: ID<TicketCategory>?
  /// How soon it wants an answer; medium unless another is given.
  public var priority: TicketPriority = .medium
  /// How far it got; a new ticket is open.
  public var status: TicketStatus = .open
  /// The agent who works on it; NULL: nobody yet.
  public var assignedTo: ID<User>?
  /// The customer who asked.
  public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One ticket by its UUID.
  public static let byUUID = Index.unique("tickets_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's tickets.
  public static let byWorkspace = Index("tickets_workspace_id_index", id: 2, on: \.workspaceID)
  /// Tickets in a state.
  public static let byStatus = Index("tickets_status_index", id: 3, on: \.status)
  /// An agent's tickets.
  public static let byAgent = Index("tickets_assigned_to_index", id: 4, on: \.assignedTo)
  /// The words of tickets; off unless `StoreOptions.fulltextIndexes` names it.
  public static let words = Index.ownFulltext("own_tickets_words", id: 0x90, on: \.subject, \.description)
}

/// How soon a ticket wants an answer; the most pressing sorts last.
public enum TicketPriority: String, EnumColumnValue {
  /// From the least to the most pressing, and sorted so.
  case low, medium, high, urgent
}

/// How far a ticket got.
public enum TicketStatus: String, EnumColumnValue {
  /// Not begun.
  case open
  /// An agent works on it: "in_progress".
  case inProgress = "in_progress"
  /// `resolved`: answered. `closed`: answered, and put away.
  case resolved, closed
}

extension Tables {
  /// The workspace's requests to support.
  public var tickets: TableHandle<Ticket, Mode> { table() }
}

extension Relations where Row == Ticket {
  /// What was said of a ticket, the newest first.
  public var comments: Children<Ticket, TicketComment> { Children(by: \.ticketID, newestBy: \.createdAt) }
  /// What it is about.
  public var category: Parent<Ticket, TicketCategory> { Parent(\.categoryID) { $0.categoryID } }
  /// The agent who has it.
  public var agent: Parent<Ticket, User> { Parent(\.assignedTo) { $0.assignedTo } }
  /// Who opened it.
  public var creator: Parent<Ticket, User> { Parent(\.createdBy) { $0.createdBy } }
}

public import Foundation
public import TableStore

/// A workspace's request to the platform's support.
@Table("tickets", id: 34, scope: .workspace)
public struct Ticket {
  public var id: ID<Ticket>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(foreignKey: "tickets_workspace_id_foreign", onDelete: .cascade) public var workspaceID: ID<WorkspaceRecord>
  @Column(.varchar(255)) public var subject: String
  @Column(.text) public var description: String
  @Column(.int) public var categoryID: ID<TicketCategory>?
  public var priority: TicketPriority = .medium
  public var status: TicketStatus = .open
  /// The agent who works on it; NULL: nobody yet.
  public var assignedTo: ID<User>?
  /// The customer who asked.
  public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One ticket by its UUID.
  public static let byUUID = Index.unique("tickets_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's tickets.
  public static let byWorkspace = Index("tickets_workspace_id_index", id: 2, on: \.workspaceID)
  /// Tickets in a state.
  public static let byStatus = Index("tickets_status_index", id: 3, on: \.status)
  /// An agent's tickets.
  public static let byAgent = Index("tickets_assigned_to_index", id: 4, on: \.assignedTo)
}

/// How soon a ticket wants an answer; the most pressing sorts last.
public enum TicketPriority: String, EnumColumnValue {
  case low, medium, high, urgent
}

/// How far a ticket got.
public enum TicketStatus: String, EnumColumnValue {
  case open
  case inProgress = "in_progress"
  case resolved, closed
}

extension Tables {
  /// The workspace's requests to support.
  public var tickets: TableHandle<Ticket, Mode> { table() }
}

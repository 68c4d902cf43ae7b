public import Foundation
public import TableStore

/// A conversation that became a task for the team.
@Table("chat_tickets", id: 14, scope: .inherited("contact_id"))
public struct ChatTicket {
  /// The primary key; the next number when none is given.
  public var id: ID<ChatTicket>
  /// With whom the conversation is.
  @Column(.int) public var contactID: ID<Contact>
  /// Who takes care of it; NULL: nobody yet.
  @Column(.int) public var assignedTo: ID<User>?
  /// How far it got: open, in progress, resolved or closed.
  @Column(.varchar(128)) public var status: ChatTicketStatus
  /// When the conversation became a ticket.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// A contact's tickets.
  public static let byContact = Index("chat_tickets_contact_id_index", id: 1, on: \.contactID)
  /// A contact's tickets by agent and state.
  public static let assignment = Index(
    "idx_chat_tickets_contact_assigned_to_status", id: 2, on: \.contactID, \.assignedTo, \.status)
  /// An agent's tickets by state: whose are mine, which are nobody's, and who has the fewest.
  public static let byAgent = Index.own("own_chat_tickets_agent", id: 0x80, on: \.assignedTo, \.status)
}

/// How far a ticket of a conversation got.
public struct ChatTicketStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Nobody works on it yet.
  public static let open = Self("open")
  /// Somebody works on it: "in_progress".
  public static let inProgress = Self("in_progress")
  /// The matter is settled.
  public static let resolved = Self("resolved")
  /// Settled, and put away.
  public static let closed = Self("closed")
}

extension Tables {
  /// The tickets of the workspace's conversations.
  public var chatTickets: TableHandle<ChatTicket, Mode> { table() }
}

extension Relations where Row == ChatTicket {
  /// Whom a ticket is about.
  public var contact: Parent<ChatTicket, Contact> { Parent(\.contactID) { $0.contactID } }
  /// The agent who has it.
  public var agent: Parent<ChatTicket, User> { Parent(\.assignedTo) { $0.assignedTo } }
}

public import Foundation
public import TableStore

/// What somebody wrote on a ticket.
@Table("ticket_comments", id: 35, scope: .inherited("ticket_id"))
public struct TicketComment {
  /// The primary key; the next number when none is given.
  public var id: ID<TicketComment>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The ticket that it is on.
  public var ticketID: ID<Ticket>
  /// Who wrote it.
  public var userID: ID<User>
  /// What was written.
  @Column(.text) public var comment: String
  /// Whether it is a note among agents and no answer to the customer.
  public var isInternal: Bool = false
  /// When it was written.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One comment by its UUID.
  public static let byUUID = Index.unique("ticket_comments_uuid_unique", id: 1, on: \.uuid)
  /// A ticket's comments.
  public static let byTicket = Index("ticket_comments_ticket_id_index", id: 2, on: \.ticketID)
  /// A user's comments.
  public static let byUser = Index("ticket_comments_user_id_index", id: 3, on: \.userID)
}

extension Tables {
  /// What was written on the workspace's tickets.
  public var ticketComments: TableHandle<TicketComment, Mode> { table() }
}

extension Relations where Row == TicketComment {
  /// The ticket that was commented.
  public var ticket: Parent<TicketComment, Ticket> { Parent(\.ticketID) { $0.ticketID } }
  /// Who wrote the comment.
  public var user: Parent<TicketComment, User> { Parent(\.userID) { $0.userID } }
}

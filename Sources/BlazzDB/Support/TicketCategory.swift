public import Foundation
public import TableStore

/// A kind of ticket: technical support, billing, bug report …
@Table("ticket_categories", id: 36)
public struct TicketCategory {
  /// The primary key; the next number when none is given.
  public var id: ID<TicketCategory>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The kind: "Billing Question", "Bug Report".
  @Column(.varchar(100)) public var name: String
  /// What belongs to it; NULL: the name says it.
  @Column(.text) public var description: String?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One category by its UUID.
  public static let byUUID = Index.unique("ticket_categories_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The kinds of tickets.
  public var ticketCategories: TableHandle<TicketCategory, Mode> { table() }
}

extension Relations where Row == TicketCategory {
  /// The tickets of a category, the latest first.
  public var tickets: Children<TicketCategory, Ticket> { Children(by: \.categoryID) }
}

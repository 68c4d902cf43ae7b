public import Foundation
public import TableStore

/// A kind of ticket: technical support, billing, bug report …
@Table("ticket_categories", id: 36)
public struct TicketCategory {
  public var id: ID<TicketCategory>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.varchar(100)) public var name: String
  @Column(.text) public var description: String?
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One category by its UUID.
  public static let byUUID = Index.unique("ticket_categories_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The kinds of tickets.
  public var ticketCategories: TableHandle<TicketCategory, Mode> { table() }
}

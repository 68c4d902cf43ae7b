public import Foundation
public import TableStore

/// One step in the course of a contact's tickets.
@Table("chat_ticket_logs", id: 15, scope: .inherited("contact_id"))
public struct ChatTicketLog {
  /// The primary key; the next number when none is given.
  public var id: ID<ChatTicketLog>
  /// The contact whose tickets it is about.
  @Column(.int) public var contactID: ID<Contact>
  /// What happened, in words.
  @Column(.text) public var description: String?
  /// When it happened.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// The steps of a contact's tickets.
  public static let byContact = Index("chat_ticket_logs_contact_id_index", id: 1, on: \.contactID)
}

extension Tables {
  /// What happened to the tickets of the workspace's conversations.
  public var chatTicketLogs: TableHandle<ChatTicketLog, Mode> { table() }
}

extension Relations where Row == ChatTicketLog {
  /// Whose tickets something happened to.
  public var contact: Parent<ChatTicketLog, Contact> { Parent(\.contactID) { $0.contactID } }
}

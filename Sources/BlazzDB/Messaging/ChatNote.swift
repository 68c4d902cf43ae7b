public import Foundation
public import TableStore

/// What an agent noted on a contact, for other agents: the contact never sees it.
@Table("chat_notes", id: 13, scope: .inherited("contact_id"))
public struct ChatNote {
  /// The primary key; the next number when none is given.
  public var id: ID<ChatNote>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The contact whom the note is about.
  public var contactID: ID<Contact>
  /// Text, which may be Markdown.
  @Column(.text) public var content: String?
  /// The agent who wrote it.
  @Column(.int) public var createdBy: ID<User>?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?
  /// Who deleted it; `delete` leaves this to the application.
  @Column(.int) public var deletedBy: ID<User>?
  /// When it was written.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One note by its UUID.
  public static let byUUID = Index.unique("chat_notes_uuid_unique", id: 1, on: \.uuid)
  /// The notes on a contact.
  public static let byContact = Index("chat_notes_contact_id_index", id: 2, on: \.contactID)
}

extension Tables {
  /// The notes on the workspace's contacts.
  public var chatNotes: TableHandle<ChatNote, Mode> { table() }
}

extension Relations where Row == ChatNote {
  /// Whom a note is about.
  public var contact: Parent<ChatNote, Contact> { Parent(\.contactID) { $0.contactID } }
  /// Who wrote it.
  public var author: Parent<ChatNote, User> { Parent(\.createdBy) { $0.createdBy } }
}

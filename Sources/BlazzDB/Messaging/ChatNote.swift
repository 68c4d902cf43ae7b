public import Foundation
public import TableStore

/// What an agent noted on a contact, for other agents: the contact never sees it.
@Table("chat_notes", id: 13, scope: .inherited("contact_id"))
public struct ChatNote {
  public var id: ID<ChatNote>
  @Column(.char(50), default: .uuid) public var uuid: String
  public var contactID: ID<Contact>
  /// Text, which may be Markdown.
  @Column(.text) public var content: String?
  @Column(.int) public var createdBy: ID<User>?
  public var deletedAt: Date?
  @Column(.int) public var deletedBy: ID<User>?
  public var createdAt: Date?
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

public import Foundation
public import TableStore

/// A person whom a workspace writes with.
@Table("contacts", id: 4, scope: .workspace)
public struct Contact {
  public var id: ID<Contact>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.int) public var workspaceID: ID<WorkspaceRecord>
  @Column(.varchar(255)) public var firstName: String?
  @Column(.varchar(255)) public var lastName: String?
  /// The number with country code: +6281234567890.
  @Column(.varchar(255)) public var phone: String?
  @Column(.varchar(255)) public var email: String?
  /// The address of a picture.
  @Column(.varchar(255)) public var avatar: String?
  @Column(.text) public var address: String?
  /// Fields that the workspace added, as JSON.
  @Column(.text) public var metadata: JSON<[String: String]>?
  /// When the newest message came or went; kept here to sort by.
  public var latestChatCreatedAt: Date?
  /// 1: a favorite.
  public var isFavorite: Int8 = 0
  @Column(.int) public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?
  public var deletedAt: Date?

  /// One contact by its UUID.
  public static let byUUID = Index.unique("contacts_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's contacts.
  public static let byWorkspace = Index("contacts_workspace_id_index", id: 2, on: \.workspaceID)
  /// Contacts by the beginning of the first name.
  public static let byFirstName = Index("idx_contacts_first_name", id: 3, on: \.firstName[prefix: 10])
  /// Contacts by their newest message.
  public static let byLatestChat = Index("idx_contacts_latest_chat", id: 4, on: \.latestChatCreatedAt)
  /// The words of name, number and address.
  public static let words = Index.fulltext(
    "idx_contact_fulltext", id: 5, on: \.firstName, \.lastName, \.phone, \.email)
  /// A workspace's contacts by first name.
  public static let byName = Index("idx_workspace_search", id: 6, on: \.workspaceID, \.firstName)
}

extension Tables {
  /// The people whom the workspace writes with.
  public var contacts: TableHandle<Contact, Mode> { table() }
}

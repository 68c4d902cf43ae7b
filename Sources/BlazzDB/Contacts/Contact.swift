public import Foundation
public import TableStore

/// A person whom a workspace writes with.
@Table("contacts", id: 4, scope: .workspace)
public struct Contact {
  /// The primary key; the next number when none is given.
  public var id: ID<Contact>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(.int) public var workspaceID: ID<WorkspaceRecord>
  /// The given name, where it is known.
  @Column(.varchar(255)) public var firstName: String?
  /// The family name, where it is known.
  @Column(.varchar(255)) public var lastName: String?
  /// The number with country code: +6281234567890.
  @Column(.varchar(255)) public var phone: String?
  /// The e-mail address, where it is known.
  @Column(.varchar(255)) public var email: String?
  /// The address of a picture.
  @Column(.varchar(255)) public var avatar: String?
  /// The postal address, in free text.
  @Column(.text) public var address: String?
  /// Fields that the workspace added, preferences and other addresses, as JSON.
  @Column(.text) public var metadata: JSON<ContactMetadata>?
  /// When the newest message came or went; kept here to sort by.
  public var latestChatCreatedAt: Date?
  /// 1: a favorite.
  public var isFavorite: Int8 = 0
  /// Who entered the contact.
  @Column(.int) public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One contact by its UUID.
  public static let byUUID = Index.unique("contacts_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's contacts.
  public static let byWorkspace = Index("contacts_workspace_id_index", id: 2, on: \.workspaceID)
  /// Contacts by the beginning of the first name.
  public static let byFirstName = Index("idx_contacts_first_name", id: 3, on: \.firstName[prefix: 10])
  /// Contacts by their newest message.
  public static let byLatestChat = Index("idx_contacts_latest_chat", id: 4, on: \.latestChatCreatedAt)
  /// The words of name, number and e-mail address.
  public static let words = Index.fulltext(
    "idx_contact_fulltext", id: 5, on: \.firstName, \.lastName, \.phone, \.email)
  /// A workspace's contacts by first name.
  public static let byName = Index("idx_workspace_search", id: 6, on: \.workspaceID, \.firstName)
  /// Live contacts by number: who wrote, and whether a contact is known.
  public static let byPhone = Index.own(
    "own_contacts_phone", id: 0x80, on: \.phone, where: columns.deletedAt.isNil)
  /// Live contacts as they are listed, favorites first and then the newest, and how many there are.
  public static let favorites = Index.own(
    "own_contacts_favorites", id: 0x81, on: \.isFavorite, \.createdAt, where: columns.deletedAt.isNil)
}

/// What else is known of a contact; members that are missing are `nil`, others than these are left out.
public struct ContactMetadata: Codable, Hashable, Sendable {
  /// What the contact wishes.
  public struct Preferences: Codable, Hashable, Sendable {
    /// The code of a language: "en".
    public var language: String?
    /// The name of a time zone: "Asia/Jakarta".
    public var timezone: String?
    /// Whether the contact agreed to advertising.
    public var optInMarketing: Bool?

    /// Wishes of a contact.
    public init(language: String? = nil, timezone: String? = nil, optInMarketing: Bool? = nil) {
      self.language = language
      self.timezone = timezone
      self.optInMarketing = optInMarketing
    }

    enum CodingKeys: String, CodingKey {
      case language, timezone
      case optInMarketing = "opt_in_marketing"
    }
  }

  /// The contact's names elsewhere.
  public struct Social: Codable, Hashable, Sendable {
    /// An address at LinkedIn.
    public var linkedin: String?
    /// A name at Facebook.
    public var facebook: String?
    /// A name at Instagram: "@johndoe".
    public var instagram: String?

    /// Names of a contact.
    public init(linkedin: String? = nil, facebook: String? = nil, instagram: String? = nil) {
      self.linkedin = linkedin
      self.facebook = facebook
      self.instagram = instagram
    }
  }

  /// The values of the fields that the workspace added (`ContactField`), by name: "company", "birthday", "tags" ….
  public var customFields: [String: JSONValue]?
  /// What the contact wishes.
  public var preferences: Preferences?
  /// The contact's names elsewhere.
  public var social: Social?

  /// The metadata of a contact.
  public init(
    customFields: [String: JSONValue]? = nil, preferences: Preferences? = nil, social: Social? = nil
  ) {
    self.customFields = customFields
    self.preferences = preferences
    self.social = social
  }

  enum CodingKeys: String, CodingKey {
    case customFields = "custom_fields"
    case preferences, social
  }
}

extension Tables {
  /// The people whom the workspace writes with.
  public var contacts: TableHandle<Contact, Mode> { table() }
}

extension Relations where Row == Contact {
  /// Messages with a contact, the newest first.
  public var chats: Children<Contact, Chat> { Children(by: \.contactID, newestBy: \.createdAt) }
  /// The entries of the contact's thread, the newest first.
  public var chatLogs: Children<Contact, ChatLog> { Children(by: \.contactID, newestBy: \.createdAt) }
  /// The contact's tickets, the latest first.
  public var tickets: Children<Contact, ChatTicket> { Children(by: \.contactID) }
  /// What happened to the contact's tickets, the latest first.
  public var ticketLogs: Children<Contact, ChatTicketLog> { Children(by: \.contactID) }
  /// Notes about the contact, the latest first.
  public var notes: Children<Contact, ChatNote> { Children(by: \.contactID) }
  /// Campaigns' messages to the contact, the latest first.
  public var campaignLogs: Children<Contact, CampaignLog> { Children(by: \.contactID) }
  /// Where the contact is a member, the latest first.
  public var memberships: Children<Contact, ContactGroupMembership> { Children(by: \.contactID) }
  /// The contact's groups in the order in which it was added.
  public var groups: Joined<Contact, ContactGroupMembership, ContactGroup> {
    Joined(by: \.contactID) { $0.contactGroupID }
  }
  /// Who entered the contact.
  public var creator: Parent<Contact, User> { Parent(\.createdBy) { $0.createdBy } }
}

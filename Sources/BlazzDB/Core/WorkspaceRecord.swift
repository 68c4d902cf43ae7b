public import Foundation
public import TableStore

/// A tenant: one company's own contacts, chats and campaigns, apart from all others.
@Table("workspaces", id: 2)
public struct WorkspaceRecord {
  /// The primary key; the next number when none is given.
  public var id: ID<WorkspaceRecord>
  /// The id in URLs and the API, and for `Blazz.workspace(uuid:)`; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The name in addresses: letters and digits that a URL takes.
  @Column(.varchar(128)) public var identifier: String
  /// What people call it.
  @Column(.varchar(255)) public var name: String?
  /// The postal address, in free text.
  @Column(.text) public var address: String?
  /// The workspace's settings, as JSON; compared byte by byte.
  @Column(.longtext, collation: .binary) public var metadata: JSON<WorkspaceMetadata>?
  /// The time zone that times are shown in: "Asia/Jakarta".
  @Column(.varchar(128)) public var timezone: String?
  /// Whether it is in use; a new workspace is active.
  @Column(.varchar(20)) public var status: WorkspaceStatus? = "active"
  /// The user who made it.
  @Column(foreignKey: "workspaces_created_by_foreign", onDelete: .cascade) public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One workspace by its UUID.
  public static let byUUID = Index.unique("workspaces_uuid_unique", id: 1, on: \.uuid)
  /// Workspaces of a user by age.
  public static let byCreator = Index("idx_org_creator_timeline", id: 2, on: \.createdBy, \.createdAt)
  /// Workspaces in a state by age.
  public static let byStatus = Index("idx_org_status_performance", id: 3, on: \.status, \.createdAt)
  /// A workspace by the name in its address.
  public static let byIdentifier = Index.own("own_workspaces_identifier", id: 0x80, on: \.identifier)
}

/// The state of a workspace.
public struct WorkspaceStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// In use.
  public static let active = Self("active")
  /// Kept out for a time.
  public static let suspended = Self("suspended")
  /// Tries the platform out.
  public static let trial = Self("trial")
  /// Given up by the customer.
  public static let cancelled = Self("cancelled")
}

/// A workspace's settings; members that are missing are `nil`, others than these are left out.
public struct WorkspaceMetadata: Codable, Hashable, Sendable {
  /// How much the workspace may have.
  public struct UsageLimits: Codable, Hashable, Sendable {
    /// The most contacts.
    public var contacts: Int?
    /// The most messages in a month.
    public var messagesPerMonth: Int?

    /// Limits of a workspace.
    public init(contacts: Int? = nil, messagesPerMonth: Int? = nil) {
      self.contacts = contacts
      self.messagesPerMonth = messagesPerMonth
    }

    enum CodingKeys: String, CodingKey {
      case contacts
      case messagesPerMonth = "messages_per_month"
    }
  }

  /// The company's id at WhatsApp.
  public var whatsAppBusinessID: String?
  /// The number's id at WhatsApp.
  public var whatsAppPhoneNumberID: String?
  /// The key to WhatsApp, encrypted by the application.
  public var whatsAppAccessToken: String?
  /// What the workspace may do: "campaigns", "auto_replies", "api_access" and others.
  public var featuresEnabled: [String]?
  /// How much the workspace may have.
  public var usageLimits: UsageLimits?

  /// Settings of a workspace.
  public init(
    whatsAppBusinessID: String? = nil, whatsAppPhoneNumberID: String? = nil, whatsAppAccessToken: String? = nil,
    featuresEnabled: [String]? = nil, usageLimits: UsageLimits? = nil
  ) {
    self.whatsAppBusinessID = whatsAppBusinessID
    self.whatsAppPhoneNumberID = whatsAppPhoneNumberID
    self.whatsAppAccessToken = whatsAppAccessToken
    self.featuresEnabled = featuresEnabled
    self.usageLimits = usageLimits
  }

  enum CodingKeys: String, CodingKey {
    case whatsAppBusinessID = "whatsapp_business_id"
    case whatsAppPhoneNumberID = "whatsapp_phone_number_id"
    case whatsAppAccessToken = "whatsapp_access_token"
    case featuresEnabled = "features_enabled"
    case usageLimits = "usage_limits"
  }
}

extension Tables {
  /// The tenants.
  public var workspaces: TableHandle<WorkspaceRecord, Mode> { table() }
}

extension Relations where Row == WorkspaceRecord {
  /// A workspace's subscriptions, the latest first.
  public var subscriptions: Children<WorkspaceRecord, Subscription> { Children(by: \.workspaceID) }
  /// Who works in it, the latest first.
  public var teams: Children<WorkspaceRecord, Team> { Children(by: \.workspaceID) }
  /// Who was invited, the latest first.
  public var teamInvites: Children<WorkspaceRecord, TeamInvite> { Children(by: \.workspaceID) }
  /// Its keys for the API, the latest first.
  public var apiKeys: Children<WorkspaceRecord, WorkspaceAPIKey> { Children(by: \.workspaceID) }
  /// Its campaigns, the latest first.
  public var campaigns: Children<WorkspaceRecord, Campaign> { Children(by: \.workspaceID) }
  /// Its contacts, the latest first.
  public var contacts: Children<WorkspaceRecord, Contact> { Children(by: \.workspaceID) }
  /// Its invoices, the latest first.
  public var invoices: Children<WorkspaceRecord, BillingInvoice> { Children(by: \.workspaceID) }
  /// Its tickets, the latest first.
  public var tickets: Children<WorkspaceRecord, Ticket> { Children(by: \.workspaceID) }
  /// Who made it.
  public var creator: Parent<WorkspaceRecord, User> { Parent(\.createdBy) { $0.createdBy } }
}

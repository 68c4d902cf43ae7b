public import Foundation
public import TableStore

/// One message template sent to a group of contacts.
@Table("campaigns", id: 10, scope: .workspace)
public struct Campaign {
  /// The primary key; the next number when none is given.
  public var id: ID<Campaign>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "campaigns_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// What the team calls the campaign; contacts do not see it.
  @Column(.varchar(128)) public var name: String
  /// What is sent.
  @Column(.int) public var templateID: ID<Template>
  /// Whom it goes to; 0: everyone.
  @Column(.int) public var contactGroupID: ID<ContactGroup>
  /// What fills the template's places, and how far it got, as JSON.
  @Column(.text) public var metadata: JSON<CampaignMetadata>
  /// How far it got; a new campaign is pending.
  @Column(.varchar(128)) public var status: CampaignStatus = "pending"
  /// When to send; NULL: at once.
  @Column(.datetime) public var scheduledAt: Date?
  /// Who made the campaign.
  @Column(.int) public var createdBy: ID<User>
  /// Who deleted it; `delete` leaves this to the application.
  @Column(.int) public var deletedBy: ID<User>?
  /// When it was stored; an update that leaves it alone sets it anew.
  @Column(default: .currentTimestamp, updatesTimestamp: true) public var createdAt: Date
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One campaign by its UUID.
  public static let byUUID = Index.unique("campaigns_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's campaigns.
  public static let byWorkspace = Index("campaigns_workspace_id_index", id: 2, on: \.workspaceID)
  /// Campaigns in a state.
  public static let byStatus = Index("campaigns_status_index", id: 3, on: \.status)
  /// Campaigns by the time they are due.
  public static let bySchedule = Index("campaigns_scheduled_at_index", id: 4, on: \.scheduledAt)
  /// A workspace's live campaigns in a state by their time: which are running, and how many there are.
  public static let agenda = Index.own(
    "own_campaigns_status_schedule", id: 0x80, on: \.status, \.scheduledAt, where: columns.deletedAt.isNil)
  /// All workspaces' live campaigns in a state by their time: which are due.
  public static let due = Index.own(
    "own_campaigns_due", id: 0x81, on: \.status, \.scheduledAt, across: true, where: columns.deletedAt.isNil)
}

/// How far a campaign got.
public struct CampaignStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not begun.
  public static let pending = Self("pending")
  /// Its messages are being sent.
  public static let processing = Self("processing")
  /// All its messages were sent.
  public static let completed = Self("completed")
  /// It broke off with an error.
  public static let failed = Self("failed")
}

/// What a campaign sends, and how far it got; members that are missing are `nil`, others than these are left out.
public struct CampaignMetadata: Codable, Hashable, Sendable {
  /// How many messages got how far.
  public struct Statistics: Codable, Hashable, Sendable {
    /// The contacts that it goes to.
    public var totalContacts: Int?
    /// Messages that WhatsApp took.
    public var sent: Int?
    /// Messages that arrived.
    public var delivered: Int?
    /// Messages that were opened.
    public var read: Int?
    /// Messages that did not go.
    public var failed: Int?

    /// Figures of a campaign.
    public init(
      totalContacts: Int? = nil, sent: Int? = nil, delivered: Int? = nil, read: Int? = nil, failed: Int? = nil
    ) {
      self.totalContacts = totalContacts
      self.sent = sent
      self.delivered = delivered
      self.read = read
      self.failed = failed
    }

    enum CodingKeys: String, CodingKey {
      case totalContacts = "total_contacts"
      case sent, delivered, read, failed
    }
  }

  /// The template's places by name: "order_id" is `{{2}}`.
  public var templateVariables: [String: String]?
  /// What fills each place: `{{1}}` is "contact.first_name", `{{2}}` is "contact.metadata.order_id".
  public var variableMappings: [String: String]?
  /// How fast it is sent: "100_per_minute".
  public var sendRate: String?
  /// How many messages got how far.
  public var statistics: Statistics?

  /// The metadata of a campaign.
  public init(
    templateVariables: [String: String]? = nil, variableMappings: [String: String]? = nil, sendRate: String? = nil,
    statistics: Statistics? = nil
  ) {
    self.templateVariables = templateVariables
    self.variableMappings = variableMappings
    self.sendRate = sendRate
    self.statistics = statistics
  }

  enum CodingKeys: String, CodingKey {
    case templateVariables = "template_variables"
    case variableMappings = "variable_mappings"
    case sendRate = "send_rate"
    case statistics
  }
}

extension Tables {
  /// The workspace's campaigns.
  public var campaigns: TableHandle<Campaign, Mode> { table() }
}

extension Relations where Row == Campaign {
  /// A campaign's messages, the latest first.
  public var logs: Children<Campaign, CampaignLog> { Children(by: \.campaignID) }
  /// The template that it sends.
  public var template: Parent<Campaign, Template> { Parent(\.templateID) { $0.templateID } }
  /// To whom; none for a campaign to everyone.
  public var contactGroup: Parent<Campaign, ContactGroup> { Parent(\.contactGroupID) { $0.contactGroupID } }
  /// The workspace that owns it.
  public var workspace: Parent<Campaign, WorkspaceRecord> { Parent(\.workspaceID) { $0.workspaceID } }
  /// Who made it.
  public var creator: Parent<Campaign, User> { Parent(\.createdBy) { $0.createdBy } }
}

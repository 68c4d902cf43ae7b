public import Foundation
public import TableStore

/// One message template sent to a group of contacts.
@Table("campaigns", id: 10, scope: .workspace)
public struct Campaign {
  public var id: ID<Campaign>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(foreignKey: "campaigns_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  @Column(.varchar(128)) public var name: String
  /// The row of `templates` that is sent.
  public var templateID: Int32
  /// The row of `contact_groups` that it goes to; 0: everyone.
  public var contactGroupID: Int32
  /// What fills the template's places, as JSON.
  @Column(.text) public var metadata: JSON<[String: String]>
  @Column(.varchar(128)) public var status: CampaignStatus = "pending"
  /// When to send; NULL: at once.
  @Column(.datetime) public var scheduledAt: Date?
  @Column(.int) public var createdBy: ID<User>
  @Column(.int) public var deletedBy: ID<User>?
  @Column(default: .currentTimestamp, updatesTimestamp: true) public var createdAt: Date
  public var deletedAt: Date?

  /// One campaign by its UUID.
  public static let byUUID = Index.unique("campaigns_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's campaigns.
  public static let byWorkspace = Index("campaigns_workspace_id_index", id: 2, on: \.workspaceID)
  /// Campaigns in a state.
  public static let byStatus = Index("campaigns_status_index", id: 3, on: \.status)
  /// Campaigns by the time they are due.
  public static let bySchedule = Index("campaigns_scheduled_at_index", id: 4, on: \.scheduledAt)
}

/// How far a campaign got.
public struct CampaignStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let pending = Self("pending")
  public static let processing = Self("processing")
  public static let completed = Self("completed")
  public static let failed = Self("failed")
}

extension Tables {
  /// The workspace's campaigns.
  public var campaigns: TableHandle<Campaign, Mode> { table() }
}

public import Foundation
public import TableStore

/// A tenant: one company's own contacts, chats and campaigns, apart from all others.
@Table("workspaces", id: 2)
public struct WorkspaceRecord {
  public var id: ID<WorkspaceRecord>
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The name in addresses: letters and digits that a URL takes.
  @Column(.varchar(128)) public var identifier: String
  @Column(.varchar(255)) public var name: String?
  @Column(.text) public var address: String?
  /// The workspace's settings, as JSON; compared byte by byte.
  @Column(.longtext, collation: .binary) public var metadata: JSON<[String: String]>?
  @Column(.varchar(128)) public var timezone: String?
  @Column(.varchar(20)) public var status: WorkspaceStatus? = "active"
  /// The user who made it.
  @Column(foreignKey: "workspaces_created_by_foreign", onDelete: .cascade) public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?
  public var deletedAt: Date?

  /// One workspace by its UUID.
  public static let byUUID = Index.unique("workspaces_uuid_unique", id: 1, on: \.uuid)
  /// Workspaces of a user by age.
  public static let byCreator = Index("idx_org_creator_timeline", id: 2, on: \.createdBy, \.createdAt)
  /// Workspaces in a state by age.
  public static let byStatus = Index("idx_org_status_performance", id: 3, on: \.status, \.createdAt)
}

/// The state of a workspace.
public struct WorkspaceStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let active = Self("active")
  public static let suspended = Self("suspended")
  public static let trial = Self("trial")
}

extension Tables {
  /// The tenants.
  public var workspaces: TableHandle<WorkspaceRecord, Mode> { table() }
}

public import Foundation
public import TableStore

/// A key with which a program acts for a workspace.
@Table("workspace_api_keys", id: 49, scope: .workspace)
public struct WorkspaceAPIKey {
  /// The primary key; the next number when none is given.
  public var id: ID<WorkspaceAPIKey>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  public var workspaceID: ID<WorkspaceRecord>
  /// What people call the key.
  @Column(.varchar(255)) public var name: String
  /// The key's hash, not the key.
  @Column(.varchar(255)) public var keyHash: String
  /// The names of permissions, as a JSON array.
  @Column(.text) public var permissions: JSON<[String]>?
  /// When a program last used it; NULL: never.
  public var lastUsedAt: Date?
  /// When it stops working; NULL: never.
  public var expiresAt: Date?
  /// Who made the key.
  public var createdBy: ID<User>
  /// Who deleted it; `delete` leaves this to the application.
  public var deletedBy: ID<User>?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was withdrawn; NULL: live.
  public var deletedAt: Date?

  /// One key by its UUID.
  public static let byUUID = Index.unique("workspace_api_keys_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's keys.
  public static let byWorkspace = Index("workspace_api_keys_workspace_id_index", id: 2, on: \.workspaceID)
  /// Keys by their hash, as a program that signs in asks.
  public static let byHash = Index("workspace_api_keys_key_hash_index", id: 3, on: \.keyHash)
  /// A live key of whatever workspace: whose request it is.
  public static let authentication = Index.own(
    "own_workspace_api_keys_hash", id: 0x80, on: \.keyHash, across: true, where: columns.deletedAt.isNil)
}

extension Tables {
  /// The keys of the workspace's programs.
  public var workspaceAPIKeys: TableHandle<WorkspaceAPIKey, Mode> { table() }
}

extension Relations where Row == WorkspaceAPIKey {
  /// The workspace that a key opens.
  public var workspace: Parent<WorkspaceAPIKey, WorkspaceRecord> { Parent(\.workspaceID) { $0.workspaceID } }
}

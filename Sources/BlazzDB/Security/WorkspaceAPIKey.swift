public import Foundation
public import TableStore

/// A key with which a program acts for a workspace.
@Table("workspace_api_keys", id: 49, scope: .workspace)
public struct WorkspaceAPIKey {
  public var id: ID<WorkspaceAPIKey>
  @Column(.char(50), default: .uuid) public var uuid: String
  public var workspaceID: ID<WorkspaceRecord>
  /// What people call the key.
  @Column(.varchar(255)) public var name: String
  /// The key's hash, not the key.
  @Column(.varchar(255)) public var keyHash: String
  /// The names of permissions, as a JSON array.
  @Column(.text) public var permissions: JSON<[String]>?
  public var lastUsedAt: Date?
  public var expiresAt: Date?
  public var createdBy: ID<User>
  public var deletedBy: ID<User>?
  public var createdAt: Date?
  public var updatedAt: Date?
  public var deletedAt: Date?

  /// One key by its UUID.
  public static let byUUID = Index.unique("workspace_api_keys_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's keys.
  public static let byWorkspace = Index("workspace_api_keys_workspace_id_index", id: 2, on: \.workspaceID)
  /// Keys by their hash, as a program that signs in asks.
  public static let byHash = Index("workspace_api_keys_key_hash_index", id: 3, on: \.keyHash)
}

extension Tables {
  /// The keys of the workspace's programs.
  public var workspaceAPIKeys: TableHandle<WorkspaceAPIKey, Mode> { table() }
}

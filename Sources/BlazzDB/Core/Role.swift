public import Foundation
public import TableStore

/// A named set of permissions. What exactly it allows stands in `RolePermission`.
@Table("roles", id: 9, scope: .workspace)
public struct Role {
  /// The primary key; the next number when none is given.
  public var id: ID<Role>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// NULL: a role of the platform.
  public var workspaceID: ID<WorkspaceRecord>?
  /// What the role is called: "Admin", "Agent", "Viewer".
  @Column(.varchar(100)) public var name: String
  /// The names of permissions, as a JSON array.
  @Column(.text) public var permissions: JSON<[String]>?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One role by its UUID.
  public static let byUUID = Index.unique("roles_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's roles.
  public static let byWorkspace = Index("roles_workspace_id_index", id: 2, on: \.workspaceID)
}

extension Tables {
  /// The roles.
  public var roles: TableHandle<Role, Mode> { table() }
}

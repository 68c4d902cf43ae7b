public import Foundation
public import TableStore

/// A user's place in a workspace.
@Table("teams", id: 3, scope: .workspace)
public struct Team {
  public var id: ID<Team>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(foreignKey: "teams_workspace_id_foreign", onDelete: .cascade) public var workspaceID: ID<WorkspaceRecord>
  @Column(foreignKey: "teams_user_id_foreign", onDelete: .cascade) public var userID: ID<User>
  public var role: TeamRole = .manager
  public var status: TeamStatus = .active
  /// Who added the user.
  @Column(foreignKey: "teams_created_by_foreign", onDelete: .cascade) public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?
  public var deletedAt: Date?

  /// One membership by its UUID.
  public static let byUUID = Index.unique("teams_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's memberships by user and role.
  public static let membership = Index(
    "idx_team_membership_complete", id: 2, on: \.workspaceID, \.userID, \.role, \.createdAt)
}

/// What a member may do in the workspace.
public enum TeamRole: String, EnumColumnValue {
  case owner, manager
}

/// Whether a member may work.
public enum TeamStatus: String, EnumColumnValue {
  case active, suspended
}

extension Tables {
  /// Who works in which workspace.
  public var teams: TableHandle<Team, Mode> { table() }
}

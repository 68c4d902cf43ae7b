public import Foundation
public import TableStore

/// A user's place in a workspace.
@Table("teams", id: 3, scope: .workspace)
public struct Team {
  /// The primary key; the next number when none is given.
  public var id: ID<Team>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that the user works in; a `Workspace` fills in its own.
  @Column(foreignKey: "teams_workspace_id_foreign", onDelete: .cascade) public var workspaceID: ID<WorkspaceRecord>
  /// Who works there; the membership is erased with the user.
  @Column(foreignKey: "teams_user_id_foreign", onDelete: .cascade) public var userID: ID<User>
  /// What the user may do there; a manager unless something else is said.
  public var role: TeamRole = .manager
  /// Whether the user may work there now; a new member may.
  public var status: TeamStatus = .active
  /// Who added the user.
  @Column(foreignKey: "teams_created_by_foreign", onDelete: .cascade) public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When the membership was ended; NULL: it goes on.
  public var deletedAt: Date?

  /// One membership by its UUID.
  public static let byUUID = Index.unique("teams_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's memberships by user and role.
  public static let membership = Index(
    "idx_team_membership_complete", id: 2, on: \.workspaceID, \.userID, \.role, \.createdAt)
  /// Memberships that go with whom they were made by: what InnoDB adds to a foreign key by itself.
  public static let byCreator = Index.own("own_teams_created_by", id: 0x80, on: \.createdBy)
}

/// What a member may do in the workspace.
public enum TeamRole: String, EnumColumnValue {
  /// `owner`: everything, also the bills, the team, and to delete the workspace. `manager`: contacts, campaigns and
  /// chats.
  case owner, manager
}

/// Whether a member may work.
public enum TeamStatus: String, EnumColumnValue {
  /// `active`: works. `suspended`: kept out for a time, and still a member.
  case active, suspended
}

extension Tables {
  /// Who works in which workspace.
  public var teams: TableHandle<Team, Mode> { table() }
}

extension Relations where Row == Team {
  /// Where somebody works.
  public var workspace: Parent<Team, WorkspaceRecord> { Parent(\.workspaceID) { $0.workspaceID } }
  /// Who works there.
  public var user: Parent<Team, User> { Parent(\.userID) { $0.userID } }
}

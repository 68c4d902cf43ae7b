public import Foundation
public import TableStore

/// An invitation to work in a workspace. Whoever accepts it becomes a member: see `Team`.
@Table("team_invites", id: 5, scope: .workspace)
public struct TeamInvite {
  public var id: ID<TeamInvite>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(foreignKey: "team_invites_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// The address of the one who is invited, who need not be a user yet.
  @Column(.varchar(255)) public var email: String
  /// What the new member may do.
  public var role: TeamRole = .manager
  public var status: TeamInviteStatus = .pending
  public var invitedBy: ID<User>
  /// The secret in the link of the invitation.
  @Column(.varchar(255)) public var token: String?
  /// Usually seven days after the invitation.
  public var expiresAt: Date?
  public var acceptedAt: Date?
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One invitation by its UUID.
  public static let byUUID = Index.unique("team_invites_uuid_unique", id: 1, on: \.uuid)
  /// The invitations of an e-mail address.
  public static let byEmail = Index("team_invites_email_index", id: 2, on: \.email)
  /// Invitations in a state.
  public static let byStatus = Index("team_invites_status_index", id: 3, on: \.status)
}

/// What became of an invitation.
public enum TeamInviteStatus: String, EnumColumnValue {
  case pending, accepted, declined, expired
}

extension Tables {
  /// The invitations to the workspace.
  public var teamInvites: TableHandle<TeamInvite, Mode> { table() }
}

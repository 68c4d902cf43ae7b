public import Foundation
public import TableStore

/// An invitation to work in a workspace. Whoever accepts it becomes a member: see `Team`.
@Table("team_invites", id: 5, scope: .workspace)
public struct TeamInvite {
  /// The primary key; the next number when none is given.
  public var id: ID<TeamInvite>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "team_invites_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// The address of the one who is invited, who need not be a user yet.
  @Column(.varchar(255)) public var email: String
  /// What the new member may do.
  public var role: TeamRole = .manager
  /// What became of it; a new one is pending.
  public var status: TeamInviteStatus = .pending
  /// The user who sent the invitation.
  public var invitedBy: ID<User>
  /// The secret in the link of the invitation.
  @Column(.varchar(255)) public var token: String?
  /// Usually seven days after the invitation.
  public var expiresAt: Date?
  /// When it was accepted; NULL: it was not.
  public var acceptedAt: Date?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One invitation by its UUID.
  public static let byUUID = Index.unique("team_invites_uuid_unique", id: 1, on: \.uuid)
  /// The invitations of an e-mail address.
  public static let byEmail = Index("team_invites_email_index", id: 2, on: \.email)
  /// Invitations in a state.
  public static let byStatus = Index("team_invites_status_index", id: 3, on: \.status)
  /// An invitation by the code in its address.
  public static let byToken = Index.own(
    "own_team_invites_token", id: 0x81, on: \.token, across: true, where: columns.token != nil)
}

/// What became of an invitation.
public enum TeamInviteStatus: String, EnumColumnValue {
  /// `pending`: not answered. `accepted`: the user is in the team. `declined`: refused. `expired`: not answered in
  /// time.
  case pending, accepted, declined, expired
}

extension Tables {
  /// The invitations to the workspace.
  public var teamInvites: TableHandle<TeamInvite, Mode> { table() }
}

extension Relations where Row == TeamInvite {
  /// Where somebody is invited to work.
  public var workspace: Parent<TeamInvite, WorkspaceRecord> { Parent(\.workspaceID) { $0.workspaceID } }
  /// Who invites.
  public var inviter: Parent<TeamInvite, User> { Parent(\.invitedBy) { $0.invitedBy } }
}

public import Foundation
public import TableStore

/// A group of contacts, for campaigns and for order. Who is in it stands in `ContactGroupMembership`.
@Table("contact_groups", id: 21, scope: .workspace)
public struct ContactGroup {
  /// The primary key; the next number when none is given.
  public var id: ID<ContactGroup>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(.int) public var workspaceID: ID<WorkspaceRecord>
  /// What the team calls the group: "VIP Customers".
  @Column(.varchar(255)) public var name: String
  /// Who made the group.
  @Column(.int) public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One group by its UUID.
  public static let byUUID = Index.unique("contact_groups_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's groups.
  public static let byWorkspace = Index("contact_groups_workspace_id_index", id: 2, on: \.workspaceID)
  /// Live groups by name: whether a name is taken, and lists that begin with a name.
  public static let byName = Index.own(
    "own_contact_groups_name", id: 0x80, on: \.name, where: columns.deletedAt.isNil)
}

extension Tables {
  /// The workspace's groups of contacts.
  public var contactGroups: TableHandle<ContactGroup, Mode> { table() }
}

extension Relations where Row == ContactGroup {
  /// Who is a member, the latest first.
  public var memberships: Children<ContactGroup, ContactGroupMembership> { Children(by: \.contactGroupID) }
  /// The members in the order in which they were added.
  public var contacts: Joined<ContactGroup, ContactGroupMembership, Contact> {
    Joined(by: \.contactGroupID) { $0.contactID }
  }
  /// The campaigns to a group, the latest first.
  public var campaigns: Children<ContactGroup, Campaign> { Children(by: \.contactGroupID) }
}

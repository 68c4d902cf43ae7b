public import Foundation
public import TableStore

/// A group of contacts, for campaigns and for order. Who is in it stands in `ContactGroupMembership`.
@Table("contact_groups", id: 21, scope: .workspace)
public struct ContactGroup {
  public var id: ID<ContactGroup>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.int) public var workspaceID: ID<WorkspaceRecord>
  @Column(.varchar(255)) public var name: String
  @Column(.int) public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?
  public var deletedAt: Date?

  /// One group by its UUID.
  public static let byUUID = Index.unique("contact_groups_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's groups.
  public static let byWorkspace = Index("contact_groups_workspace_id_index", id: 2, on: \.workspaceID)
}

extension Tables {
  /// The workspace's groups of contacts.
  public var contactGroups: TableHandle<ContactGroup, Mode> { table() }
}

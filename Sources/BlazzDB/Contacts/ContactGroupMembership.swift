public import Foundation
public import TableStore

/// A contact's place in a group. A contact may be in many groups, in each of them once.
@Table("contact_contact_group", id: 22, scope: .inherited("contact_id"))
public struct ContactGroupMembership {
  /// The primary key; the next number when none is given.
  public var id: ID<ContactGroupMembership>
  /// Who is in the group; the membership is erased with the contact.
  @Column(foreignKey: "contact_contact_group_contact_id_foreign", onDelete: .cascade)
  public var contactID: ID<Contact>
  /// The group; the membership is erased with it.
  @Column(foreignKey: "contact_contact_group_contact_group_id_foreign", onDelete: .cascade)
  public var contactGroupID: ID<ContactGroup>
  /// When the contact came into the group.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One membership by contact and group; a contact's memberships.
  public static let byContact = Index.unique("unique_membership", id: 1, on: \.contactID, \.contactGroupID)
  /// The memberships of a group.
  public static let byGroup = Index("idx_group_members", id: 2, on: \.contactGroupID)
}

extension Tables {
  /// Which of the workspace's contacts are in which groups.
  public var contactGroupMemberships: TableHandle<ContactGroupMembership, Mode> { table() }
}

extension Relations where Row == ContactGroupMembership {
  /// Who is a member.
  public var contact: Parent<ContactGroupMembership, Contact> { Parent(\.contactID) { $0.contactID } }
  /// Of which group.
  public var group: Parent<ContactGroupMembership, ContactGroup> {
    Parent(\.contactGroupID) { $0.contactGroupID }
  }
}

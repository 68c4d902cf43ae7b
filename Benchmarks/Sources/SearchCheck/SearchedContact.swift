import Foundation
import TableStore

/// A contact with the document's columns that matter here, and a full-text index like `Contact.words` that a store can
/// be made without: so that it can be seen what the index costs.
@Table("contacts", id: 1, scope: .workspace)
struct SearchedContact {
  var id: ID<SearchedContact>
  @Column(.char(50), default: .uuid) var uuid: String
  @Column(.int) var workspaceID: ID<Tenant>
  @Column(.varchar(255)) var firstName: String?
  @Column(.varchar(255)) var lastName: String?
  @Column(.varchar(255)) var phone: String?
  @Column(.varchar(255)) var email: String?
  @Column(.text) var metadata: String?
  var isFavorite: Int8 = 0
  var createdAt: Date?
  var deletedAt: Date?

  static let indexName = "contacts_fulltext"
  static let words = Index.ownFulltext(
    indexName, id: 0x80, on: \.firstName, \.lastName, \.phone, \.email)
}

/// Whose contacts they are.
@Table("workspaces", id: 2, scope: .global)
struct Tenant {
  var id: ID<Tenant>
  @Column(.varchar(100)) var name: String
}

public import Foundation
public import TableStore

/// A field that a workspace added to its contacts. Its values stand in `Contact.metadata`.
@Table("contact_fields", id: 23, scope: .workspace)
public struct ContactField {
  public var id: ID<ContactField>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.int) public var workspaceID: ID<WorkspaceRecord>
  /// What is written beside the field.
  @Column(.varchar(255)) public var name: String
  @Column(.varchar(50)) public var fieldType: ContactFieldType
  /// Further details, as JSON: an array of the values to choose from, an object with the format of a date.
  @Column(.text) public var options: JSON<JSONValue>?
  /// Whether it must be filled in.
  public var isRequired: Bool = false
  @Column(.int) public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One field by its UUID.
  public static let byUUID = Index.unique("contact_fields_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's fields.
  public static let byWorkspace = Index("contact_fields_workspace_id_index", id: 2, on: \.workspaceID)
}

/// What a field takes.
public struct ContactFieldType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let text = Self("text")
  public static let number = Self("number")
  public static let date = Self("date")
  /// One of the values in the field's options.
  public static let select = Self("select")
  public static let checkbox = Self("checkbox")
}

extension Tables {
  /// The fields that the workspace added to its contacts.
  public var contactFields: TableHandle<ContactField, Mode> { table() }
}

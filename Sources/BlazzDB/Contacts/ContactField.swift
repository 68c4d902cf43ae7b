public import Foundation
public import TableStore

/// A field that a workspace added to its contacts. Its values stand in `Contact.metadata`.
@Table("contact_fields", id: 23, scope: .workspace)
public struct ContactField {
  /// The primary key; the next number when none is given.
  public var id: ID<ContactField>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(.int) public var workspaceID: ID<WorkspaceRecord>
  /// What is written beside the field.
  @Column(.varchar(255)) public var name: String
  /// What the field takes: text, a number, a date …
  @Column(.varchar(50)) public var fieldType: ContactFieldType
  /// Further details, as JSON: an array of the values to choose from, an object with the format of a date.
  @Column(.text) public var options: JSON<JSONValue>?
  /// Whether it must be filled in.
  public var isRequired: Bool = false
  /// Who added the field.
  @Column(.int) public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
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

  /// Any text.
  public static let text = Self("text")
  /// A number.
  public static let number = Self("number")
  /// A date; the options may say its format: "YYYY-MM-DD".
  public static let date = Self("date")
  /// One of the values in the field's options.
  public static let select = Self("select")
  /// A mark to set or not.
  public static let checkbox = Self("checkbox")
}

extension Tables {
  /// The fields that the workspace added to its contacts.
  public var contactFields: TableHandle<ContactField, Mode> { table() }
}

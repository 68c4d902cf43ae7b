public import Foundation
public import TableStore

/// One access to personal data: the answer to those who ask who saw or changed theirs.
@Table("data_access_logs", id: 48, scope: .workspace)
public struct DataAccessLog {
  /// The primary key; the next number when none is given.
  public var id: ID<DataAccessLog>
  /// The request that did it.
  @Column(.varchar(100), references: AuditLog.self) public var auditID: String?
  /// Who came to the data.
  public var userID: ID<User>
  /// Whose data it is.
  public var targetUserID: ID<User>?
  /// NULL: the data belongs to no workspace.
  public var workspaceID: ID<WorkspaceRecord>?
  /// What kind of data it was: a profile, messages, a contact.
  @Column(.varchar(50)) public var dataType: AccessedDataType
  /// What was done with the data: read, exported, changed or deleted.
  @Column(.varchar(20)) public var accessType: DataAccessType
  /// The table or endpoint.
  @Column(.varchar(100)) public var dataSource: String?
  /// Which fields, as JSON.
  public var accessedFields: JSON<JSONValue>?
  /// What the data was needed for.
  @Column(.varchar(200)) public var purpose: String?
  /// Whether the person whose data it is agreed.
  public var consentGiven: Bool = false
  /// When the data was accessed.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// Who came to a person's data, by kind of data and time.
  public static let byTarget = Index(
    "data_target_type_created_idx", id: 1, on: \.targetUserID, \.dataType, \.createdAt)
  /// A workspace's accesses by kind and time.
  public static let byWorkspace = Index(
    "data_org_access_created_idx", id: 2, on: \.workspaceID, \.accessType, \.createdAt)
  /// Accesses with or without consent by time.
  public static let byConsent = Index("data_consent_created_idx", id: 3, on: \.consentGiven, \.createdAt)
  /// A user's accesses by kind and time.
  public static let byUser = Index(
    "data_user_access_created_idx", id: 4, on: \.userID, \.accessType, \.createdAt)
}

/// What kind of data it was.
public struct AccessedDataType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A user's own data: name, addresses, picture.
  public static let userProfile = Self("user_profile")
  /// Messages with a contact.
  public static let chatHistory = Self("chat_history")
  /// A contact's data: name, number, addresses.
  public static let contactInfo = Self("contact_info")
}

/// What was done with the data.
public struct DataAccessType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It was looked at.
  public static let read = Self("read")
  /// It was taken out of the application.
  public static let export = Self("export")
  /// It was changed.
  public static let modify = Self("modify")
  /// It was deleted.
  public static let delete = Self("delete")
}

extension Tables {
  /// Who came to which of the workspace's data.
  public var dataAccessLogs: TableHandle<DataAccessLog, Mode> { table() }
}

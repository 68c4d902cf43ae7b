public import Foundation
public import TableStore

/// One outgoing e-mail, and how far it got.
@Table("email_logs", id: 67)
public struct EmailLog {
  public var id: ID<EmailLog>
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The user whom it is for.
  @Column(.int) public var userID: ID<User>?
  /// The address.
  @Column(.varchar(255)) public var recipient: String
  @Column(.varchar(255)) public var subject: String
  @Column(.text) public var message: String
  public var status: EmailStatus = .queued
  /// How often it was tried.
  public var attempts: Int32 = 0
  /// What else is known of the delivery, as JSON.
  @Column(.text) public var metadata: JSON<JSONValue>?
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One e-mail by its UUID.
  public static let byUUID = Index.unique("email_logs_uuid_unique", id: 1, on: \.uuid)
  /// A user's e-mails.
  public static let byUser = Index("email_logs_user_id_index", id: 2, on: \.userID)
  /// E-mails in a state.
  public static let byStatus = Index("email_logs_status_index", id: 3, on: \.status)
}

/// How far an e-mail got.
public enum EmailStatus: String, EnumColumnValue {
  case queued, sent, failed
}

extension Tables {
  /// The outgoing e-mails.
  public var emailLogs: TableHandle<EmailLog, Mode> { table() }
}

public import Foundation
public import TableStore

/// One outgoing e-mail, and how far it got.
@Table("email_logs", id: 67)
public struct EmailLog {
  /// The primary key; the next number when none is given.
  public var id: ID<EmailLog>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The user whom it is for.
  @Column(.int) public var userID: ID<User>?
  /// The address.
  @Column(.varchar(255)) public var recipient: String
  /// The subject line.
  @Column(.varchar(255)) public var subject: String
  /// The text that is sent.
  @Column(.text) public var message: String
  /// How far it got; a new one is queued.
  public var status: EmailStatus = .queued
  /// How often it was tried.
  public var attempts: Int32 = 0
  /// What else is known of the delivery, as JSON.
  @Column(.text) public var metadata: JSON<JSONValue>?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
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
  /// `queued`: waits to be sent. `sent`: the mail server took it. `failed`: it could not be sent.
  case queued, sent, failed
}

extension Tables {
  /// The outgoing e-mails.
  public var emailLogs: TableHandle<EmailLog, Mode> { table() }
}

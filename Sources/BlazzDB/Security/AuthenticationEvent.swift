public import Foundation
public import TableStore

/// One step of signing in or out, or of a password's reset.
@Table("authentication_events", id: 46, scope: .workspace)
public struct AuthenticationEvent {
  /// The primary key; the next number when none is given.
  public var id: ID<AuthenticationEvent>
  /// The request that did it; NULL also once that request's row is erased.
  @Column(
    .varchar(100), references: AuditLog.self, foreignKey: "authentication_events_audit_id_foreign", onDelete: .setNull)
  public var auditID: String?
  /// What happened: a sign-in, a sign-out, a reset …
  public var eventType: AuthenticationEventType
  /// The address that was typed, whether or not somebody has it.
  @Column(.varchar(255)) public var email: String?
  /// Whose account it is; NULL: not known.
  public var userID: ID<User>?
  /// NULL: the event belongs to no workspace.
  public var workspaceID: ID<WorkspaceRecord>?
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// What the browser or program calls itself.
  @Column(.text) public var userAgent: String?
  /// Why it failed; NULL: nothing did.
  @Column(.varchar(100)) public var failureReason: String?
  /// Whether it looks like an attack.
  public var suspicious: Bool = false
  /// Attempts at the second factor, the device and others, as JSON.
  public var additionalData: JSON<JSONValue>?
  /// When it happened.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// Events of an e-mail address by kind and time.
  public static let byEmail = Index(
    "auth_email_type_created_idx", id: 1, on: \.email, \.eventType, \.createdAt)
  /// Events from an address by kind and time.
  public static let byAddress = Index(
    "auth_ip_type_created_idx", id: 2, on: \.ipAddress, \.eventType, \.createdAt)
  /// Suspicious events, or the others, by time.
  public static let bySuspicion = Index("auth_suspicious_created_idx", id: 3, on: \.suspicious, \.createdAt)
  /// Events of a user by kind and time.
  public static let byUser = Index("auth_user_type_created_idx", id: 4, on: \.userID, \.eventType, \.createdAt)
  /// Events of a request, which let go of it when it is erased: what InnoDB adds to a foreign key by itself.
  public static let byAudit = Index.own("own_authentication_events_audit", id: 0x80, on: \.auditID)
}

/// What happened.
public enum AuthenticationEventType: String, EnumColumnValue {
  /// Somebody tries to sign in.
  case loginAttempt = "login_attempt"
  /// Somebody signed in.
  case loginSuccess = "login_success"
  /// A sign-in was refused.
  case loginFailure = "login_failure"
  /// Somebody signed out.
  case logout
  /// A password was set anew.
  case passwordReset = "password_reset"
  /// The account takes no more sign-ins.
  case accountLocked = "account_locked"
}

extension Tables {
  /// Who signed in and out of the workspace, or failed to.
  public var authenticationEvents: TableHandle<AuthenticationEvent, Mode> { table() }
}

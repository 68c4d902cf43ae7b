public import Foundation
public import TableStore

/// One request to the application: who asked for what, from where, and what came of it.
@Table("audit_logs", id: 44, scope: .workspace)
public struct AuditLog {
  /// The request's id, given by the application.
  @Column(.varchar(100)) public var id: String
  @Column(.varchar(100)) public var requestID: String?
  @Column(.varchar(50)) public var eventType: String
  @Column(.varchar(100)) public var endpoint: String?
  @Column(.varchar(10)) public var method: AuditMethod
  @Column(.text) public var url: String
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  @Column(.text) public var userAgent: String?
  public var userID: ID<User>?
  /// NULL: the request belongs to no workspace.
  @Column(foreignKey: "audit_logs_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>?
  @Column(.varchar(100)) public var sessionID: String?
  /// What was sent, as JSON of any shape.
  public var requestData: JSON<JSONValue>?
  public var statusCode: Int32?
  /// Bytes.
  public var responseSize: Int64?
  /// Milliseconds.
  @Column(.decimal(10, 3)) public var executionTime: Decimal?
  /// Bytes.
  public var memoryUsage: Int64?
  public var success: Bool?
  @Column(.varchar(20)) public var eventResult: AuditResult?
  public var createdAt: Date?
  public var updatedAt: Date?

  /// A user's requests by time.
  public static let byUser = Index("audit_logs_user_id_created_at_index", id: 1, on: \.userID, \.createdAt)
  /// A workspace's requests by time.
  public static let byWorkspace = Index(
    "audit_logs_workspace_id_created_at_index", id: 2, on: \.workspaceID, \.createdAt)
  /// Requests from an address by time.
  public static let byAddress = Index(
    "audit_logs_ip_address_created_at_index", id: 3, on: \.ipAddress, \.createdAt)
  /// Requests of a kind by time.
  public static let byEvent = Index(
    "audit_logs_event_type_created_at_index", id: 4, on: \.eventType, \.createdAt)
  /// Requests that went well or not, by time.
  public static let bySuccess = Index("audit_logs_success_created_at_index", id: 5, on: \.success, \.createdAt)
}

/// The HTTP method of a request.
public struct AuditMethod: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The method stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let get = Self("GET")
  public static let post = Self("POST")
  public static let put = Self("PUT")
  public static let delete = Self("DELETE")
}

/// What came of a request.
public struct AuditResult: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The result stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let success = Self("success")
  /// The request was at fault: status 400 to 499.
  public static let clientError = Self("client_error")
  /// The application was at fault: status 500 to 599.
  public static let serverError = Self("server_error")
}

extension Tables {
  /// The requests to the application.
  public var auditLogs: TableHandle<AuditLog, Mode> { table() }
}

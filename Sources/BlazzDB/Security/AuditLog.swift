public import Foundation
public import TableStore

/// One request to the application: who asked for what, from where, and what came of it.
@Table("audit_logs", id: 44, scope: .workspace)
public struct AuditLog {
  /// The request's id, given by the application.
  @Column(.varchar(100)) public var id: String
  /// The request's id apart from the key; NULL: none.
  @Column(.varchar(100)) public var requestID: String?
  /// What kind of request it was, in the words of the application.
  @Column(.varchar(50)) public var eventType: String
  /// The endpoint that was asked; NULL: none.
  @Column(.varchar(100)) public var endpoint: String?
  /// The HTTP method: GET, POST …
  @Column(.varchar(10)) public var method: AuditMethod
  /// The whole address that was asked for.
  @Column(.text) public var url: String
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// What the browser or program calls itself.
  @Column(.text) public var userAgent: String?
  /// Who was signed in; NULL: nobody.
  public var userID: ID<User>?
  /// NULL: the request belongs to no workspace.
  @Column(foreignKey: "audit_logs_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>?
  /// The session that the request was part of.
  @Column(.varchar(100)) public var sessionID: String?
  /// What was sent, as JSON of any shape.
  public var requestData: JSON<JSONValue>?
  /// The HTTP status of the answer: 200, 404 …
  public var statusCode: Int32?
  /// Bytes.
  public var responseSize: Int64?
  /// Milliseconds.
  @Column(.decimal(10, 3)) public var executionTime: Decimal?
  /// Bytes.
  public var memoryUsage: Int64?
  /// Whether it went well; NULL: not known.
  public var success: Bool?
  /// Whether it went well, and whose fault it was if not.
  @Column(.varchar(20)) public var eventResult: AuditResult?
  /// When the request was logged.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
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

  /// Reads.
  public static let get = Self("GET")
  /// Sends something new.
  public static let post = Self("POST")
  /// Replaces something.
  public static let put = Self("PUT")
  /// Removes something.
  public static let delete = Self("DELETE")
}

/// What came of a request.
public struct AuditResult: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The result stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It went well: a status below 400.
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

extension Relations where Row == AuditLog {
  /// What a request was held to be, the latest first.
  public var incidents: Children<AuditLog, SecurityIncident> { Children(by: \.auditID) }
  /// Who sent it.
  public var user: Parent<AuditLog, User> { Parent(\.userID) { $0.userID } }
}

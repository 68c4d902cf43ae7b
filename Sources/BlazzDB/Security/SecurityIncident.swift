public import Foundation
public import TableStore

/// Something that endangers the application: what was noticed, how bad it is, and whether it was dealt with.
@Table("security_incidents", id: 45, scope: .inherited("audit_id"))
public struct SecurityIncident {
  /// The primary key; the next number when none is given.
  public var id: ID<SecurityIncident>
  /// The request in which it was noticed, whose workspace the incident belongs to; NULL: it came with no request.
  @Column(
    .varchar(100), references: AuditLog.self, foreignKey: "security_incidents_audit_id_foreign", onDelete: .cascade)
  public var auditID: String?
  /// What happened: unauthorized access, SQL injection …
  @Column(.varchar(50)) public var incidentType: IncidentType
  /// How bad it is, from low to critical.
  public var severity: IncidentSeverity
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// Who was signed in.
  public var userID: ID<User>?
  /// The endpoint that was asked; NULL: not known.
  @Column(.varchar(100)) public var endpoint: String?
  /// What was noticed, as JSON.
  public var details: JSON<JSONValue>?
  /// Whether it was dealt with.
  public var resolved: Bool = false
  /// What was done about it.
  @Column(.text) public var resolutionNotes: String?
  /// When it was dealt with; NULL: not yet.
  public var resolvedAt: Date?
  /// When it was noticed.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// The incidents of a request.
  public static let byAudit = Index("security_incidents_audit_id_index", id: 1, on: \.auditID)
  /// Incidents of a severity, open or resolved, by time.
  public static let bySeverity = Index(
    "security_severity_resolved_created_idx", id: 2, on: \.severity, \.resolved, \.createdAt)
  /// Incidents of a kind by time.
  public static let byType = Index("security_type_created_idx", id: 3, on: \.incidentType, \.createdAt)
}

/// What kind of incident it is.
public struct IncidentType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Somebody asked for what they may not have.
  public static let unauthorizedAccess = Self("unauthorized_access")
  /// More requests than are allowed.
  public static let rateLimit = Self("rate_limit")
  /// SQL was sent where a value belongs.
  public static let sqlInjection = Self("sql_injection")
}

/// How bad an incident is.
public enum IncidentSeverity: String, EnumColumnValue {
  /// From the least to the worst, and sorted so.
  case low, medium, high, critical
}

extension Tables {
  /// The incidents in the workspace's requests.
  public var securityIncidents: TableHandle<SecurityIncident, Mode> { table() }
}

extension Relations where Row == SecurityIncident {
  /// The request.
  public var audit: Parent<SecurityIncident, AuditLog> { Parent(\.auditID) { $0.auditID } }
}

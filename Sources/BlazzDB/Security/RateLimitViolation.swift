public import Foundation
public import TableStore

/// A caller that asks more often than it may.
@Table("rate_limit_violations", id: 47)
public struct RateLimitViolation {
  /// The primary key; the next number when none is given.
  public var id: ID<RateLimitViolation>
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// Who was signed in; NULL: nobody.
  public var userID: ID<User>?
  /// Whose requests the limit counts: an address's, a user's …
  @Column(.varchar(50)) public var rateLimitType: RateLimitType
  /// The endpoint that was asked; NULL: no particular one.
  @Column(.varchar(100)) public var endpoint: String?
  /// Requests within the window.
  public var attempts: Int32 = 1
  /// Requests that the window allows.
  public var limitThreshold: Int32
  /// Seconds.
  public var windowDuration: Int32
  /// When the caller first asked too often.
  public var firstViolation: Date?
  /// When the caller last asked too often.
  public var lastViolation: Date?
  /// Whether the caller is kept out.
  public var blocked: Bool = false
  /// When the block ends; NULL: there is none, or it has no end.
  public var blockExpiresAt: Date?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// An address's violations by kind of limit and time.
  public static let byAddress = Index(
    "rate_limit_ip_type_created_idx", id: 1, on: \.ipAddress, \.rateLimitType, \.createdAt)
  /// Blocked callers, or the others, by the end of the block.
  public static let byBlock = Index("rate_limit_blocked_expires_idx", id: 2, on: \.blocked, \.blockExpiresAt)
  /// Violations by the latest one's time.
  public static let byLastViolation = Index("rate_limit_last_violation_idx", id: 3, on: \.lastViolation)
}

/// Whose requests a limit counts.
public struct RateLimitType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// All that come from an address.
  public static let ip = Self("ip")
  /// All of a user.
  public static let user = Self("user")
  /// All that go to an endpoint.
  public static let endpoint = Self("endpoint")
  /// All of a workspace.
  public static let workspace = Self("workspace")
}

extension Tables {
  /// The callers that asked too often.
  public var rateLimitViolations: TableHandle<RateLimitViolation, Mode> { table() }
}

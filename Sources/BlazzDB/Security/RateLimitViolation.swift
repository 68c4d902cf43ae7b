public import Foundation
public import TableStore

/// A caller that asks more often than it may.
@Table("rate_limit_violations", id: 47)
public struct RateLimitViolation {
  public var id: ID<RateLimitViolation>
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  public var userID: ID<User>?
  @Column(.varchar(50)) public var rateLimitType: RateLimitType
  @Column(.varchar(100)) public var endpoint: String?
  /// Requests within the window.
  public var attempts: Int32 = 1
  /// Requests that the window allows.
  public var limitThreshold: Int32
  /// Seconds.
  public var windowDuration: Int32
  public var firstViolation: Date?
  public var lastViolation: Date?
  public var blocked: Bool = false
  public var blockExpiresAt: Date?
  public var createdAt: Date?
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
  public static let user = Self("user")
  /// All that go to an endpoint.
  public static let endpoint = Self("endpoint")
  public static let workspace = Self("workspace")
}

extension Tables {
  /// The callers that asked too often.
  public var rateLimitViolations: TableHandle<RateLimitViolation, Mode> { table() }
}

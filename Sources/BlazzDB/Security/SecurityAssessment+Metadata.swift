/// What a risk score was made of; members that are missing are `nil`, others than these are left out.
public struct DetectedThreats: Codable, Hashable, Sendable {
  /// What was noticed.
  public struct RiskFactors: Codable, Hashable, Sendable {
    /// How many sign-ins were refused.
    public var failedLoginAttempts: Int?
    /// How often more requests came than are allowed.
    public var rateLimitViolations: Int?
    /// "unusual_hours", "multiple_locations", "tor_exit_node" and others.
    public var suspiciousPatterns: [String]?
    /// How many reports name the address.
    public var threatIntelligenceMatches: Int?
    /// Whether stolen passwords were tried one after the other.
    public var credentialStuffingDetected: Bool?

    /// Factors of a risk.
    public init(
      failedLoginAttempts: Int? = nil, rateLimitViolations: Int? = nil, suspiciousPatterns: [String]? = nil,
      threatIntelligenceMatches: Int? = nil, credentialStuffingDetected: Bool? = nil
    ) {
      self.failedLoginAttempts = failedLoginAttempts
      self.rateLimitViolations = rateLimitViolations
      self.suspiciousPatterns = suspiciousPatterns
      self.threatIntelligenceMatches = threatIntelligenceMatches
      self.credentialStuffingDetected = credentialStuffingDetected
    }

    enum CodingKeys: String, CodingKey {
      case failedLoginAttempts = "failed_login_attempts"
      case rateLimitViolations = "rate_limit_violations"
      case suspiciousPatterns = "suspicious_patterns"
      case threatIntelligenceMatches = "threat_intelligence_matches"
      case credentialStuffingDetected = "credential_stuffing_detected"
    }
  }

  /// What was noticed.
  public var riskFactors: RiskFactors?
  /// 0…100.
  public var riskScore: Int?
  /// "high" and others.
  public var severity: String?
  /// Whether the address was blocked without anybody's doing.
  public var autoBlocked: Bool?

  /// A score with its factors.
  public init(
    riskFactors: RiskFactors? = nil, riskScore: Int? = nil, severity: String? = nil, autoBlocked: Bool? = nil
  ) {
    self.riskFactors = riskFactors
    self.riskScore = riskScore
    self.severity = severity
    self.autoBlocked = autoBlocked
  }

  enum CodingKeys: String, CodingKey {
    case riskFactors = "risk_factors"
    case riskScore = "risk_score"
    case severity
    case autoBlocked = "auto_blocked"
  }
}

/// What to do about a risk; members that are missing are `nil`, others than these are left out.
public struct SecurityRecommendations: Codable, Hashable, Sendable {
  /// What the user is told.
  public struct UserNotification: Codable, Hashable, Sendable {
    /// Whether it goes by e-mail.
    public var sendEmail: Bool?
    /// Whether it goes by SMS.
    public var sendSMS: Bool?
    /// What the user reads.
    public var message: String?

    /// A message and the ways it takes.
    public init(sendEmail: Bool? = nil, sendSMS: Bool? = nil, message: String? = nil) {
      self.sendEmail = sendEmail
      self.sendSMS = sendSMS
      self.message = message
    }

    enum CodingKeys: String, CodingKey {
      case sendEmail = "send_email"
      case sendSMS = "send_sms"
      case message
    }
  }

  /// What to do at once, a sentence each.
  public var immediateActions: [String]?
  /// What to keep an eye on, a sentence each.
  public var monitoring: [String]?
  /// What the user is told.
  public var userNotification: UserNotification?

  /// Recommendations for now, for later and for the user.
  public init(
    immediateActions: [String]? = nil, monitoring: [String]? = nil, userNotification: UserNotification? = nil
  ) {
    self.immediateActions = immediateActions
    self.monitoring = monitoring
    self.userNotification = userNotification
  }

  enum CodingKeys: String, CodingKey {
    case immediateActions = "immediate_actions"
    case monitoring
    case userNotification = "user_notification"
  }
}

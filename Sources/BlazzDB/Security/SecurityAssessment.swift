public import Foundation
public import TableStore

/// How risky an address is, alone or with a user.
@Table("security_assessments", id: 52, scope: .workspace)
public struct SecurityAssessment {
  /// The primary key; the next number when none is given.
  public var id: ID<SecurityAssessment>
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// The user at the address; NULL: the address alone is assessed.
  public var userID: ID<User>?
  /// NULL: the assessment belongs to no workspace.
  public var workspaceID: ID<WorkspaceRecord>?
  /// 0…100, the riskiest last.
  public var riskScore: Int32 = 0
  /// What the score was made of, as JSON.
  public var threatsDetected: JSON<DetectedThreats>?
  /// What to do about it, as JSON.
  public var recommendations: JSON<SecurityRecommendations>?
  /// Whether it led to a block.
  public var blocked: Bool = false
  /// When the risk was assessed.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// Assessments by score and time.
  public static let byRisk = Index(
    "security_assessments_risk_score_created_at_index", id: 1, on: \.riskScore, \.createdAt)
  /// Assessments that led to a block, or the others, by time.
  public static let byBlock = Index(
    "security_assessments_blocked_created_at_index", id: 2, on: \.blocked, \.createdAt)
  /// Assessments of an address.
  public static let byAddress = Index("security_assessments_ip_address_index", id: 3, on: \.ipAddress)
  /// Assessments of a user.
  public static let byUser = Index("security_assessments_user_id_index", id: 4, on: \.userID)
  /// A workspace's assessments.
  public static let byWorkspace = Index("security_assessments_organization_id_index", id: 5, on: \.workspaceID)
}

extension Tables {
  /// How risky the workspace's visitors are.
  public var securityAssessments: TableHandle<SecurityAssessment, Mode> { table() }
}

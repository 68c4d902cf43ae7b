public import Foundation
public import TableStore

/// A plan that workspaces subscribe to: its price, and what it includes.
@Table("subscription_plans", id: 7)
public struct SubscriptionPlan {
  /// The primary key; the next number when none is given.
  public var id: ID<SubscriptionPlan>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// What customers read: "Starter", "Professional", "Enterprise".
  @Column(.varchar(100)) public var name: String
  /// For one period.
  @Column(.decimal(23, 2)) public var price: Decimal
  /// What the price pays for: a month or a year.
  public var period: SubscriptionPeriod
  /// Features and limits, as JSON.
  @Column(.text) public var metadata: JSON<SubscriptionPlanMetadata>
  /// Whether it can be subscribed to; a new plan can.
  public var status: SubscriptionPlanStatus = .active
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One plan by its UUID.
  public static let byUUID = Index.unique("subscription_plans_uuid_unique", id: 1, on: \.uuid)
  /// Plans in a state.
  public static let byStatus = Index("subscription_plans_status_index", id: 2, on: \.status)
}

/// What a plan's price pays for.
public enum SubscriptionPeriod: String, EnumColumnValue {
  /// The price is for one month, or for one year.
  case monthly, yearly
}

/// Whether a plan is on offer.
public enum SubscriptionPlanStatus: String, EnumColumnValue {
  /// `active`: on offer. `inactive`: not on offer. `deleted`: taken away, and kept for past subscriptions.
  case active, inactive, deleted
}

/// What a plan includes; members that are missing are `nil`, others than these are left out.
public struct SubscriptionPlanMetadata: Codable, Hashable, Sendable {
  /// What a workspace may do and how much of it; a limit of −1 is none.
  public struct Features: Codable, Hashable, Sendable {
    /// The most contacts.
    public var contactsLimit: Int?
    /// The most messages in a month.
    public var messagesPerMonth: Int?
    /// The most members of the team.
    public var teamMembers: Int?
    /// Whether campaigns can be sent.
    public var campaignsEnabled: Bool?
    /// Whether messages can be answered by rules.
    public var autoRepliesEnabled: Bool?
    /// Whether other programs may reach the workspace.
    public var apiAccess: Bool?
    /// Whether there are further reports.
    public var advancedAnalytics: Bool?
    /// Whether questions to the support come first.
    public var prioritySupport: Bool?

    /// The features of a plan.
    public init(
      contactsLimit: Int? = nil, messagesPerMonth: Int? = nil, teamMembers: Int? = nil, campaignsEnabled: Bool? = nil,
      autoRepliesEnabled: Bool? = nil, apiAccess: Bool? = nil, advancedAnalytics: Bool? = nil,
      prioritySupport: Bool? = nil
    ) {
      self.contactsLimit = contactsLimit
      self.messagesPerMonth = messagesPerMonth
      self.teamMembers = teamMembers
      self.campaignsEnabled = campaignsEnabled
      self.autoRepliesEnabled = autoRepliesEnabled
      self.apiAccess = apiAccess
      self.advancedAnalytics = advancedAnalytics
      self.prioritySupport = prioritySupport
    }

    enum CodingKeys: String, CodingKey {
      case contactsLimit = "contacts_limit"
      case messagesPerMonth = "messages_per_month"
      case teamMembers = "team_members"
      case campaignsEnabled = "campaigns_enabled"
      case autoRepliesEnabled = "auto_replies_enabled"
      case apiAccess = "api_access"
      case advancedAnalytics = "advanced_analytics"
      case prioritySupport = "priority_support"
    }
  }

  /// What a workspace may do.
  public var features: Features?
  /// A line that praises the plan.
  public var description: String?
  /// Whether the plan is shown as the usual choice.
  public var popular: Bool?
  /// The price's id at Stripe.
  public var stripePriceID: String?
  /// Days that cost nothing.
  public var trialDays: Int?

  /// The metadata of a plan.
  public init(
    features: Features? = nil, description: String? = nil, popular: Bool? = nil, stripePriceID: String? = nil,
    trialDays: Int? = nil
  ) {
    self.features = features
    self.description = description
    self.popular = popular
    self.stripePriceID = stripePriceID
    self.trialDays = trialDays
  }

  enum CodingKeys: String, CodingKey {
    case features, description, popular
    case stripePriceID = "stripe_price_id"
    case trialDays = "trial_days"
  }
}

extension Tables {
  /// The plans on offer and those of the past.
  public var subscriptionPlans: TableHandle<SubscriptionPlan, Mode> { table() }
}

extension Relations where Row == SubscriptionPlan {
  /// Who has subscribed to a plan, the latest first.
  public var subscriptions: Children<SubscriptionPlan, Subscription> { Children(by: \.planID) }
}

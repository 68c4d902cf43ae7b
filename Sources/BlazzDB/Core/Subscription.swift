public import Foundation
public import TableStore

/// A workspace's subscription to a plan. Past ones stay: the current one is active and valid until a time to come.
@Table("subscriptions", id: 6, scope: .workspace)
public struct Subscription {
  /// The primary key; the next number when none is given.
  public var id: ID<Subscription>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "subscriptions_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// NULL: a trial, or a plan of the workspace's own.
  public var planID: ID<SubscriptionPlan>?
  /// How it is paid, as JSON.
  @Column(.text) public var paymentDetails: JSON<SubscriptionPaymentDetails>?
  /// When it began.
  public var startDate: Date?
  /// When it ends unless it is renewed.
  @Column(.datetime) public var validUntil: Date?
  /// Trial, paid, overdue or ended; a new one is a trial.
  public var status: SubscriptionStatus = .trial
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One subscription by its UUID.
  public static let byUUID = Index.unique("subscriptions_uuid_unique", id: 1, on: \.uuid)
  /// Subscriptions in a state.
  public static let byStatus = Index("subscriptions_status_index", id: 2, on: \.status)
  /// Subscriptions by the time they end.
  public static let byEnd = Index("subscriptions_valid_until_index", id: 3, on: \.validUntil)
}

/// The state of a subscription.
public enum SubscriptionStatus: String, EnumColumnValue {
  /// The first days, which cost nothing.
  case trial
  /// Paid.
  case active
  /// A payment is overdue.
  case expired
  /// Ended by the customer.
  case cancelled
}

/// How a subscription is paid; members that are missing are `nil`, others than these are left out.
public struct SubscriptionPaymentDetails: Codable, Hashable, Sendable {
  /// The payment service: "stripe" and others.
  public var gateway: String?
  /// The customer's id at the service.
  public var customerID: String?
  /// The subscription's id at the service.
  public var subscriptionID: String?
  /// "card" and others.
  public var paymentMethod: String?
  /// The last four digits of the card.
  public var last4: String?

  /// Details of a payment.
  public init(
    gateway: String? = nil, customerID: String? = nil, subscriptionID: String? = nil, paymentMethod: String? = nil,
    last4: String? = nil
  ) {
    self.gateway = gateway
    self.customerID = customerID
    self.subscriptionID = subscriptionID
    self.paymentMethod = paymentMethod
    self.last4 = last4
  }

  enum CodingKeys: String, CodingKey {
    case gateway
    case customerID = "customer_id"
    case subscriptionID = "subscription_id"
    case paymentMethod = "payment_method"
    case last4 = "last_4"
  }
}

extension Tables {
  /// The workspace's subscriptions, the current one and those before.
  public var subscriptions: TableHandle<Subscription, Mode> { table() }
}

extension Relations where Row == Subscription {
  /// Who subscribes.
  public var workspace: Parent<Subscription, WorkspaceRecord> { Parent(\.workspaceID) { $0.workspaceID } }
  /// To what.
  public var plan: Parent<Subscription, SubscriptionPlan> { Parent(\.planID) { $0.planID } }
}

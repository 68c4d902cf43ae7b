public import Foundation
public import TableStore

/// Money that a workspace paid through a payment gateway.
@Table("billing_payments", id: 26, scope: .workspace)
public struct BillingPayment {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingPayment>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "billing_payments_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// The gateway that took the payment.
  @Column(.varchar(255)) public var processor: PaymentProcessor
  /// What the gateway answered, as JSON.
  @Column(.text) public var details: JSON<PaymentDetails>?
  /// How much was paid, to four decimals.
  @Column(.decimal(19, 4)) public var amount: Decimal
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One payment by its UUID.
  public static let byUUID = Index.unique("billing_payments_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's payments.
  public static let byWorkspace = Index("billing_payments_workspace_id_index", id: 2, on: \.workspaceID)
  /// A payment by what its processor said of it: whether it was booked before.
  public static let byDetails = Index.own("own_billing_payments_details", id: 0x80, on: \.processor, \.details)
}

/// A service that takes payments, by its short name.
public struct PaymentProcessor: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The service stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Stripe: "stripe".
  public static let stripe = Self("stripe")
  /// PayPal: "paypal".
  public static let paypal = Self("paypal")
  /// Razorpay: "razorpay".
  public static let razorpay = Self("razorpay")
}

/// What a gateway says of a payment; members that are missing are `nil`, others than these are left out.
public struct PaymentDetails: Codable, Hashable, Sendable {
  /// The gateway's short name.
  public var gateway: String?
  /// The payment's id at the gateway.
  public var transactionID: String?
  /// The payer's id at the gateway.
  public var customerID: String?
  /// "card" and others.
  public var paymentMethod: String?
  /// "visa" and others.
  public var cardBrand: String?
  /// The end of the card's number.
  public var last4: String?
  /// "succeeded" and others, in the gateway's own words.
  public var status: String?
  /// Where the payer finds the receipt.
  public var receiptURL: String?

  /// What is known of a payment.
  public init(
    gateway: String? = nil, transactionID: String? = nil, customerID: String? = nil, paymentMethod: String? = nil,
    cardBrand: String? = nil, last4: String? = nil, status: String? = nil, receiptURL: String? = nil
  ) {
    self.gateway = gateway
    self.transactionID = transactionID
    self.customerID = customerID
    self.paymentMethod = paymentMethod
    self.cardBrand = cardBrand
    self.last4 = last4
    self.status = status
    self.receiptURL = receiptURL
  }

  enum CodingKeys: String, CodingKey {
    case gateway
    case transactionID = "transaction_id"
    case customerID = "customer_id"
    case paymentMethod = "payment_method"
    case cardBrand = "card_brand"
    case last4 = "last_4"
    case status
    case receiptURL = "receipt_url"
  }
}

extension Tables {
  /// The workspace's payments.
  public var billingPayments: TableHandle<BillingPayment, Mode> { table() }
}

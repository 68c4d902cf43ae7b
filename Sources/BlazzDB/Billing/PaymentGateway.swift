public import Foundation
public import TableStore

/// A payment service that the platform has set up.
@Table("payment_gateways", id: 32)
public struct PaymentGateway {
  /// The primary key; the next number when none is given.
  public var id: ID<PaymentGateway>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The name to show: Stripe, PayPal, Razorpay.
  @Column(.varchar(100)) public var name: String
  /// The short name, as payments give it.
  @Column(.varchar(50)) public var slug: PaymentProcessor
  /// JSON that the application encrypted: nothing to be read here.
  @Column(.text) public var credentials: String?
  /// Whether customers can pay through it; a new one waits to be switched on.
  public var isActive: Bool = false
  /// Whether payments are only rehearsed.
  public var isTestMode: Bool = true
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One gateway by its UUID.
  public static let byUUID = Index.unique("payment_gateways_uuid_unique", id: 1, on: \.uuid)
  /// One gateway by its short name.
  public static let bySlug = Index.unique("payment_gateways_slug_unique", id: 2, on: \.slug)
}

extension Tables {
  /// The payment services of the platform.
  public var paymentGateways: TableHandle<PaymentGateway, Mode> { table() }
}

public import Foundation
public import TableStore

/// A payment service that the platform has set up.
@Table("payment_gateways", id: 32)
public struct PaymentGateway {
  public var id: ID<PaymentGateway>
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The name to show: Stripe, PayPal, Razorpay.
  @Column(.varchar(100)) public var name: String
  /// The short name, as payments give it.
  @Column(.varchar(50)) public var slug: PaymentProcessor
  /// JSON that the application encrypted: nothing to be read here.
  @Column(.text) public var credentials: String?
  public var isActive: Bool = false
  /// Whether payments are only rehearsed.
  public var isTestMode: Bool = true
  public var createdAt: Date?
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

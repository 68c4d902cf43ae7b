public import Foundation
public import TableStore

/// What a workspace owes for a term of its plan. What it is made of stands in `BillingItem`, its taxes in
/// `BillingTaxRate`.
@Table("billing_invoices", id: 24, scope: .workspace)
public struct BillingInvoice {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingInvoice>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "billing_invoices_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// What is billed.
  @Column(.int) public var planID: ID<SubscriptionPlan>
  /// The price before coupon and tax.
  @Column(.decimal(19, 4)) public var subtotal: Decimal
  /// NULL: no coupon was used.
  @Column(.int) public var couponID: ID<Coupon>?
  /// What the coupon takes off, as money.
  @Column(.decimal(23, 2), default: .literal("0.00")) public var couponAmount: Decimal? = 0
  /// All taxes together, as money.
  @Column(.decimal(23, 10), default: .literal("0.0000000000")) public var tax: Decimal = 0
  /// Whether the subtotal has the tax in it.
  public var taxType: TaxType
  /// What is to be paid in the end.
  @Column(.decimal(19, 4)) public var total: Decimal
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One invoice by its UUID.
  public static let byUUID = Index.unique("billing_invoices_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's invoices.
  public static let byWorkspace = Index("billing_invoices_workspace_id_index", id: 2, on: \.workspaceID)
}

/// Where the tax of an invoice stands.
public enum TaxType: String, EnumColumnValue {
  /// In the subtotal already.
  case inclusive
  /// On top of the subtotal.
  case exclusive
}

extension Tables {
  /// The workspace's invoices.
  public var billingInvoices: TableHandle<BillingInvoice, Mode> { table() }
}

extension Relations where Row == BillingInvoice {
  /// What an invoice is made up of, the latest first.
  public var items: Children<BillingInvoice, BillingItem> { Children(by: \.billingID) }
  /// Its taxes, the latest first.
  public var taxRates: Children<BillingInvoice, BillingTaxRate> { Children(by: \.invoiceID) }
  /// The plan that is paid for.
  public var plan: Parent<BillingInvoice, SubscriptionPlan> { Parent(\.planID) { $0.planID } }
  /// The coupon that lowers it.
  public var coupon: Parent<BillingInvoice, Coupon> { Parent(\.couponID) { $0.couponID } }
}

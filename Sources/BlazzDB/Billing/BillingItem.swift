public import Foundation
public import TableStore

/// One line of an invoice: a plan, an addon, or what went beyond the plan.
@Table("billing_items", id: 25, scope: .inherited("billing_id"))
public struct BillingItem {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingItem>
  /// The invoice that the line is on.
  @Column(.int) public var billingID: ID<BillingInvoice>
  /// What is charged for.
  @Column(.varchar(255)) public var name: String
  /// Months that the line pays for: 1 for a monthly plan, 12 for a yearly one.
  public var interval: Int32
  /// What the line comes to, as money.
  @Column(.decimal(19, 4)) public var amount: Decimal
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// An invoice's lines.
  public static let byInvoice = Index("billing_items_billing_id_index", id: 1, on: \.billingID)
}

extension Tables {
  /// The lines of the workspace's invoices.
  public var billingItems: TableHandle<BillingItem, Mode> { table() }
}

extension Relations where Row == BillingItem {
  /// The invoice that an item is part of.
  public var invoice: Parent<BillingItem, BillingInvoice> { Parent(\.billingID) { $0.billingID } }
}

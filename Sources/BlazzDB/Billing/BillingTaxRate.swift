public import Foundation
public import TableStore

/// A tax as it was put on an invoice; later changes of `TaxRate` leave it alone.
@Table("billing_tax_rates", id: 30, scope: .inherited("invoice_id"))
public struct BillingTaxRate {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingTaxRate>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The invoice that was taxed.
  @Column(.int) public var invoiceID: ID<BillingInvoice>
  /// Percent.
  @Column(.decimal(19, 4)) public var rate: Decimal
  /// What the tax comes to, as money.
  @Column(.decimal(19, 4)) public var amount: Decimal

  /// One tax by its UUID.
  public static let byUUID = Index.unique("billing_tax_rates_uuid_unique", id: 1, on: \.uuid)
  /// An invoice's taxes.
  public static let byInvoice = Index("billing_tax_rates_invoice_id_index", id: 2, on: \.invoiceID)
}

extension Tables {
  /// The taxes on the workspace's invoices.
  public var billingTaxRates: TableHandle<BillingTaxRate, Mode> { table() }
}

extension Relations where Row == BillingTaxRate {
  /// The invoice that a tax is part of.
  public var invoice: Parent<BillingTaxRate, BillingInvoice> { Parent(\.invoiceID) { $0.invoiceID } }
}

public import Foundation
public import TableStore

/// A tax that administrators have set up for new invoices. What an invoice was taxed stands in `BillingTaxRate`.
@Table("tax_rates", id: 33)
public struct TaxRate {
  public var id: ID<TaxRate>
  /// The name on an invoice: "VAT 10%".
  @Column(.varchar(255)) public var name: String
  /// Percent of the subtotal; 0 for no tax.
  @Column(.decimal(5, 2)) public var percentage: Decimal
  public var status: TaxRateStatus = .active
  public var createdAt: Date?
  public var updatedAt: Date?
  public var deletedAt: Date?
}

/// Whether a tax is put on new invoices.
public enum TaxRateStatus: String, EnumColumnValue {
  case active, inactive
}

extension Tables {
  /// The taxes of the platform.
  public var taxRates: TableHandle<TaxRate, Mode> { table() }
}

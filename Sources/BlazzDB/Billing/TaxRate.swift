public import Foundation
public import TableStore

/// A tax that administrators have set up for new invoices. What an invoice was taxed stands in `BillingTaxRate`.
@Table("tax_rates", id: 33)
public struct TaxRate {
  /// The primary key; the next number when none is given.
  public var id: ID<TaxRate>
  /// The name on an invoice: "VAT 10%".
  @Column(.varchar(255)) public var name: String
  /// Percent of the subtotal; 0 for no tax.
  @Column(.decimal(5, 2)) public var percentage: Decimal
  /// Whether it is put on new invoices; a new rate is.
  public var status: TaxRateStatus = .active
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?
}

/// Whether a tax is put on new invoices.
public enum TaxRateStatus: String, EnumColumnValue {
  /// `active`: put on new invoices. `inactive`: kept, but no longer used.
  case active, inactive
}

extension Tables {
  /// The taxes of the platform.
  public var taxRates: TableHandle<TaxRate, Mode> { table() }
}

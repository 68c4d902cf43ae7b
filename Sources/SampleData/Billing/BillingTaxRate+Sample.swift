internal import BlazzDB
internal import Foundation
internal import TableStore

extension BillingTaxRate: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { BillingInvoice.sampleCount(scale) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BillingTaxRate> {
    let invoice = SampleInvoice(place, world)
    let draft = BillingTaxRate.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), invoiceID: ID(place: place),
      rate: Decimal(SampleInvoice.taxPercent), amount: Decimal(invoice.tax, places: 2))
    return SampleRow(draft: draft, workspace: invoice.workspace)
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension BillingInvoice: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { SampleInvoice.blocks(scale) * SampleInvoice.inBlock }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BillingInvoice> {
    let invoice = SampleInvoice(place, world)
    let draft = BillingInvoice.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: invoice.workspace),
      planID: ID(place: invoice.plan), subtotal: Decimal(invoice.subtotal, places: 2),
      couponID: invoice.hasCoupon ? ID(place: 0) : nil, couponAmount: Decimal(invoice.discount, places: 2),
      tax: Decimal(invoice.tax, places: 2), taxType: .exclusive, total: Decimal(invoice.total, places: 2),
      createdAt: Date(second: invoice.time), updatedAt: Date(second: invoice.time))
    return SampleRow(draft: draft, workspace: invoice.workspace)
  }
}

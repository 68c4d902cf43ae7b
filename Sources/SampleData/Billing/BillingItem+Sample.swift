internal import BlazzDB
internal import Foundation
internal import TableStore

/// Of two invoices one has its plan in two lines and the other in one.
extension BillingItem: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { BillingInvoice.sampleCount(scale) / 2 * 3 }

  static func sample(_ place: Int, _ world: SampleWorld, _: inout Pen) -> SampleRow<BillingItem> {
    let (pair, line) = (place / 3, place % 3)
    let invoice = SampleInvoice(pair * 2 + (line == 2 ? 1 : 0), world)
    let plan = SubscriptionPlan.samplePlans[invoice.plan]
    let addon = invoice.subtotal / 10
    let cents = line == 2 ? invoice.subtotal : line == 1 ? addon : invoice.subtotal - addon
    let draft = BillingItem.Draft(
      id: ID(place: place), billingID: ID(place: invoice.place),
      name: line == 1 ? "Priority support" : "\(plan.name) plan", interval: plan.isYearly ? 12 : 1,
      amount: Decimal(cents, places: 2), createdAt: Date(second: invoice.time), updatedAt: Date(second: invoice.time))
    return SampleRow(draft: draft, workspace: invoice.workspace)
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension BillingTransaction: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { SampleInvoice.blocks(scale) * SampleInvoice.entriesInBlock }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BillingTransaction> {
    let entry = SampleInvoice.entry(place)
    let workspace: Int
    let time: Int
    let cents: Int
    let description: String
    switch entry.kind {
    case .invoice, .payment:
      let invoice = SampleInvoice(entry.place, world)
      (workspace, time) = (invoice.workspace, invoice.time)
      cents = entry.kind == .payment ? invoice.total : -invoice.total
      description = entry.kind == .payment ? "Payment received" : "Subscription invoice"
    case .credit, .debit:
      let adjustment =
        entry.kind == .credit
        ? BillingCredit.sampleAdjustment(entry.place, world) : BillingDebit.sampleAdjustment(entry.place, world)
      (workspace, time, description) = (adjustment.workspace, adjustment.time, adjustment.description)
      cents = entry.kind == .credit ? adjustment.cents : -adjustment.cents
    }
    let draft = BillingTransaction.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), entityType: entry.kind,
      entityID: Int32(entry.place + 1), description: description, amount: Decimal(cents, places: 2),
      createdBy: ID(place: world.people.owner(of: workspace)), createdAt: Date(second: time),
      updatedAt: Date(second: time))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

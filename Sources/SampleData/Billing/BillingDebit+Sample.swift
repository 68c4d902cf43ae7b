internal import BlazzDB
internal import Foundation
internal import TableStore

extension BillingDebit: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { SampleInvoice.blocks(scale) * SampleInvoice.debitsInBlock }

  /// What the debit at a place is.
  static func sampleAdjustment(_ place: Int, _ world: SampleWorld) -> SampleAdjustment {
    SampleAdjustment(
      place, of: sampleCount(world.scale), table: schema.id,
      ["Message overage", "Additional team members", "Biaya percakapan marketing", "Chargeback"], world)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BillingDebit> {
    let debit = sampleAdjustment(place, world)
    let draft = BillingDebit.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: debit.workspace),
      description: debit.description, amount: Decimal(debit.cents, places: 2), createdAt: Date(second: debit.time),
      updatedAt: Date(second: debit.time))
    return SampleRow(draft: draft, workspace: debit.workspace)
  }
}

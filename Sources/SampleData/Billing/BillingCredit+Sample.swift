internal import BlazzDB
internal import Foundation
internal import TableStore

extension BillingCredit: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { SampleInvoice.blocks(scale) * SampleInvoice.creditsInBlock }

  /// What the credit at a place is.
  static func sampleAdjustment(_ place: Int, _ world: SampleWorld) -> SampleAdjustment {
    SampleAdjustment(
      place, of: sampleCount(world.scale), table: schema.id,
      ["Refund issued", "Promotional bonus", "Account adjustment", "Kompensasi gangguan layanan"], world)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BillingCredit> {
    let credit = sampleAdjustment(place, world)
    let draft = BillingCredit.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: credit.workspace),
      description: credit.description, amount: Decimal(credit.cents, places: 2), createdAt: Date(second: credit.time),
      updatedAt: Date(second: credit.time))
    return SampleRow(draft: draft, workspace: credit.workspace)
  }
}

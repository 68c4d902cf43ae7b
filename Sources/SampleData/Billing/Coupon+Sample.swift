internal import BlazzDB
internal import Foundation
internal import TableStore

extension Coupon: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(120, atLeast: 6) }

  private static let words = ["SAVE", "LEBARAN", "MERDEKA", "HEMAT", "WELCOME", "GAJIAN"]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Coupon> {
    let created = world.time(WorkspaceShape.opening(Double(place) / Double(sampleCount(world.scale))))
    // The first one is what invoices use.
    let isPercent = place == 0 || pen.random.permille(700)
    let hundredths = isPercent ? 5_00 * pen.random.within(1...8) : 25_000_00 * pen.random.within(1...6)
    let end = created + 86_400 * pen.random.within(14...240)
    let isOver = place > 0 && end < SampleClock.end
    let limit = pen.random.pick([nil, 50, 100, 500]) as Int32?
    pen.write(words[place % words.count])
    pen.write(20 + place / words.count)
    let draft = Coupon.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), code: pen.take(), type: isPercent ? .percentage : .fixed,
      value: Decimal(place == 0 ? 20_00 : hundredths, places: 2),
      usageLimit: place == 0 ? nil : limit, usageCount: Int32(pen.random.below(Int(limit ?? 400))),
      validFrom: Date(second: created), validUntil: place == 0 ? nil : Date(second: end),
      status: isOver ? .expired : pen.random.permille(100) ? .inactive : .active, createdAt: Date(second: created),
      updatedAt: Date(second: created))
    return SampleRow(draft: draft)
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension TicketCategory: SampleTable {
  private static let names = [
    "Technical Support", "Billing Question", "Feature Request", "Bug Report", "Account Issue",
  ]

  static func sampleCount(_: SampleScale) -> Int { names.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<TicketCategory> {
    let created = Date(second: SampleClock.start + place)
    let draft = TicketCategory.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), name: names[place], description: pen.sentences(1),
      createdAt: created, updatedAt: created)
    return SampleRow(draft: draft)
  }
}

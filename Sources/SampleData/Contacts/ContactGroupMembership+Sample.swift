internal import BlazzDB
internal import Foundation
internal import TableStore

/// Of two contacts one is in two groups of its workspace and the other in one.
extension ContactGroupMembership: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { Contact.sampleCount(scale) / 2 * 3 }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ContactGroupMembership> {
    let contact = place / 3 * 2 + (place % 3 == 2 ? 1 : 0)
    let workspace = world.contacts.workspace(of: contact)
    var own = RowRandom(seed: world.seed &+ 2, table: schema.id, place: contact)
    let groups = world.groupsByWorkspace.count(of: workspace)
    let number = (own.below(groups) + (place % 3 == 1 ? 1 : 0)) % groups
    let group = world.groupsByWorkspace.member(number, of: workspace)
    let part = max(world.contacts.arrival(of: contact), world.groups.part(of: group))
    let joined = SampleClock.within(world.time(part) + 900 + pen.random.below(900))
    let draft = ContactGroupMembership.Draft(
      id: ID(place: place), contactID: ID(place: contact), contactGroupID: ID(place: group),
      createdAt: Date(second: joined), updatedAt: Date(second: joined))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension ChatTicket: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(180_000, atLeast: 4) }

  /// The contact whose conversation became the ticket at a place.
  static func sampleContact(of place: Int, _ world: SampleWorld) -> Int {
    var random = RowRandom(seed: world.seed &+ 2, table: schema.id, place: place)
    return world.contacts.draw(at: world.part(place, of: Self.self), &random)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ChatTicket> {
    let part = world.part(place, of: Self.self)
    let contact = sampleContact(of: place, world)
    let workspace = world.contacts.workspace(of: contact)
    let opened = world.time(part)
    let isRecent = opened > SampleClock.end - 14 * 86_400
    let status: ChatTicketStatus =
      switch pen.random.below(100) {
      case 0..<6: .open
      case 6..<14: isRecent ? .inProgress : .resolved
      case 14..<55: isRecent ? .open : .resolved
      default: .closed
      }
    let isAssigned = status != .open || pen.random.permille(400)
    let agent = world.people.agent(of: workspace, at: part, &pen.random)
    let draft = ChatTicket.Draft(
      id: ID(place: place), contactID: ID(place: contact), assignedTo: isAssigned ? ID(place: agent) : nil,
      status: status, createdAt: Date(second: opened),
      updatedAt: Date(second: SampleClock.within(opened + (isAssigned ? pen.random.below(400_000) : 0))))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

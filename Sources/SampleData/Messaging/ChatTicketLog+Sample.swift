internal import BlazzDB
internal import Foundation
internal import TableStore

/// Steps of tickets: five of three tickets.
extension ChatTicketLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { ChatTicket.sampleCount(scale) * 5 / 3 }

  /// The contact whose tickets the step at a place is about.
  static func sampleContact(of place: Int, _ world: SampleWorld) -> Int {
    ChatTicket.sampleContact(of: min(place * 3 / 5, ChatTicket.sampleCount(world.scale) - 1), world)
  }

  private static let steps = [
    "Conversation was opened", "Assigned to %a", "%a changed the status from open to resolved",
    "%a closed the conversation", "Reopened by the contact", "Percakapan dialihkan ke %a",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ChatTicketLog> {
    let contact = sampleContact(of: place, world)
    let workspace = world.contacts.workspace(of: contact)
    let part = world.part(place, of: Self.self)
    let happened = world.time(part)
    let agent = User.sampleName(world.people.agent(of: workspace, at: part, &pen.random), world)
    let draft = ChatTicketLog.Draft(
      id: ID(place: place), contactID: ID(place: contact),
      description: pen.random.pick(steps).replacing("%a", with: agent.full), createdAt: Date(second: happened),
      updatedAt: Date(second: happened))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension TicketComment: SampleTable {
  private static let perTicket = 3

  static func sampleCount(_ scale: SampleScale) -> Int { Ticket.sampleCount(scale) * perTicket }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<TicketComment> {
    let ticket = place / perTicket
    let workspace = Ticket.sampleWorkspace(of: ticket, world)
    let part = world.part(ticket, of: Ticket.self)
    let isAnswer = place % perTicket == 1
    let written = SampleClock.within(
      world.time(part) + 3_600 * (place % perTicket + 1) + pen.random.below(3_600))
    let author = isAnswer ? world.people.owner(of: 0) : world.people.agent(of: workspace, at: part, &pen.random)
    let draft = TicketComment.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), ticketID: ID(place: ticket), userID: ID(place: author),
      comment: pen.sentences(pen.random.within(1...3)), isInternal: isAnswer && pen.random.permille(200),
      createdAt: Date(second: written), updatedAt: Date(second: written))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

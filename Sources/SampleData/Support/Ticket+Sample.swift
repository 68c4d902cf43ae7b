internal import BlazzDB
internal import Foundation
internal import TableStore

extension Ticket: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(14_000, atLeast: 3) }

  private static let subjects = [
    "Pesan kampanye tidak terkirim", "Cannot connect my WhatsApp number", "Template ditolak oleh Meta",
    "Invoice is wrong",
    "Kontak ganda setelah import", "Feature request: schedule by timezone", "Lupa password akun tim",
    "API key tidak berfungsi",
  ]

  /// Whose the ticket at a place is.
  static func sampleWorkspace(of place: Int, _ world: SampleWorld) -> Int {
    var random = RowRandom(seed: world.seed &+ 2, table: schema.id, place: place)
    return world.workspaces.draw(at: world.part(place, of: Self.self), &random, evenly: true)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Ticket> {
    let workspace = sampleWorkspace(of: place, world)
    let part = world.part(place, of: Self.self)
    let opened = world.time(part)
    let isRecent = opened > SampleClock.end - 21 * 86_400
    let status: TicketStatus =
      isRecent
      ? pen.random.pick([.open, .open, .inProgress, .resolved])
      : pen.random.pick([.closed, .closed, .closed, .resolved])
    let draft = Ticket.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace),
      subject: pen.random.pick(subjects), description: pen.sentences(pen.random.within(1...4)),
      categoryID: ID(place: pen.random.below(TicketCategory.sampleCount(world.scale))),
      priority: pen.random.pick([.low, .medium, .medium, .medium, .high, .high, .urgent]), status: status,
      assignedTo: status == .open ? nil : ID(place: world.people.owner(of: 0)),
      createdBy: ID(place: world.people.agent(of: workspace, at: part, &pen.random)), createdAt: Date(second: opened),
      updatedAt: Date(second: SampleClock.within(opened + pen.random.below(900_000))))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

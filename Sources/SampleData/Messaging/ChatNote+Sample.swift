internal import BlazzDB
internal import Foundation
internal import TableStore

extension ChatNote: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(120_000, atLeast: 3) }

  /// The contact whom the note at a place is about.
  static func sampleContact(of place: Int, _ world: SampleWorld) -> Int {
    var random = RowRandom(seed: world.seed &+ 2, table: schema.id, place: place)
    return world.contacts.draw(at: world.part(place, of: Self.self), &random)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ChatNote> {
    let part = world.part(place, of: Self.self)
    let contact = sampleContact(of: place, world)
    let workspace = world.contacts.workspace(of: contact)
    let written = world.time(part)
    let author = world.people.agent(of: workspace, at: part, &pen.random)
    let isDeleted = pen.random.permille(30)
    let changed = SampleClock.within(written + (isDeleted || pen.random.permille(200) ? pen.random.below(900_000) : 0))
    let draft = ChatNote.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), contactID: ID(place: contact),
      content: pen.phrase(of: Phrases.notes), createdBy: ID(place: author),
      deletedAt: isDeleted ? Date(second: changed) : nil, deletedBy: isDeleted ? ID(place: author) : nil,
      createdAt: Date(second: written), updatedAt: Date(second: changed))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

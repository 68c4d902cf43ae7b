internal import BlazzDB
internal import Foundation
internal import TableStore

/// The entries of contacts' threads that are kept apart: seven of ten for messages, the others for tickets and notes.
extension ChatLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(60_000, atLeast: 10) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ChatLog> {
    let share = Double(place) / Double(sampleCount(world.scale))
    let kind: ChatLogEntity
    let entity: Int
    let contact: Int
    let part: Double
    switch place % 10 {
    case 7, 8:
      kind = .ticket
      entity = Int(share * Double(ChatTicketLog.sampleCount(world.scale)))
      contact = ChatTicketLog.sampleContact(of: entity, world)
      part = world.part(entity, of: ChatTicketLog.self)
    case 9:
      kind = .notes
      entity = Int(share * Double(ChatNote.sampleCount(world.scale)))
      contact = ChatNote.sampleContact(of: entity, world)
      part = world.part(entity, of: ChatNote.self)
    default:
      kind = .chat
      entity = Int(share * Double(world.chats.count))
      contact = world.chats.contact(of: entity)
      part = world.chats.sending(of: entity)
    }
    let workspace = world.contacts.workspace(of: contact)
    let noted = world.time(part)
    let isDeleted = pen.random.permille(60)
    let changed = SampleClock.within(noted + (isDeleted ? pen.random.below(2_000_000) : 0))
    let draft = ChatLog.Draft(
      id: ID(place: place), contactID: ID(place: contact), entityType: kind, entityID: Int32(entity + 1),
      deletedBy: isDeleted ? ID(place: world.people.owner(of: workspace)) : nil,
      deletedAt: isDeleted ? Date(second: changed) : nil, createdAt: Date(second: noted),
      updatedAt: Date(second: changed))
    return SampleRow(draft: draft, workspace: workspace)
  }
}

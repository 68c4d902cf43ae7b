internal import BlazzDB
internal import Foundation
internal import TableStore

extension Chat: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(10_500_000, atLeast: 40) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Chat> {
    let origin = world.chats.origin(of: place)
    let contact = world.chats.contact(of: origin)
    let workspace = world.contacts.workspace(of: contact)
    let part = world.chats.sending(of: place)
    let sent = world.time(part)
    let media = world.chats.media.partner(ofMany: place)
    let isInbound = Self.isInbound(origin, &pen.random)
    let isConversation = if case .conversation = origin { true } else { false }
    let agent = !isInbound && isConversation ? world.people.agent(of: workspace, at: part, &pen.random) : nil
    let isDeleted = pen.random.permille(4)
    pen.writeMessageID(1, of: place)
    let draft = Chat.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), wamID: pen.take(),
      contactID: ID(place: contact), userID: agent.map { ID(place: $0) }, type: isInbound ? .inbound : .outbound,
      metadata: metadata(origin, contact, isInbound: isInbound, media: media, sent: sent, world, &pen),
      mediaID: media.map { ID(place: $0) },
      status: isInbound ? nil : status(origin, world, &pen.random),
      isRead: isInbound && (sent < SampleClock.end - 2 * 86_400 ? !pen.random.permille(25) : pen.random.permille(500)),
      deletedBy: isDeleted ? ID(place: world.people.owner(of: workspace)) : nil,
      deletedAt: isDeleted ? Date(second: SampleClock.within(sent + 60 + pen.random.below(600_000))) : nil,
      createdAt: Date(second: sent))
    return SampleRow(draft: draft, workspace: workspace)
  }

  /// Whether the contact wrote a message: a conversation goes to and fro, mostly.
  private static func isInbound(_ origin: ChatShape.Origin, _ random: inout RowRandom) -> Bool {
    guard case .conversation(_, let step) = origin else { return false }
    return random.permille(step % 2 == 0 ? 850 : 200)
  }

  private static func status(
    _ origin: ChatShape.Origin, _ world: SampleWorld, _ random: inout RowRandom
  ) -> MessageStatus {
    if case .campaign(let log, let campaign) = origin {
      switch DeliveryOutcome(ofLog: log, in: campaign, world) {
      case .failed: return .failed
      case .read: return .read
      case .delivered: return .delivered
      case .sent, .ongoing, .pending: return .sent
      }
    }
    switch random.below(1000) {
    case 0..<655: return .read
    case 655..<885: return .delivered
    case 885..<980: return .sent
    default: return .failed
    }
  }

  /// Who wrote a message and when is in the metadata that WhatsApp gives, so of those that came in.
  private static func metadata(
    _ origin: ChatShape.Origin, _ contact: Int, isInbound: Bool, media: Int?, sent: Int, _ world: SampleWorld,
    _ pen: inout Pen
  ) -> JSON<ChatMetadata> {
    let isLocation = media == nil && pen.random.permille(6)
    let type = media.map { ChatMedia.sampleKind(of: $0, world).name } ?? (isLocation ? "location" : "text")
    pen.member(#"{"message_type":"#, type)
    pen.write(#","content":{"text":""#)
    switch origin {
    case .campaign: pen.write(phrase: pen.random.pick(Phrases.broadcasts))
    case .conversation(number: _, step: 0):
      pen.write(pen.random.pick(Phrases.greetings))
      pen.write(phrase: pen.random.pick(Phrases.questions))
    case .conversation(number: _, step: 1): pen.write(phrase: pen.random.pick(Phrases.answers))
    case .conversation(number: _, step: 2): pen.write(phrase: pen.random.pick(Phrases.questions))
    case .conversation: pen.write(phrase: pen.random.pick(Phrases.closings))
    }
    pen.write(#""}"#)
    if isInbound {
      pen.write(#","context":{"from":""#)
      pen.writePhone(contact, isLocal: Contact.sampleName(contact, world).isLocal, isPlain: true)
      if pen.random.permille(80) {
        pen.write(#"","message_id":""#)
        pen.writeMessageID(2, of: contact)
      }
      pen.write(#""}"#)
      pen.member(#","timestamp":"#, time: sent)
    }
    if case .campaign = origin, pen.random.permille(400) {
      pen.write(#","buttons":[{"type":"QUICK_REPLY","text":"YA"}]"#)
    }
    pen.write("}")
    return pen.takeJSON()
  }
}

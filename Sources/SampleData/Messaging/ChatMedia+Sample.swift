internal import BlazzDB
internal import Foundation
internal import TableStore

/// One file for every tenth message.
extension ChatMedia: SampleTable {
  typealias SampleKind = (name: String, type: String, ending: String, bytes: Int)

  static func sampleCount(_ scale: SampleScale) -> Int { Chat.sampleCount(scale) / 10 }

  private static let kinds: [SampleKind] = [
    ("image", "image/jpeg", "jpg", 240_000), ("image", "image/jpeg", "jpg", 180_000),
    ("image", "image/png", "png", 420_000),
    ("image", "image/webp", "webp", 60_000), ("document", "application/pdf", "pdf", 600_000),
    ("video", "video/mp4", "mp4", 6_000_000), ("audio", "audio/ogg", "ogg", 90_000),
    ("document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", 90_000),
  ]

  /// What kind of file a place has, for its message too.
  static func sampleKind(of place: Int, _ world: SampleWorld) -> SampleKind {
    var random = RowRandom(seed: world.seed &+ 2, table: schema.id, place: place)
    return random.pick(kinds)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ChatMedia> {
    let chat = world.chats.media.partner(of: place)
    let kind = sampleKind(of: place, world)
    let sent = world.time(world.chats.sending(of: chat))
    let isRemote = pen.random.permille(350)
    pen.write(kind.name == "document" ? "Dokumen-" : "IMG-")
    pen.write(date: sent)
    pen.write("-WA")
    pen.write(place % 10_000, digits: 4)
    pen.write(".")
    pen.write(kind.ending)
    let name = pen.take()
    pen.write(isRemote ? "uploads/media/received/" : "public/storage/chat_media/")
    pen.writeHex(pen.random.next(), digits: 16)
    pen.write(".")
    pen.write(kind.ending)
    let path = pen.take()
    pen.write(kind.bytes / 4 + pen.random.below(kind.bytes * 2))
    let draft = ChatMedia.Draft(
      id: ID(place: place), name: name, path: path, location: isRemote ? .amazon : .local, type: kind.type,
      size: pen.take(), createdAt: Date(second: sent))
    return SampleRow(
      draft: draft, workspace: world.contacts.workspace(of: world.chats.contact(of: chat)))
  }
}

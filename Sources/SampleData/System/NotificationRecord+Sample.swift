internal import BlazzDB
internal import Foundation
internal import TableStore

extension NotificationRecord: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(150_000, atLeast: 2) }

  private static let kinds: [(type: String, title: String)] = [
    ("App\\Notifications\\NewChat", "Pesan baru"), ("App\\Notifications\\CampaignCompleted", "Kampanye selesai"),
    ("App\\Notifications\\InvoicePaid", "Pembayaran diterima"),
    ("App\\Notifications\\TemplateApproved", "Template disetujui"),
    ("App\\Notifications\\TicketReplied", "Your ticket was answered"),
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<NotificationRecord> {
    // Keys are random, so rows in their order are in no order of time.
    let told = world.time(pen.random.unit())
    let kind = kinds[pen.random.below(kinds.count)]
    let id = pen.risingUUID(place, of: sampleCount(world.scale))
    pen.member(#"{"title":"#, kind.title)
    pen.member(#","entity_id":"#, 1 + pen.random.below(100_000))
    pen.member(#","at":"#, time: told)
    pen.write("}")
    let isRead = pen.random.permille(640)
    let draft = NotificationRecord.Draft(
      id: id, type: kind.type, notifiableType: "App\\Models\\User",
      notifiableID: UInt64(1 + pen.random.below(world.people.count)), data: pen.takeJSON(),
      readAt: isRead ? Date(second: SampleClock.within(told + pen.random.below(300_000))) : nil,
      createdAt: Date(second: told), updatedAt: Date(second: told))
    return SampleRow(draft: draft)
  }
}

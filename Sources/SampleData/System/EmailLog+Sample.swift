internal import BlazzDB
internal import Foundation
internal import TableStore

extension EmailLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(80_000, atLeast: 3) }

  private static let subjects = [
    "Your invoice", "Undangan tim", "Reset your password", "Kampanye selesai", "Welcome to Blazz",
    "Langganan akan berakhir",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<EmailLog> {
    let written = world.time(world.part(place, of: Self.self))
    let user = pen.random.permille(920) ? pen.random.below(world.people.count) : nil
    let name = user.map { User.sampleName($0, world) } ?? PersonName(&pen.random)
    let status: EmailStatus = pen.random.permille(970) ? .sent : pen.random.permille(700) ? .failed : .queued
    let recipient = pen.email(name, (user ?? place) + 1)
    let message = "<p>Halo \(name.first),</p><p>\(pen.sentences(2))</p>"
    pen.member(#"{"mailer":"#, "smtp")
    pen.member(#","template":"#, 1 + pen.random.below(EmailTemplate.sampleCount(world.scale)))
    pen.write("}")
    let draft = EmailLog.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), userID: user.map { ID(place: $0) }, recipient: recipient,
      subject: pen.random.pick(subjects), message: message, status: status,
      attempts: status == .queued ? 0 : status == .failed ? 3 : 1, metadata: pen.takeJSON(),
      createdAt: Date(second: written), updatedAt: Date(second: SampleClock.within(written + pen.random.below(60))))
    return SampleRow(draft: draft)
  }
}

extension EmailTemplate: SampleTable {
  private static let names = [
    "Invite", "Reset password", "Verify email", "Invoice", "Payment received", "Trial ends", "Subscription expired",
    "Welcome",
    "Ticket answered", "Campaign report",
  ]

  static func sampleCount(_: SampleScale) -> Int { names.count }

  static func sample(_ place: Int, _: SampleWorld, _ pen: inout Pen) -> SampleRow<EmailTemplate> {
    let body = "<p>Hi {{first_name}},</p><p>\(pen.sentences(4))</p><p>{{company}}</p>"
    let draft = EmailTemplate.Draft(
      id: ID(place: place), name: names[place], subject: "\(names[place]) – {{company}}", body: Array(body.utf8),
      updatedAt: Date(second: SampleClock.start + place * 60), updatedBy: ID(place: 0))
    return SampleRow(draft: draft)
  }
}

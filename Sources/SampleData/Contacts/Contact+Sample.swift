internal import BlazzDB
internal import Foundation
internal import TableStore

extension Contact: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(1_600_000, atLeast: 30) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Contact> {
    let workspace = world.contacts.workspace(of: place)
    let part = world.contacts.arrival(of: place)
    let came = world.time(part)
    let newest = Int(world.newestChats[place])
    let newestTime = newest > 0 ? world.time(world.chats.sending(of: newest - 1)) : nil
    let name = sampleName(place, world)
    pen.writePhone(place, isLocal: name.isLocal)
    let phone = pen.take()
    let changed = max(came, newestTime ?? 0)
    let draft = Contact.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace),
      firstName: pen.random.permille(975) ? name.first : nil, lastName: pen.random.permille(780) ? name.last : nil,
      phone: phone, email: pen.random.permille(450) ? pen.email(name, place) : nil,
      avatar: pen.random.permille(60) ? pen.text("uploads/media/contacts/", pen.random.uuid(), ".jpg") : nil,
      address: pen.random.permille(160) ? pen.address() : nil, metadata: metadata(name, &pen),
      latestChatCreatedAt: newestTime.map { Date(second: $0) }, isFavorite: pen.random.permille(25) ? 1 : 0,
      createdBy: ID(place: world.people.agent(of: workspace, at: part, &pen.random)), createdAt: Date(second: came),
      updatedAt: Date(second: changed),
      deletedAt: pen.random.permille(22)
        ? Date(second: SampleClock.within(changed + 86_400 + pen.random.below(2_000_000))) : nil)
    return SampleRow(draft: draft, workspace: workspace)
  }

  /// The name of the contact at a place, for messages to him too.
  static func sampleName(_ place: Int, _ world: SampleWorld) -> PersonName {
    var random = RowRandom(seed: world.seed &+ 3, table: schema.id, place: place)
    return PersonName(&random)
  }

  private static let titles = ["Owner", "Marketing Manager", "Purchasing", "Staff", "Reseller", "Ibu Rumah Tangga"]
  private static let tags = ["vip", "premium_customer", "reseller", "new", "newsletter", "cod", "grosir"]
  private static let sources = ["website_chat", "whatsapp", "import", "instagram_ads", "referral", "walk_in"]

  /// Most contacts come from a chat or a list and have little more than a source.
  private static func metadata(_ name: PersonName, _ pen: inout Pen) -> JSON<ContactMetadata>? {
    guard pen.random.permille(480) else { return nil }
    pen.write(#"{"custom_fields":{"#)
    if pen.random.permille(350) {
      pen.member(#""company":"#, pen.random.pick(Companies.names))
      pen.member(#","job_title":"#, pen.random.pick(titles))
      pen.write(#","birthday":""#)
      pen.write(date: pen.random.within(1...1_100_000_000))
      pen.write(#"","#)
    }
    pen.member(#""tags":["#, pen.random.pick(tags))
    if pen.random.permille(300) { pen.member(",", pen.random.pick(tags)) }
    pen.member(#"],"source":"#, pen.random.pick(sources))
    if pen.random.permille(400) {
      pen.member(#","lifetime_value":"#, pen.random.within(1...60) * pen.random.within(1...60) * 1_000)
      pen.write(".00")
    }
    pen.member(#"},"preferences":{"language":"#, name.isLocal ? "id" : "en")
    if pen.random.permille(350) { pen.member(#","timezone":"#, pen.random.pick(Places.zones)) }
    pen.member(#","opt_in_marketing":"#, pen.random.permille(820))
    pen.write("}")
    if pen.random.permille(120) {
      pen.write(#","social":{"instagram":"@user"#)
      pen.write(pen.random.below(10_000_000))
      pen.write("\"}")
    }
    pen.write("}")
    return pen.takeJSON()
  }
}

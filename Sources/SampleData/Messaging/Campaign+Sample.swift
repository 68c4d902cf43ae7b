internal import BlazzDB
internal import Foundation
internal import TableStore

extension Campaign: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(52_100, atLeast: 4) }

  private static let names = [
    "Promo Gajian", "Flash Sale", "Newsletter", "Lebaran", "Harbolnas 12.12", "Restock", "Pengingat Tagihan",
    "New arrivals",
    "Member only", "Survey Kepuasan", "Back to school", "Akhir Tahun",
  ]

  /// The template that the campaign at a place sends.
  static func sampleTemplate(of place: Int, _ world: SampleWorld) -> Int {
    var random = RowRandom(seed: world.seed &+ 2, table: schema.id, place: place)
    let workspace = world.campaigns.workspace(of: place)
    let templates = world.templatesByWorkspace
    return templates.member(random.below(templates.count(of: workspace)), of: workspace)
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Campaign> {
    let workspace = world.campaigns.workspace(of: place)
    let part = world.campaigns.beginning(of: place)
    let began = world.time(part)
    let logs = world.campaigns.logs(of: place)
    let status: CampaignStatus =
      logs.isEmpty
      ? .pending
      : DeliveryOutcome.isBeingSent(place, world) ? .processing : pen.random.permille(12) ? .failed : .completed
    let group = pen.random.below(world.groupsByWorkspace.count(of: workspace))
    let author = world.people.agent(of: workspace, at: part, &pen.random)
    let isDeleted = status == .completed && pen.random.permille(35)
    let prepared = began - 300 - pen.random.below(3_000)
    pen.write(pen.random.pick(names))
    pen.write(" ")
    pen.write(date: began)
    let name = pen.take()
    let scheduled = logs.isEmpty ? SampleClock.end + 3_600 * pen.random.within(1...400) : began
    let isScheduled = logs.isEmpty || pen.random.permille(450)
    let draft = Campaign.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), name: name,
      templateID: ID(place: sampleTemplate(of: place, world)),
      contactGroupID: ID(place: world.groupsByWorkspace.member(group, of: workspace)),
      metadata: metadata(place, logs, world, &pen), status: status,
      scheduledAt: isScheduled ? Date(second: scheduled) : nil, createdBy: ID(place: author),
      deletedBy: isDeleted ? ID(place: author) : nil, createdAt: Date(second: prepared),
      deletedAt: isDeleted ? Date(second: SampleClock.within(began + 86_400 * pen.random.within(1...60))) : nil)
    return SampleRow(draft: draft, workspace: workspace)
  }

  private static func metadata(
    _ place: Int, _ logs: Range<Int>, _ world: SampleWorld, _ pen: inout Pen
  ) -> JSON<CampaignMetadata> {
    var counts = DeliveryCounts()
    for log in logs { counts.add(DeliveryOutcome(ofLog: log, in: place, world)) }
    pen.write(
      #"""
      {"template_variables":{"name":"{{1}}","order_id":"{{2}}","amount":"{{3}}"},"variable_mappings":{"{{1}}":\#
      "contact.first_name","{{2}}":"contact.metadata.order_id","{{3}}":"contact.metadata.total_amount"}
      """#)
    pen.member(#","send_rate":"#, pen.random.pick(["60_per_minute", "100_per_minute", "250_per_minute"]))
    // What the application keeps of the message as it is sent.
    pen.write(#","header":{"format":"TEXT","text":"","parameters":[]},"body":{"text":""#)
    pen.write(phrase: pen.random.pick(Phrases.broadcasts))
    for _ in 0..<4 {
      pen.write(" ")
      pen.write(pen.random.pick(Phrases.sentences))
    }
    pen.write(
      #"""
      ","parameters":[{"type":"text","selection":"dynamic","value":"first name"},{"type":"text","selection":"static",\#
      "value":"toko"}]},"footer":{"text":"Balas STOP untuk berhenti berlangganan"},"media":null,\#
      "buttons":[{"type":"URL","text":"Lihat katalog","parameters":[{"type":"static","value":"https://toko.test/katalog"}]}]
      """#)
    pen.member(#","statistics":{"total_contacts":"#, logs.count)
    pen.member(#","sent":"#, counts.sent)
    pen.member(#","delivered":"#, counts.delivered)
    pen.member(#","read":"#, counts.read)
    pen.member(#","failed":"#, counts.failed)
    pen.write("}}")
    return pen.takeJSON()
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension Template: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(15_800, atLeast: 3) }

  private static let names = [
    "order_confirmation", "shipping_update", "payment_reminder", "promo_monthly", "welcome_message", "otp_code",
    "flash_sale",
    "abandoned_cart", "feedback_request", "appointment_reminder",
  ]

  /// The name of the template at a place.
  static func sampleName(_ place: Int, _ world: SampleWorld) -> String {
    var random = RowRandom(seed: world.seed &+ 3, table: schema.id, place: place)
    return "\(random.pick(names))_v\(place % 100 + 1)"
  }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Template> {
    let workspace = world.templates.workspace(of: place)
    let made = world.time(world.templates.part(of: place))
    let changed = SampleClock.within(made + 600 + pen.random.below(200_000))
    let name = sampleName(place, world)
    let category: TemplateCategory =
      name.hasPrefix("otp")
      ? .authentication : name.hasPrefix("promo") || name.hasPrefix("flash") ? .marketing : .utility
    let draft = Template.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace),
      metaID: String(100_000_000_000_000 + place * 7_919), name: name, category: category,
      language: pen.random.pick(["id", "id", "id", "en_US", "en_US", "en_GB", "ms", "zh_CN"]),
      metadata: metadata(name, &pen),
      status: pen.random.permille(900) ? .approved : pen.random.permille(500) ? .pending : .rejected,
      createdBy: ID(place: world.people.agent(of: workspace, &pen.random)), createdAt: Date(second: made),
      updatedAt: Date(second: changed), deletedAt: pen.random.permille(40) ? Date(second: changed) : nil)
    return SampleRow(draft: draft, workspace: workspace)
  }

  private static func metadata(_ name: String, _ pen: inout Pen) -> JSON<TemplateMetadata> {
    let text =
      "Hello {{1}}, your order {{2}} is on its way. Track it here: {{3}}\\n" + pen.sentences(12, between: "\\n\\n")
    let hasImage = pen.random.permille(400)
    let header = hasImage ? "https://cdn.toko.test/media/\(name).jpg" : "Toko Kita"
    pen.member(#"{"header":{"type":"#, hasImage ? "IMAGE" : "TEXT")
    pen.member(#","example":"#, header)
    pen.member(#"},"body":{"text":"#, text)
    pen.write(
      #"""
      ,"examples":[["John Doe","ORD-12345","https://track.example.com"]]},"footer":{"text":"Reply STOP to unsubscribe"},\#
      "buttons":[{"type":"URL","text":"Track Order","url":"https://track.example.com/{{1}}"}]
      """#)
    pen.member(#","components":[{"type":"HEADER","format":"#, hasImage ? "IMAGE" : "TEXT")
    pen.member(hasImage ? #","example":{"header_handle":["# : #","text":"#, header)
    pen.write(hasImage ? "]}}" : "}")
    pen.member(#",{"type":"BODY","text":"#, text)
    pen.write(
      #"""
      ,"example":{"body_text":[["John Doe","ORD-12345","https://track.example.com"]]}},{"type":"FOOTER","text":\#
      "Reply STOP to unsubscribe"},{"type":"BUTTONS","buttons":[{"type":"URL","text":"Track Order",\#
      "url":"https://track.example.com/{{1}}","example":["https://track.example.com/ORD-12345"]}]}]}
      """#)
    return pen.takeJSON()
  }
}

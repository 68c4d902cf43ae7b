internal import BlazzDB
internal import Foundation
internal import TableStore

extension WorkspaceRecord: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(2_640, atLeast: 3) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<WorkspaceRecord> {
    let opened = world.time(world.workspaces.opening(of: place))
    let changed = SampleClock.within(opened + pen.random.below(12_000_000))
    let name = pen.company()
    let status: WorkspaceStatus =
      switch pen.random.below(1000) {
      case 0..<790: .active
      case 790..<900: .trial
      case 900..<955: .suspended
      default: .cancelled
      }
    pen.write(name.lowercased().replacingOccurrences(of: " ", with: "-"))
    pen.write("-")
    pen.write(place + 1)
    let draft = WorkspaceRecord.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), identifier: pen.take(), name: name,
      address: pen.random.permille(700) ? pen.address() : nil, metadata: metadata(place, &pen, world),
      timezone: pen.random.pick(Places.zones), status: status, createdBy: ID(place: world.people.owner(of: place)),
      createdAt: Date(second: opened), updatedAt: Date(second: changed),
      deletedAt: status == .cancelled && pen.random.permille(300) ? Date(second: changed) : nil)
    return SampleRow(draft: draft)
  }

  private static func metadata(
    _ place: Int, _ pen: inout Pen, _ world: SampleWorld
  ) -> JSON<WorkspaceMetadata>? {
    guard pen.random.permille(960) else { return nil }
    pen.member(#"{"whatsapp_business_id":""#, pen.random.within(100_000_000_000_000...999_999_999_999_999))
    pen.member(#"","whatsapp_phone_number_id":""#, pen.random.within(100_000_000_000_000...999_999_999_999_999))
    pen.write(#"","whatsapp_access_token":"eyJpdiI6Ij"#)
    for _ in 0..<6 { pen.writeHex(pen.random.next(), digits: 16) }
    pen.write(#"","features_enabled":["campaigns""#)
    if pen.random.permille(800) { pen.write(#","auto_replies""#) }
    if pen.random.permille(400) { pen.write(#","api_access""#) }
    let isLarge = world.contacts.count(of: place) > 5_000
    pen.member(#"],"usage_limits":{"contacts":"#, isLarge ? 250_000 : 10_000)
    pen.member(#","messages_per_month":"#, isLarge ? 2_000_000 : 50_000)
    pen.write("}}")
    return pen.takeJSON()
  }
}

internal import BlazzDB
internal import Foundation
internal import TableStore

extension BlockedIP: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(1_200, atLeast: 2) }

  private static let reasons = [
    "Brute force attack detected", "Multiple failed login attempts", "Rate limit violations",
    "Malicious activity patterns",
    "Manual admin block", "Spam/abuse reports",
  ]

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<BlockedIP> {
    let blocked = world.time(world.part(place, of: Self.self))
    let draft = BlockedIP.Draft(
      id: ID(place: place), ipAddress: pen.address(number: place, salt: 77), reason: pen.random.pick(reasons),
      blockedAt: Date(second: blocked),
      expiresAt: pen.random.permille(250) ? nil : Date(second: blocked + 86_400 * pen.random.within(1...90)),
      createdAt: Date(second: blocked), updatedAt: Date(second: blocked))
    return SampleRow(draft: draft)
  }
}

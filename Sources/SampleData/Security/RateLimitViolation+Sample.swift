internal import BlazzDB
internal import Foundation
internal import TableStore

extension RateLimitViolation: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(20_000, atLeast: 2) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<RateLimitViolation> {
    let first = world.time(world.part(place, of: Self.self))
    let last = SampleClock.within(first + pen.random.below(3_600))
    let user = pen.random.permille(600) ? pen.random.below(world.people.count) : nil
    let limit = pen.random.pick([60, 120, 1_000])
    let isBlocked = pen.random.permille(250)
    let draft = RateLimitViolation.Draft(
      id: ID(place: place), ipAddress: pen.address(ofVisitor: user ?? pen.random.below(1_000_000)),
      userID: user.map { ID(place: $0) }, rateLimitType: pen.random.pick([.ip, .ip, .user, .endpoint, .workspace]),
      endpoint: pen.random.pick(Network.requests).endpoint, attempts: Int32(limit + pen.random.within(1...400)),
      limitThreshold: Int32(limit), windowDuration: limit == 1_000 ? 3_600 : 60, firstViolation: Date(second: first),
      lastViolation: Date(second: last), blocked: isBlocked,
      blockExpiresAt: isBlocked ? Date(second: last + 3_600) : nil, createdAt: Date(second: first),
      updatedAt: Date(second: last))
    return SampleRow(draft: draft)
  }
}

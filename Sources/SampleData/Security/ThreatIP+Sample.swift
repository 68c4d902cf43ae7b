internal import BlazzDB
internal import Foundation
internal import TableStore

extension ThreatIP: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(25_000, atLeast: 3) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<ThreatIP> {
    let first = world.time(world.part(place, of: Self.self))
    let last = SampleClock.within(first + pen.random.below(8_000_000))
    let type = pen.random.pick([.malware, .spam, .spam, .botnet, .botnet, .scanner, .scanner, .ddos] as [ThreatType])
    let source = pen.random.pick(["AbuseIPDB", "Spamhaus", "Talos Intelligence", "AlienVault OTX", "Custom Honeypots"])
    let draft = ThreatIP.Draft(
      id: ID(place: place), ipAddress: pen.address(number: place, salt: 5_000_011), threatType: type, source: source,
      description: pen.random.permille(600) ? "Reported as \(type.rawValue) by \(source)" : nil,
      confidenceScore: Int32(max(pen.random.below(101), pen.random.below(101))), firstSeen: Date(second: first),
      lastSeen: Date(second: last), expiresAt: pen.random.permille(700) ? Date(second: last + 90 * 86_400) : nil,
      createdAt: Date(second: first), updatedAt: Date(second: last))
    return SampleRow(draft: draft)
  }
}

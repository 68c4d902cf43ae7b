internal import BlazzDB
internal import Foundation
internal import TableStore

/// One retry from each stretch of as many logs: of the first that was tried again.
extension CampaignLogRetry: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(300_000, atLeast: 1) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<CampaignLogRetry> {
    let stretches = Pairing(sampleCount(world.scale), among: world.campaigns.logCount)
    let first = stretches.partner(of: place)
    let end = place + 1 < stretches.few ? stretches.partner(of: place + 1) : stretches.many
    let log = (first..<end).first { log in
      DeliveryOutcome(ofLog: log, in: world.campaigns.campaign(of: log), world).retries(ofLog: log, world) > 0
    }
    let (tried, campaign) = (log ?? first, world.campaigns.campaign(of: log ?? first))
    let isFailed = DeliveryOutcome(ofLog: tried, in: campaign, world) == .failed
    let again = SampleClock.within(
      world.time(world.campaigns.sending(of: tried)) + pen.random.pick([300, 1_800, 7_200]))
    pen.member(#"{"attempt":"#, isFailed ? 3 : 1)
    pen.member(#","error_code":"#, pen.random.pick([131_026, 131_047, 130_472]))
    pen.member(#","next_retry_at":"#, time: again)
    pen.write("}")
    let draft = CampaignLogRetry.Draft(
      id: ID(place: place), campaignLogID: ID(place: tried),
      chatID: isFailed ? nil : world.chats.chat(ofLog: tried).map { ID(place: $0) }, metadata: pen.takeJSON(),
      status: isFailed ? .failed : .success, createdAt: Date(second: again), updatedAt: Date(second: again))
    return SampleRow(draft: draft, workspace: world.campaigns.workspace(of: campaign))
  }
}

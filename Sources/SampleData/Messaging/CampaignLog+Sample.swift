internal import BlazzDB
internal import Foundation
internal import TableStore

extension CampaignLog: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(25_800_000, atLeast: 80) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<CampaignLog> {
    let campaign = world.campaigns.campaign(of: place)
    let contact = world.campaigns.contact(of: place, in: campaign)
    let outcome = DeliveryOutcome(ofLog: place, in: campaign, world)
    let retries = outcome.retries(ofLog: place, world)
    let sent = world.time(world.campaigns.sending(of: place))
    // All logs of a campaign are written when it begins.
    let written = world.time(world.campaigns.beginning(of: campaign))
    let delivered = sent + 2 + pen.random.below(40)
    let isAnswered = outcome == .read || outcome == .delivered
    let status: DeliveryStatus =
      switch outcome {
      case .pending: .pending
      case .ongoing: .ongoing
      case .failed: .failed
      case .sent, .delivered, .read: .success
      }
    let draft = CampaignLog.Draft(
      id: ID(place: place), campaignID: ID(place: campaign), contactID: ID(place: contact),
      chatID: status == .pending || status == .ongoing ? nil : world.chats.chat(ofLog: place).map { ID(place: $0) },
      metadata: status == .pending || status == .ongoing
        ? nil : metadata(place, campaign, contact, outcome, sent: sent, delivered: delivered, world, &pen),
      status: status, retryCount: Int32(retries), createdAt: Date(second: written),
      updatedAt: Date(second: status == .pending ? written : SampleClock.within(isAnswered ? delivered : sent)))
    return SampleRow(draft: draft, workspace: world.campaigns.workspace(of: campaign))
  }

  /// Most logs keep only their times; one in ten has all that the document shows.
  private static func metadata(
    _ place: Int, _ campaign: Int, _ contact: Int, _ outcome: DeliveryOutcome, sent: Int, delivered: Int,
    _ world: SampleWorld, _ pen: inout Pen
  ) -> JSON<DeliveryMetadata>? {
    let kind = pen.random.below(10)
    if kind < 2 && outcome != .failed { return nil }
    pen.member(#"{"sent_at":"#, time: sent)
    if outcome == .delivered || outcome == .read { pen.member(#","delivered_at":"#, time: delivered) }
    if outcome == .read { pen.member(#","read_at":"#, time: delivered + 30 + pen.random.below(20_000)) }
    if outcome == .failed {
      pen.write(#","error_code":131026,"error_message":"Message undeliverable""#)
    } else if kind == 9 {
      pen.write(#","error_code":null,"error_message":null,"whatsapp_message_id":""#)
      pen.writeMessageID(3, of: place)
      pen.member(#"","template_used":"#, Template.sampleName(Campaign.sampleTemplate(of: campaign, world), world))
      pen.member(#","variables_sent":{"name":"#, Contact.sampleName(contact, world).first)
      pen.member(#","order_id":"ORD-"#, pen.random.within(10_000...99_999))
      pen.member(#"","amount":"Rp "#, pen.random.within(10...900))
      pen.write(#".000"}"#)
    }
    pen.write("}")
    return pen.takeJSON()
  }
}

internal import Foundation

/// With whom each message is, and when it was sent.
///
/// Every seventh message is a campaign's and pairs with one of its logs. The others are conversations of four, of which
/// so many go on at a time as the scale says; one's messages lie apart from each other as they do in a busy table.
struct ChatShape {
  /// What a message belongs to.
  enum Origin {
    /// Sent by a campaign.
    case campaign(log: Int, campaign: Int)
    /// A step, 0…3, of a conversation.
    case conversation(number: Int, step: Int)
  }

  private static let campaignPeriod = 7
  private static let steps = 4

  let count: Int
  let media: Pairing
  /// Campaigns' messages among the logs.
  private let sent: Pairing
  private let lanes: Int
  private let seed: UInt64
  private let contacts: ContactShape
  private let campaigns: CampaignShape

  init(
    count: Int, mediaCount: Int, scale: SampleScale, _ contacts: ContactShape, _ campaigns: CampaignShape, seed: UInt64
  ) {
    self.count = count
    media = Pairing(mediaCount, among: count)
    sent = Pairing((count + Self.campaignPeriod - 1) / Self.campaignPeriod, among: campaigns.logCount)
    lanes = min(64, scale.rows(64))
    (self.contacts, self.campaigns, self.seed) = (contacts, campaigns, seed)
  }

  /// The part of the year after which a message was sent.
  func sending(of place: Int) -> Double { CampaignShape.sending(Double(place) / Double(count)) }

  /// What a message belongs to.
  func origin(of place: Int) -> Origin {
    if place % Self.campaignPeriod == 0 {
      let log = sent.partner(of: place / Self.campaignPeriod)
      return .campaign(log: log, campaign: campaigns.campaign(of: log))
    }
    let window = Self.steps * lanes
    return .conversation(
      number: place / window * lanes + place % lanes, step: place % window / lanes)
  }

  /// The contact of a message.
  func contact(of place: Int) -> Int { contact(of: origin(of: place)) }

  /// The contact of the message of an origin.
  func contact(of origin: Origin) -> Int {
    switch origin {
    case .campaign(let log, let campaign): return campaigns.contact(of: log, in: campaign)
    case .conversation(let number, _):
      let first = number / lanes * Self.steps * lanes + number % lanes
      var random = RowRandom(seed: seed &+ 1, table: 8, place: number)
      return contacts.draw(at: sending(of: first), &random)
    }
  }

  /// The message that a campaign's log led to, where it is kept.
  func chat(ofLog log: Int) -> Int? { sent.partner(ofMany: log).map { $0 * Self.campaignPeriod } }

  /// By contact, the place of the newest message plus one; 0 for none.
  func newest() -> [UInt32] {
    var newest = [UInt32](repeating: 0, count: contacts.count)
    for place in 0..<count { newest[contact(of: place)] = UInt32(place + 1) }
    return newest
  }
}

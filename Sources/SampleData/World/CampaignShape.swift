internal import Foundation

/// Which campaign each log belongs to, and to whom it goes. Campaigns are sent one after the other, so a campaign's logs
/// follow each other; the last campaigns wait to be sent and have none.
struct CampaignShape {
  /// To whom a campaign goes: the contacts that its workspace had when it began.
  struct Audience {
    let workspace: Int
    let size: Int
  }

  /// The curve of messages: there are more of them from month to month.
  private static let first = 0.025
  private static let bend = 0.8
  /// A prime above any audience, so that steps of it meet every contact once before one a second time.
  private static let step = 2_147_483_647

  let count: Int
  let logCount: Int
  private let contacts: ContactShape
  private let audiences: [Audience]
  /// Where a campaign's logs begin; one more than there are campaigns.
  private let starts: [Int]

  /// The part of the year after which a share of all messages is sent.
  static func sending(_ share: Double) -> Double { first + (1 - first) * pow(share, bend) }

  init(count: Int, logCount: Int, _ contacts: ContactShape, seed: UInt64) {
    (self.count, self.logCount, self.contacts) = (count, logCount, contacts)
    let waiting = max(1, count / 150)
    // When a campaign is sent follows from the sizes of those before, and its size from who was known then: a first
    // round with campaigns evenly over the year gives the sum to go by.
    var sum = 0.0
    var sums: [Double] = []
    var workspaces: [UInt32] = []
    for isFinal in [false, true] {
      let total = sum
      (sum, sums, workspaces) = (0, [0], [])
      for place in 0..<count {
        var random = RowRandom(seed: seed &+ 1, table: 10, place: place)
        let share = isFinal ? min(1, 0.9 * sum / total) : Double(place) / Double(count)
        let audience = Self.audience(Self.sending(share), contacts, &random)
        // Lists grow faster than campaigns to them.
        if place < count - waiting { sum += pow(Double(audience.size), 0.6) * (0.3 + 1.6 * random.unit()) }
        sums.append(sum)
        workspaces.append(UInt32(audience.workspace))
      }
    }
    starts = sums.map { min(logCount, Int($0 / sum * Double(logCount))) }
    var audiences: [Audience] = []
    for place in 0..<count {
      let known = contacts.known(at: Self.sending(Double(starts[place]) / Double(logCount)))
      var workspace = Int(workspaces[place])
      if contacts.count(of: workspace, among: known) == 0 {
        // The first round was off by so much that nobody was there yet.
        var random = RowRandom(seed: seed &+ 2, table: 10, place: place)
        workspace = contacts.workspace(of: random.below(known))
      }
      audiences.append(Audience(workspace: workspace, size: contacts.count(of: workspace, among: known)))
    }
    self.audiences = audiences
  }

  /// A workspace that has contacts after a part of the year, the likelier the more it has.
  private static func audience(_ part: Double, _ contacts: ContactShape, _ random: inout RowRandom) -> Audience {
    let known = contacts.known(at: part)
    let workspace = contacts.workspace(of: random.below(known))
    return Audience(workspace: workspace, size: contacts.count(of: workspace, among: known))
  }

  /// The places of a campaign's logs.
  func logs(of campaign: Int) -> Range<Int> { starts[campaign]..<starts[campaign + 1] }

  /// The place of a campaign's workspace.
  func workspace(of campaign: Int) -> Int { audiences[campaign].workspace }

  /// The part of the year after which a campaign's first message is sent.
  func beginning(of campaign: Int) -> Double { sending(of: starts[campaign]) }

  /// The part of the year after which a log's message is sent.
  func sending(of log: Int) -> Double { Self.sending(Double(log) / Double(logCount)) }

  /// The campaign that a log belongs to.
  func campaign(of log: Int) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= log { low = middle } else { high = middle }
    }
    return low
  }

  /// The contact that a log's message goes to. Where a campaign has more messages than contacts it comes round again.
  func contact(of log: Int, in campaign: Int) -> Int {
    let audience = audiences[campaign]
    let place = (log * (Self.step % audience.size) + campaign) % audience.size
    return contacts.contact(place, of: audience.workspace)
  }
}

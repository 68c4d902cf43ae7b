internal import BlazzDB
internal import TableStore

/// What became of a campaign's message: the same for the log, the message, the retries and the campaign's counts.
enum DeliveryOutcome {
  case pending, ongoing, failed, sent, delivered, read

  /// The outcome of the log at a place.
  init(ofLog log: Int, in campaign: Int, _ world: SampleWorld) {
    if Self.isBeingSent(campaign, world) {
      let logs = world.campaigns.logs(of: campaign)
      let done = (log - logs.lowerBound) * 100 / logs.count
      if done >= 60 {
        self = done == 60 ? .ongoing : .pending
        return
      }
    }
    var random = RowRandom(seed: world.seed &+ 2, table: CampaignLog.schema.id, place: log)
    switch random.below(1000) {
    case 0..<28: self = .failed
    case 28..<60: self = .sent
    case 60..<500: self = .delivered
    default: self = .read
    }
  }

  /// Whether a campaign is the last one that has begun.
  static func isBeingSent(_ campaign: Int, _ world: SampleWorld) -> Bool {
    world.campaigns.logs(of: campaign).upperBound == world.campaigns.logCount
      && !world.campaigns.logs(of: campaign).isEmpty
  }

  /// How often the message of the log at a place was tried again.
  func retries(ofLog log: Int, _ world: SampleWorld) -> Int {
    guard self != .pending, self != .ongoing else { return 0 }
    if self == .failed { return 3 }
    var random = RowRandom(seed: world.seed &+ 4, table: CampaignLog.schema.id, place: log)
    return random.permille(40) ? random.within(1...2) : 0
  }
}

/// How many messages of a campaign came how far.
struct DeliveryCounts {
  private(set) var sent = 0
  private(set) var delivered = 0
  private(set) var read = 0
  private(set) var failed = 0

  mutating func add(_ outcome: DeliveryOutcome) {
    switch outcome {
    case .pending, .ongoing: break
    case .failed: failed += 1
    case .sent: sent += 1
    case .delivered:
      sent += 1
      delivered += 1
    case .read:
      sent += 1
      delivered += 1
      read += 1
    }
  }
}

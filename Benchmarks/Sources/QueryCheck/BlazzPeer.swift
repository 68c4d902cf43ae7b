import BlazzDB
import CQueryPeers
import TableStore

/// A store, asked through the typed API: each question in a read of its own, its query built anew.
struct BlazzPeer {
  let blazz: Blazz
  /// By id from 1 on.
  private let workspaces: [Workspace]

  init(_ blazz: Blazz, workspaces count: Int) throws {
    self.blazz = blazz
    workspaces = try (1...UInt64(count)).map { try blazz.workspace(ID($0)) }
  }

  // MARK: Questions

  static func latestChats(_ db: Tables<Reading>) -> BoundQuery<Chat, Reading> {
    db.chats.order(by: Chat.timeline, .descending).limit(50)
  }

  static func recentContacts(_ db: Tables<Reading>) -> BoundQuery<Contact, Reading> {
    db.contacts.order(by: \.latestChatCreatedAt, .descending).limit(50)
  }

  static func namedContacts(_ db: Tables<Reading>) -> BoundQuery<Contact, Reading> {
    db.contacts.where { $0.firstName.like("Joh%") }.order(by: \.firstName).limit(20)
  }

  static func scanNumbers(_ db: Tables<Reading>) -> BoundQuery<Chat, Reading> {
    db.chats.where { $0.isRead == false && $0.userID >= ID(UInt64(PEER_FIRST_AGENT)) }
  }

  static func scanText(_ db: Tables<Reading>) -> BoundQuery<Chat, Reading> {
    db.chats.where { $0.isRead == false && $0.status == .failed }
  }

  static func statuses(_ db: Tables<Reading>, _ campaign: UInt64) -> GroupedQuery<CampaignLog, Reading, DeliveryStatus>
  {
    db.campaignLogs.where { $0.campaignID == ID(campaign) }.group(by: \.status)
  }

  // MARK: Asking

  func ask(
    _ asked: [UInt64], _ question: (Tables<Reading>) -> BoundQuery<Chat, Reading>
  ) throws -> UInt64 {
    var hash: UInt64 = 0
    for workspace in asked {
      let rows = try workspaces[Int(workspace) - 1].read { db in try question(db).all() }
      for row in rows { hash = peer_mix(hash, row.id.rawValue) }
    }
    return hash
  }

  func ask(
    _ asked: [UInt64], _ question: (Tables<Reading>) -> BoundQuery<Contact, Reading>
  ) throws -> UInt64 {
    var hash: UInt64 = 0
    for workspace in asked {
      let rows = try workspaces[Int(workspace) - 1].read { db in try question(db).all() }
      for row in rows { hash = peer_mix(hash, row.id.rawValue) }
    }
    return hash
  }

  func countCampaigns(_ asked: Asked) throws -> UInt64 {
    var hash: UInt64 = 0
    for (campaign, workspace) in zip(asked.campaigns, asked.campaignWorkspaces) {
      let counts = try workspaces[Int(workspace) - 1].read { db in try Self.statuses(db, campaign).count() }
      for (status, count) in counts {
        let number = DeliveryStatus.allCases.firstIndex(of: status)! + 1
        hash = peer_mix(peer_mix(hash, UInt64(number)), UInt64(count))
      }
    }
    return hash
  }

  func count(_ question: (Tables<Reading>) -> BoundQuery<Chat, Reading>) throws -> UInt64 {
    peer_mix(0, UInt64(try blazz.system.read { db in try question(db).count() }))
  }

  // MARK: What is examined

  func explain<Row: Table>(
    _ asked: [UInt64], _ question: (Tables<Reading>) -> BoundQuery<Row, Reading>
  ) throws -> Int {
    try asked.reduce(0) { sum, workspace in
      try workspaces[Int(workspace) - 1].read { db in sum + (try question(db).explain().examined) }
    }
  }

  func explainCampaigns(_ asked: Asked) throws -> Int {
    try zip(asked.campaigns, asked.campaignWorkspaces).reduce(0) { sum, pair in
      try workspaces[Int(pair.1) - 1].read { db in sum + (try Self.statuses(db, pair.0).explainCount().examined) }
    }
  }

  func explainCount(_ question: (Tables<Reading>) -> BoundQuery<Chat, Reading>) throws -> Int {
    try blazz.system.read { db in try question(db).explainCount().examined }
  }
}

import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// A store with enough rows for figures to mean something: three workspaces of different sizes, 400 contacts, 6,000 chats,
/// 20 campaigns with 2,000 messages, deleted rows, NULLs and ties everywhere. All tests of the application's questions
/// read it; those that write undo what they did.
final class ApplicationStore: Sendable {
  /// Made once.
  static let shared = Result { try ApplicationStore() }

  let blazz: Blazz
  /// The largest workspace.
  let shop: Workspace
  /// Everything in it, read without any condition.
  let rows: ApplicationRows
  /// The time of all questions.
  let now = ApplicationRows.start.addingTimeInterval(30 * 86_400)

  private init() throws {
    let folder = try ScratchFolder()
    // Nothing of the file is left when the process ends: it goes on without a name.
    defer { folder.remove() }
    blazz = try Blazz(path: folder.path + "/crm.blazz", options: .testing)
    var filler = ApplicationFiller()
    try filler.fill(blazz)
    shop = try blazz.workspace(1)
    rows = try shop.read { db in try ApplicationRows(db) }
    #expect(rows.chats.count > 3_000 && rows.contacts.count > 200 && rows.campaignLogs.count > 800)
  }

  /// Runs `body` in a write of the workspace, of which nothing is left.
  func undone(_ body: (Tables<Writing>) throws -> Void) throws {
    struct Undone: Error {}
    do {
      try shop.writeSync { db in
        try body(db)
        throw Undone()
      }
    } catch is Undone {}
  }
}

/// All rows of a workspace, by primary key: what answers are computed from a second time.
struct ApplicationRows: Sendable {
  static let start = Date(timeIntervalSince1970: 1_760_000_000)

  let contacts: [Contact]
  let chats: [Chat]
  let chatLogs: [ChatLog]
  let statusLogs: [ChatStatusLog]
  let media: [ChatMedia]
  let notes: [ChatNote]
  let tickets: [ChatTicket]
  let ticketLogs: [ChatTicketLog]
  let groups: [ContactGroup]
  let memberships: [ContactGroupMembership]
  let campaigns: [Campaign]
  let campaignLogs: [CampaignLog]
  let retries: [CampaignLogRetry]
  let templates: [Template]
  let autoReplies: [AutoReply]
  let teams: [Team]
  let invites: [TeamInvite]
  let users: [User]
  let transactions: [BillingTransaction]
  let payments: [BillingPayment]
  let supportTickets: [Ticket]
  let jobs: [QueuedJob]

  init(_ db: Tables<Reading>) throws {
    func all<Row: Table>(_ handle: TableHandle<Row, Reading>) throws -> [Row] {
      try handle.withDeleted().all().sorted { $0.primaryKey.sqlValue.number < $1.primaryKey.sqlValue.number }
    }
    contacts = try all(db.contacts)
    chats = try all(db.chats)
    chatLogs = try all(db.chatLogs)
    statusLogs = try all(db.chatStatusLogs)
    media = try all(db.chatMedia)
    notes = try all(db.chatNotes)
    tickets = try all(db.chatTickets)
    ticketLogs = try all(db.chatTicketLogs)
    groups = try all(db.contactGroups)
    memberships = try all(db.contactGroupMemberships)
    campaigns = try all(db.campaigns)
    campaignLogs = try all(db.campaignLogs)
    retries = try all(db.campaignLogRetries)
    templates = try all(db.templates)
    autoReplies = try all(db.autoReplies)
    teams = try all(db.teams)
    invites = try all(db.teamInvites)
    users = try all(db.users)
    transactions = try all(db.billingTransactions)
    payments = try all(db.billingPayments)
    supportTickets = try all(db.tickets)
    jobs = try all(db.jobs)
  }

  var liveContacts: [Contact] { contacts.filter { $0.deletedAt == nil } }
  var liveChats: [Chat] { chats.filter { $0.deletedAt == nil } }
  var liveCampaigns: [Campaign] { campaigns.filter { $0.deletedAt == nil } }
  var liveTemplates: [Template] { templates.filter { $0.deletedAt == nil } }

  /// The newest live chat of a contact.
  func newest(_ contact: ID<Contact>, _ type: MessageDirection? = nil) -> Chat? {
    liveChats.filter { $0.contactID == contact && (type == nil || $0.type == type) }
      .max { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
  }
}

extension SQLValue {
  fileprivate var number: Int128 { if case .integer(let number) = self { number } else { 0 } }
}

/// Holds how a hot question is answered against what it may cost: from indexes, and examining no more than twice what it
/// returns.
///
/// - Parameters:
///   - index: the index that answers it; any but the primary key when it is not named.
///   - isClustered: whether it asks for all rows of a workspace, which lie together in the table itself.
///   - deleted: how many rows that are marked as deleted lie among those that are returned, in an index that has both.
func expectCheap(
  _ explanation: Explanation, _ index: String? = nil, isClustered: Bool = false, deleted: Int = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let names = explanation.accesses.map(\.index)
  let ranges = explanation.accesses.map(\.ranges).reduce(0, +)
  #expect(!names.isEmpty, "\(explanation)", sourceLocation: sourceLocation)
  if let index {
    #expect(names.allSatisfy { $0 == index }, "\(explanation)", sourceLocation: sourceLocation)
  } else if !isClustered {
    #expect(!names.contains("PRIMARY"), "\(explanation)", sourceLocation: sourceLocation)
  }
  #expect(
    explanation.examined <= 2 * explanation.returned + 2 * ranges + deleted, "\(explanation)",
    sourceLocation: sourceLocation)
}

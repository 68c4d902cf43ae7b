import BenchmarkSupport
import BlazzDB
import Foundation
import TableStore

/// Whom the application's own questions and changes are about.
extension Subjects {
  mutating func drawApplication(_ db: Tables<Reading>, now: Int64) throws {
    var generator = Generator(seed: 17)
    func draw<Row: Table>(_ table: TableHandle<Row, Reading>, _ count: Int = Self.count) throws -> [Row]
    where Row.Key == ID<Row> {
      let rows = try db.table(named: Row.schema.name)!.storedSizes().rows
      return try Self.draw(rows, &generator, count: count).compactMap { try table.get(ID($0)) }
    }
    moments = (0..<Self.count).map { _ in Subject(from: now + Int64(generator.next() % 400) * 3_600) }
    groups = try draw(db.contactGroups).map { Subject(workspace: $0.workspaceID.rawValue, number: $0.id.rawValue) }
    members = try draw(db.teams).map { Subject(workspace: $0.workspaceID.rawValue, number: $0.userID.rawValue) }
    keyHashes = try draw(db.workspaceAPIKeys).map { Subject(workspace: $0.workspaceID.rawValue, text: $0.keyHash) }
    identifiers = try draw(db.workspaces).map { Subject(workspace: $0.id.rawValue, text: $0.identifier) }
    loggedThreads = try draw(db.chatLogs).map { try subject(of: $0.contactID, db) }
    newTickets = try draw(db.contacts).filter { contact in
      try !db.chatTickets.where { $0.contactID == contact.id }.exists()
    }.map { Subject(workspace: $0.workspaceID.rawValue, number: $0.id.rawValue) }
    unreadThreads = try draw(db.chats, 20_000).filter { $0.type == .inbound && !$0.isRead }
      .map { Subject(workspace: $0.workspaceID.rawValue, number: $0.contactID.rawValue) }
    let logs = try draw(db.campaignLogs, 20_000)
    waitingLogs = try logs.filter { $0.status == .failed || $0.status == .pending }
      .map { Subject(workspace: try workspace(of: $0.campaignID, db), number: $0.id.rawValue) }
    let working = try db.campaigns.where { $0.status == .processing }.limit(Self.count / 2).all()
    endings =
      campaigns.prefix(Self.count / 2)
      + working.map { Subject(workspace: $0.workspaceID.rawValue, number: $0.id.rawValue) }
  }

  private func subject(of contact: ID<Contact>, _ db: Tables<Reading>) throws -> Subject {
    let row = try db.contacts.withDeleted().get(contact)
    return Subject(workspace: row?.workspaceID.rawValue ?? 0, number: contact.rawValue)
  }

  private func workspace(of campaign: ID<Campaign>, _ db: Tables<Reading>) throws -> UInt64 {
    try db.campaigns.withDeleted().get(campaign)?.workspaceID.rawValue ?? 0
  }
}

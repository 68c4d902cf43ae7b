import BenchmarkSupport
import BlazzDB
import Foundation
import TableStore

/// Rows a workspace, by its place: what questions can be asked of it.
struct Tally: Codable {
  var chats: [Int]
  var contacts: [Int]
  /// Contacts whose first name begins with "Joh".
  var named: [Int]
  /// The workspace of each campaign, by its id from 1 on.
  var campaigns: [UInt64] = []

  init(workspaces: Int) {
    chats = Array(repeating: 0, count: workspaces)
    (contacts, named) = (chats, chats)
  }
}

/// Fills a store with the made-up CRM, 10,000 rows a transaction, the same rows for the same size.
struct CRMMaker {
  static let agents: UInt64 = 40
  static let logsEach = 500
  let chats: Int
  let contacts: Int
  let logs: Int
  let workspaces: Int
  private(set) var tally: Tally
  private var generator = Generator(seed: 11)
  private let shares: Shares
  /// The ids of each workspace's contacts.
  private var people: [[UInt64]]
  private let start = 1_730_000_000
  private let names = [
    "Adi", "Agus", "Ahmad", "Andi", "Anna", "Bella", "Budi", "Carlos", "Citra", "Daniel", "Dewi", "Dian", "Eka",
    "Fatima", "Fitri", "Grace", "Hadi", "Hendra", "Indah", "Ivan", "Jasmine", "Joanna", "Johan", "Johanna", "John",
    "Johnny", "Jonas", "Joshua", "Kartika", "Kevin", "Laila", "Lestari", "Linda", "Maria", "Mega", "Michael", "Nina",
    "Nur", "Oscar", "Putri", "Rahmat", "Ratna", "Rina", "Rizky", "Sari", "Siti", "Sofia", "Surya", "Tono", "Utami",
    "Vera", "Wahyu", "Wati", "Yanti", "Yusuf", "Zahra",
  ]

  /// - Parameters:
  ///   - chats: a million for the full size; everything else is in proportion.
  ///   - tally: what is known of a store that was filled before.
  init(chats: Int, tally: Tally? = nil) {
    self.chats = chats
    contacts = chats * 16 / 100
    logs = chats / Self.logsEach * Self.logsEach
    workspaces = min(2_640, max(20, chats * 2_640 / 1_000_000))
    self.tally = tally ?? Tally(workspaces: workspaces)
    shares = Shares(workspaces: workspaces)
    people = Array(repeating: [], count: workspaces)
  }

  mutating func fill(_ blazz: Blazz) throws {
    try makeWorkspaces(blazz)
    try inBatches(blazz, contacts) { maker, db, number in try maker.addContact(db, number) }
    try inBatches(blazz, chats) { maker, db, number in try maker.addChat(db, number) }
    try inBatches(blazz, logs) { maker, db, number in try maker.addLog(db, number) }
  }

  private mutating func inBatches(
    _ blazz: Blazz, _ count: Int, _ add: (inout CRMMaker, Tables<Writing>, Int) throws -> Void
  ) throws {
    for first in stride(from: 0, to: count, by: 10_000) {
      try blazz.system.writeSync { db in
        for number in first..<min(first + 10_000, count) { try add(&self, db, number) }
      }
    }
  }

  private func time(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(start + seconds)) }

  private mutating func makeWorkspaces(_ blazz: Blazz) throws {
    try blazz.system.writeSync { db in
      for number in 1...Self.agents {
        try db.users.insert(
          .init(firstName: "Agent", email: "agent\(number)@example.com", createdAt: time(0), updatedAt: time(0)))
      }
      for number in 1...UInt64(workspaces) {
        try db.workspaces.insert(
          .init(
            uuid: generator.uuid(), identifier: "ws-\(number)", createdBy: 1, createdAt: time(0), updatedAt: time(0)))
        try db.templates.insert(
          .init(
            uuid: generator.uuid(), workspaceID: ID(number), metaID: "\(number)", name: "offer", category: .marketing,
            language: "id", metadata: "{}", status: "APPROVED", createdBy: 1, createdAt: time(0), updatedAt: time(0)))
      }
    }
  }

  private func isOne(of count: UInt64, _ generator: inout Generator) -> Bool { generator.next() % count == 0 }

  private mutating func addContact(_ db: Tables<Writing>, _ number: Int) throws {
    // Everybody has a contact, so that chats find one.
    let place = number < workspaces ? number : shares.draw(&generator)
    let name = names.randomElement(using: &generator)!
    let isDeleted = isOne(of: 50, &generator)
    let metadata: JSON<ContactMetadata>? =
      isOne(of: 2, &generator) ? nil : #"{"custom_fields": {"company": "Toko"}, "preferences": {"language": "id"}}"#
    let latest = isOne(of: 20, &generator) ? nil : time(Int(generator.next() % 30_000_000))
    let contact = try db.contacts.insert(
      .init(
        uuid: generator.uuid(), workspaceID: ID(UInt64(place) + 1), firstName: name,
        lastName: names.randomElement(using: &generator)!, phone: "+62812\(10_000_000 + number)",
        email: isOne(of: 3, &generator) ? "person\(number)@example.com" : nil, metadata: metadata,
        latestChatCreatedAt: latest, createdBy: 1, createdAt: time(number), updatedAt: time(number),
        deletedAt: isDeleted ? time(number) : nil))
    people[place].append(contact.id.rawValue)
    guard !isDeleted else { return }
    tally.contacts[place] += 1
    if name.hasPrefix("Joh") { tally.named[place] += 1 }
  }

  private mutating func addChat(_ db: Tables<Writing>, _ number: Int) throws {
    let place = shares.draw(&generator)
    let isInbound = isOne(of: 2, &generator)
    let isDeleted = isOne(of: 50, &generator)
    let statuses: [MessageStatus] = [.sent, .delivered, .read, .failed]
    // Three messages share a second, so that ties have to be settled.
    let moment = time(number / 3 * 60)
    try db.chats.insert(
      .init(
        uuid: generator.uuid(), workspaceID: ID(UInt64(place) + 1), wamID: generator.wamID(),
        contactID: ID(people[place].randomElement(using: &generator)!),
        userID: isInbound ? nil : ID(generator.next() % Self.agents + 1), type: isInbound ? .inbound : .outbound,
        metadata: JSON(text: generator.messageMetadata()), status: statuses.randomElement(using: &generator)!,
        isRead: isOne(of: 2, &generator), deletedAt: isDeleted ? moment : nil, createdAt: moment))
    if !isDeleted { tally.chats[place] += 1 }
  }

  private mutating func addLog(_ db: Tables<Writing>, _ number: Int) throws {
    let moment = time(number * 20)
    if number % Self.logsEach == 0 {
      let workspace = UInt64(shares.draw(&generator)) + 1
      try db.campaigns.insert(
        .init(
          uuid: generator.uuid(), workspaceID: ID(workspace), name: "Campaign", templateID: ID(workspace),
          contactGroupID: 0, metadata: "{}", status: .completed, createdBy: 1, createdAt: moment))
      tally.campaigns.append(workspace)
    }
    let workspace = tally.campaigns.last!
    let dice = generator.next() % 100
    let status: DeliveryStatus = dice < 80 ? .success : dice < 88 ? .failed : dice < 96 ? .pending : .ongoing
    try db.campaignLogs.insert(
      .init(
        campaignID: ID(UInt64(tally.campaigns.count)),
        contactID: ID(people[Int(workspace) - 1].randomElement(using: &generator)!),
        metadata: status == .failed ? #"{"error_code": 131026, "error_message": "undeliverable"}"# : nil,
        status: status, retryCount: status == .failed ? 3 : 0, createdAt: moment, updatedAt: moment))
  }
}

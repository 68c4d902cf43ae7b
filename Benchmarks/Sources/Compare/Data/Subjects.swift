import BenchmarkSupport
import BlazzDB
import Foundation
import TableStore

/// Whom all peers are asked about: drawn once, by a fixed seed, each as often as its rows say.
struct Subjects: Codable, Sendable {
  static let count = 1_000
  /// How many chats are asked in one read, where several are.
  static let together = 64
  /// One subject, for questions about all rows; its number is that of a user.
  var everything = [Subject(number: 20)]
  var chats: [Subject] = []
  /// Several chats of a workspace each, among those that are drawn: the processor's caches hold them.
  var manyChats: [Subject] = []
  /// Several chats of a workspace each, no two the same, among so many more that most of them have to be fetched from
  /// memory.
  var scatteredChats: [Subject] = []
  var uuids: [Subject] = []
  var messageIDs: [Subject] = []
  var timelines: [Subject] = []
  var threads: [Subject] = []
  var statuses: [Subject] = []
  var workspaces: [Subject] = []
  /// The three with the fewest chats, if they have a hundred.
  var smallWorkspaces: [Subject] = []
  var lastDays: [Subject] = []
  var contacts: [Subject] = []
  var contactUUIDs: [Subject] = []
  var phones: [Subject] = []
  var names: [Subject] = []
  var searches: [Subject] = []
  var logs: [Subject] = []
  var campaigns: [Subject] = []
  var sentChats: [Subject] = []
  var users: [Subject] = []
  var addresses: [Subject] = []
  var events: [Subject] = []
  // What the application's own questions and changes are about.
  var moments: [Subject] = []
  var groups: [Subject] = []
  var members: [Subject] = []
  var keyHashes: [Subject] = []
  var identifiers: [Subject] = []
  var loggedThreads: [Subject] = []
  /// Contacts without a ticket.
  var newTickets: [Subject] = []
  /// Contacts of whom something is not read.
  var unreadThreads: [Subject] = []
  /// Logs that wait or have failed.
  var waitingLogs: [Subject] = []
  /// Campaigns that are done, and others that are not.
  var endings: [Subject] = []

  init(_ blazz: Blazz) throws {
    var generator = Generator(seed: 13)
    try blazz.system.read { db in
      try drawChats(db, &generator)
      drawManyChats(&generator)
      try drawScatteredChats(db)
      try chooseWorkspaces(db)
      try drawContacts(db, &generator)
      try drawLogs(db, &generator)
      try drawAudits(db)
      try drawApplication(db, now: lastDays.first?.to ?? 0)
    }
  }

  /// Keys of rows: made-up rows are numbered from 1 on.
  static func draw(_ rows: Int, _ generator: inout Generator, count: Int = count) -> [UInt64] {
    (0..<count).map { _ in generator.next() % UInt64(rows) + 1 }
  }

  private mutating func drawChats(_ db: Tables<Reading>, _ generator: inout Generator) throws {
    let rows = try db.table(named: "chats")!.storedSizes().rows
    let last = try db.chats.order(by: \.createdAt, .descending).limit(1).values(\.createdAt).first ?? Date()
    let midnight = Int64(last.timeIntervalSince1970) / 86_400 * 86_400 + 86_400
    for id in Self.draw(rows, &generator) {
      guard let chat = try db.chats.get(ID(id)) else { continue }
      let (workspace, contact) = (chat.workspaceID.rawValue, chat.contactID.rawValue)
      let sent = Int64(chat.createdAt.timeIntervalSince1970)
      chats.append(Subject(workspace: workspace, number: id))
      uuids.append(Subject(workspace: workspace, text: chat.uuid))
      timelines.append(Subject(workspace: workspace, from: sent - 30 * 86_400, to: sent))
      threads.append(Subject(workspace: workspace, number: contact))
      workspaces.append(Subject(workspace: workspace))
      lastDays.append(Subject(workspace: workspace, from: midnight - 7 * 86_400, to: midnight))
      if let wam = chat.wamID { messageIDs.append(Subject(workspace: workspace, text: wam)) }
      if let status = chat.status?.rawValue {
        statuses.append(Subject(workspace: workspace, number: contact, text: status))
      }
    }
  }

  private mutating func drawManyChats(_ generator: inout Generator) {
    let owned = Dictionary(grouping: chats, by: \.workspace).mapValues { $0.map(\.number) }
    manyChats = chats.prefix(Self.count / 4).map { chat in
      let numbers = owned[chat.workspace]!
      return Subject(
        workspace: chat.workspace,
        numbers: (0..<Self.together).map { _ in numbers[Int(generator.next() % UInt64(numbers.count))] })
    }
  }

  /// Of workspaces that have enough.
  private mutating func drawScatteredChats(_ db: Tables<Reading>) throws {
    var generator = Generator(seed: 14)
    var owned: [UInt64: [UInt64]] = [:]
    let rows = try db.table(named: "chats")!.storedSizes().rows
    for id in Set(Self.draw(rows, &generator, count: Self.count * Self.together)).sorted() {
      if let chat = try db.chats.get(ID(id)) { owned[chat.workspaceID.rawValue, default: []].append(id) }
    }
    scatteredChats = chats.compactMap { chat in
      guard var numbers = owned[chat.workspace], numbers.count >= Self.together else { return nil }
      for place in 0..<Self.together {
        numbers.swapAt(place, place + Int(generator.next() % UInt64(numbers.count - place)))
      }
      return Subject(workspace: chat.workspace, numbers: Array(numbers.prefix(Self.together)))
    }
  }

  private mutating func chooseWorkspaces(_ db: Tables<Reading>) throws {
    let counts = try db.chats.withDeleted().group(by: \.workspaceID).count().filter { $0.count >= 100 }
    let sorted = counts.sorted { ($0.count, $0.key) < ($1.count, $1.key) }
    smallWorkspaces = sorted.prefix(3).map { Subject(workspace: $0.key.rawValue) }
  }

  private mutating func drawContacts(_ db: Tables<Reading>, _ generator: inout Generator) throws {
    let rows = try db.table(named: "contacts")!.storedSizes().rows
    for id in Self.draw(rows, &generator) {
      guard let contact = try db.contacts.get(ID(id)) else { continue }
      let workspace = contact.workspaceID.rawValue
      contacts.append(Subject(workspace: workspace, number: id))
      contactUUIDs.append(Subject(workspace: workspace, text: contact.uuid))
      if let phone = contact.phone { phones.append(Subject(workspace: workspace, text: phone)) }
      guard let name = contact.firstName, name.utf8.count >= 3, name.utf8.allSatisfy(Self.isLetter) else { continue }
      names.append(Subject(workspace: workspace, text: String(name.prefix(3))))
      let digits = contact.phone?.filter(\.isNumber).prefix(5) ?? ""
      if digits.count == 5 { searches.append(Subject(workspace: workspace, number: UInt64(digits)!, text: name)) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Logs, and campaigns of some five hundred of them, as far as there are such.
  private mutating func drawLogs(_ db: Tables<Reading>, _ generator: inout Generator) throws {
    let rows = try db.table(named: "campaign_logs")!.storedSizes().rows
    var owners: [ID<Campaign>: (workspace: UInt64, logs: Int)] = [:]
    var all: [Subject] = []
    for id in Self.draw(rows, &generator) {
      guard let log = try db.campaignLogs.get(ID(id)) else { continue }
      if owners[log.campaignID] == nil {
        let campaign = try db.campaigns.withDeleted().get(log.campaignID)
        let logs = try db.campaignLogs.where { $0.campaignID == log.campaignID }.count()
        owners[log.campaignID] = (campaign?.workspaceID.rawValue ?? 0, logs)
      }
      let (workspace, count) = owners[log.campaignID]!
      logs.append(Subject(workspace: workspace, number: id))
      all.append(Subject(workspace: workspace, number: log.campaignID.rawValue))
      if (250...1_000).contains(count) { campaigns.append(all.last!) }
      if let chat = log.chatID { sentChats.append(Subject(workspace: workspace, number: chat.rawValue)) }
    }
    if campaigns.count < 20 { campaigns = all }
  }

  /// From every so-manieth row: their keys are no numbers.
  private mutating func drawAudits(_ db: Tables<Reading>) throws {
    let table = db.table(named: "audit_logs")!
    let step = max(1, try table.storedSizes().rows / Self.count)
    let columns = ["workspace_id", "user_id", "ip_address", "event_type"].map { table.schema.ordinal(of: $0)! }
    var place = 0
    try table.forEach { row in
      place += 1
      guard place % step == 0, case .integer(let workspace) = try row.value(columns[0]) else { return }
      let owner = UInt64(workspace)
      if case .integer(let user) = try row.value(columns[1]) {
        users.append(Subject(workspace: owner, number: UInt64(user)))
      }
      if case .text(let address) = try row.value(columns[2]) {
        addresses.append(Subject(workspace: owner, text: address))
      }
      if case .text(let event) = try row.value(columns[3]) { events.append(Subject(workspace: owner, text: event)) }
    }
  }
}

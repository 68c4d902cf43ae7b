import BlazzDB
import CQueryPeers
import Foundation
import TableStore

/// Copies a store's rows into an SQLite database, in the order of their ids, and hashes them on the way.
struct SQLiteLoader {
  private let peer: OpaquePointer
  private var cells: [UInt8] = []
  private var count: Int32 = 0
  /// FNV-1a over all columns of all rows.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  static func load(_ blazz: Blazz, into path: String) throws -> UInt64 {
    var code: Int32 = 0
    let peer = sqlite_peer_create(path, SQLiteTables.tables, &code)!
    defer { sqlite_peer_close(peer) }
    try check(code, peer)
    var loader = SQLiteLoader(peer: peer)
    try blazz.system.read { db in
      try db.contacts.withDeleted().orderedByKey().forEach { try loader.add($0) }
      try db.chats.withDeleted().orderedByKey().forEach { try loader.add($0) }
      try db.campaignLogs.orderedByKey().forEach { try loader.add($0) }
    }
    try check(sqlite_peer_finish(peer, SQLiteTables.indexes), peer)
    return loader.hash
  }

  private init(peer: OpaquePointer) { self.peer = peer }

  static func check(_ code: Int32, _ peer: OpaquePointer) throws {
    guard code == 0 else {
      throw StoreError(.system, "SQLite: \(String(cString: sqlite_peer_message(peer))) (\(code))")
    }
  }

  // MARK: Cells

  private mutating func put(_ number: UInt64?) { put(number.map { Int64(bitPattern: $0) }) }

  private mutating func put(_ number: Int64?) {
    count += 1
    guard let number else { return cells.append(0) }
    cells.append(1)
    withUnsafeBytes(of: number.littleEndian) { cells.append(contentsOf: $0) }
  }

  private mutating func put(_ text: String?) {
    count += 1
    guard let text else { return cells.append(0) }
    cells.append(2)
    withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { cells.append(contentsOf: $0) }
    cells.append(contentsOf: text.utf8)
  }

  private mutating func put(_ date: Date?) { put(date.map { Int64($0.timeIntervalSince1970) }) }

  private mutating func insert(into tables: String...) throws {
    for byte in cells { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for table in tables { try Self.check(sqlite_peer_insert(peer, table, cells, count), peer) }
    cells.removeAll(keepingCapacity: true)
    count = 0
  }

  // MARK: Rows

  private mutating func add(_ chat: Chat) throws {
    put(chat.id.rawValue)
    put(chat.uuid)
    put(chat.workspaceID.rawValue)
    put(chat.wamID)
    put(chat.contactID.rawValue)
    put(chat.userID?.rawValue)
    put(chat.type?.rawValue)
    put(chat.metadata.text)
    put(chat.mediaID?.rawValue)
    put(chat.status?.rawValue)
    put(Int64(chat.isRead ? 1 : 0))
    put(chat.deletedBy?.rawValue)
    put(chat.deletedAt)
    put(chat.createdAt)
    try insert(into: "chats")
  }

  private mutating func add(_ contact: Contact) throws {
    put(contact.id.rawValue)
    put(contact.uuid)
    put(contact.workspaceID.rawValue)
    for text in [contact.firstName, contact.lastName, contact.phone, contact.email, contact.avatar, contact.address] {
      put(text)
    }
    put(contact.metadata?.text)
    put(contact.latestChatCreatedAt)
    put(Int64(contact.isFavorite))
    put(contact.createdBy.rawValue)
    put(contact.createdAt)
    put(contact.updatedAt)
    put(contact.deletedAt)
    try insert(into: "contacts", SQLiteTables.indexedContacts)
  }

  private mutating func add(_ log: CampaignLog) throws {
    put(log.id.rawValue)
    put(log.campaignID.rawValue)
    put(log.contactID.rawValue)
    put(log.chatID?.rawValue)
    put(log.metadata?.text)
    put(log.status.rawValue)
    put(Int64(log.retryCount))
    put(log.createdAt)
    put(log.updatedAt)
    try insert(into: "campaign_logs")
  }
}

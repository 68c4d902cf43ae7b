import BlazzDB
import CComparePeers
import Foundation
import TableStore

/// Many chats into an empty table with all indexes, what they take there with those of SQL's schema alone, and a full-text
/// index over all contacts.
struct LoadTrial {
  private static let most = 250_000
  private let folder: URL
  private var loads: [String: Results.Figure] = [:]
  private var builds: [String: Results.Figure] = [:]
  private var bytes: [String: Results.Figure] = [:]

  init(_ folder: URL) { self.folder = folder }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func remove(_ name: String) {
    for suffix in ["", "-lock", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path(name) + suffix) }
  }

  private static func figure(_ rows: Int, _ nanoseconds: Double) -> Results.Figure {
    let rate = Double(rows) / nanoseconds * 1e9
    return Results.Figure(once: rate)
  }

  var lines: [Results.Line] {
    [
      Results.Line(
        suite: "loads", name: "bulk load of chats, all indexes", unit: .rowsPerSecond, figures: loads,
        goal: Results.Line.Goal(value: 150_000)),
      Results.Line(
        suite: "loads", name: "full-text index of all contacts: contacts", unit: .rowsPerSecond, figures: builds),
      Results.Line(
        suite: StartTrial.suite, name: "a chat with the document's indexes, after the bulk load", unit: .bytes,
        figures: bytes, goal: Results.Line.Goal(value: 540)),
    ]
  }

  private mutating func noteBytes(_ name: String, _ bytes: Int, _ rows: Int) {
    let each = Double(bytes) / Double(max(1, rows))
    self.bytes[name] = Results.Figure(once: each)
  }

  /// Loads from drafts in memory; durable, on all cores.
  mutating func run(_ peer: BlazzPeer, contacts: Int) throws {
    let drafts = try peer.readAll { db in
      try db.chats.withDeleted().where { $0.id <= ID(UInt64(Self.most)) }.orderedByKey().all().map(\.draft)
    }
    let parts = stride(from: 0, to: drafts.count, by: 5_000).map { drafts[$0..<min($0 + 5_000, drafts.count)] }
    var options = LoadOptions()
    // The store has chats alone.
    options.checksReferences = false
    func load(_ indexes: StoreOptions.OwnIndexes) throws -> (nanoseconds: Double, bytes: Int) {
      var storeOptions = StoreOptions()
      storeOptions.ownIndexes = indexes
      remove("load.blazz")
      let blazz = try Blazz(path: path("load.blazz"), options: storeOptions)
      let spent = try timed { try blazz.system.load(Chat.self, from: parts, options: options) { Array($0) } }
      let statistics = try blazz.statistics()
      try blazz.close()
      return (spent, statistics.usedPages * statistics.pageBytes)
    }
    let spent = try load(.all).nanoseconds
    noteBytes(peer.name, try load(.none).bytes, drafts.count)
    remove("load.blazz")
    loads[peer.name] = Self.figure(drafts.count, spent)
    builds[peer.name] = Self.figure(contacts, try timed { try peer.blazz.buildSearches(all: true) })
  }

  /// Appends entries that are made and sorted already; flushed once.
  mutating func run(_ peer: FloorPeer, chats: Int) throws {
    guard let handle = peer.peer else { return }
    var spent = 0.0
    let code = floor_load_chats(handle, path("load.lmdb"), &spent)
    guard code == 0 else { throw failure(peer.name, "loading ends with code \(code)") }
    remove("load.lmdb")
    loads[peer.name] = Self.figure(chats, spent)
  }

  /// Copies from a table beside, without waiting for the disk; indexes come afterwards.
  mutating func run(_ peer: SQLitePeer, contacts: Int) throws {
    var code: Int32 = 0
    let target = sqlite_open(
      path("load.sqlite"),
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA threads = 8;",
      &code)!
    defer { sqlite_close_peer(target) }
    func run(_ sql: String) throws { try SQLiteFill.check(sqlite_run(target, sql), target) }
    try run(SQLTables.sqlite)
    try run("ATTACH '\(peer.path)' AS source")
    let rows = try peer.number("SELECT COUNT(*) FROM chats WHERE id <= \(Self.most)")
    let indexes = SQLTables.sqliteIndexes.filter { $0.contains(" ON chats ") }
    let spent = try timed {
      try run("INSERT INTO main.chats SELECT * FROM source.chats WHERE id <= \(Self.most)")
      for index in indexes { try run(index) }
    }
    var bytes: Int64 = 0
    let documented = """
      SELECT SUM(pgsize) FROM dbstat WHERE name IN
        (SELECT name FROM sqlite_schema WHERE tbl_name = 'chats' AND name NOT LIKE 'own\\_%' ESCAPE '\\')
      """
    try SQLiteFill.check(sqlite_number(target, documented, &bytes), target)
    noteBytes(peer.name, Int(bytes), rows)
    remove("load.sqlite")
    loads[peer.name] = Self.figure(rows, spent)
    try peer.run("DROP TABLE contacts_words")
    builds[peer.name] = Self.figure(contacts, try timed { try peer.run("BEGIN; \(SQLTables.sqliteWords) COMMIT") })
  }

  /// Copies from a table beside, indexes and all.
  mutating func run(_ peer: MariaPeer, contacts: Int) throws {
    try peer.run("CREATE TABLE load_chats LIKE chats")
    var rows = 0.0
    try MariaFill.check(
      maria_number(peer.peer, "SELECT COUNT(*) FROM chats WHERE id <= \(Self.most)", &rows), peer.peer)
    let spent = try timed {
      // InnoDB fills an empty table in bulk where neither is checked.
      try peer.run("SET unique_checks = 0, foreign_key_checks = 0")
      try peer.run("INSERT INTO load_chats SELECT * FROM chats WHERE id <= \(Self.most)")
    }
    try peer.run("SET unique_checks = 1, foreign_key_checks = 1")
    try peer.run("ANALYZE TABLE load_chats")
    var bytes = 0.0
    try MariaFill.check(
      maria_number(
        peer.peer,
        """
        SELECT SUM(stat_value) * @@innodb_page_size FROM mysql.innodb_index_stats
          WHERE database_name = 'crm' AND table_name = 'load_chats' AND stat_name = 'size' AND index_name NOT LIKE 'own\\_%'
        """, &bytes), peer.peer)
    noteBytes(peer.name, Int(bytes), Int(rows))
    try peer.run("DROP TABLE load_chats")
    loads[peer.name] = Self.figure(Int(rows), spent)
    try peer.run("ALTER TABLE contacts DROP KEY idx_contact_fulltext")
    builds[peer.name] = Self.figure(
      contacts,
      try timed {
        try peer.run("ALTER TABLE contacts ADD FULLTEXT KEY idx_contact_fulltext (first_name, last_name, phone, email)")
      })
  }
}

extension Chat {
  /// The row as it would be inserted.
  fileprivate var draft: Chat.Draft {
    Chat.Draft(
      id: id, uuid: uuid, workspaceID: workspaceID, wamID: wamID, contactID: contactID, userID: userID, type: type,
      metadata: metadata, mediaID: mediaID, status: status, isRead: isRead, deletedBy: deletedBy, deletedAt: deletedAt,
      createdAt: createdAt)
  }
}

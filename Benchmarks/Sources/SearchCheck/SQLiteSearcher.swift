import BenchmarkSupport
import CSearchPeers
import Foundation
import TableStore

/// SQLite with FTS5, once with a full-text table and once without.
///
/// The full-text table has no texts of its own (external content), and one token that names the workspace of a live
/// contact: FTS5 then cuts doclists with each other, which is quicker than looking up each contact's workspace.
/// WAL, not waiting for the disk; 2 GB of cache; mapped into memory; statements prepared once.
struct SQLiteSearcher: SearchPeer {
  let name: String
  private let plain: OpaquePointer
  private let searched: OpaquePointer
  private let ids = UnsafeMutablePointer<peer_ids>.allocate(capacity: 1)
  private(set) var built = IndexBuild(seconds: 0, bytes: 0)

  static var version: String { String(cString: sqlite_search_version()) }

  /// - Parameter prefixes: the lengths of prefixes that are indexed; empty for none.
  init(_ folder: URL, prefixes: String, contacts: ContactMaker) throws {
    name = prefixes.isEmpty ? "FTS5" : "FTS5 prefix"
    let file = folder.appending(path: "plain\(prefixes.count).sqlite")
    let searchedFile = folder.appending(path: "words\(prefixes.count).sqlite")
    for name in ["", "-wal", "-shm"] {
      for file in [file, searchedFile] { try? FileManager.default.removeItem(atPath: file.path + name) }
    }
    plain = try Self.open(file.path)
    try Self.fill(plain, contacts)
    try FileManager.default.copyItem(at: file, to: searchedFile)
    searched = try Self.open(searchedFile.path)
    ids.initialize(to: peer_ids())
    let options = prefixes.isEmpty ? "" : ", prefix = '\(prefixes)'"
    let before = try FileManager.default.attributesOfItem(atPath: searchedFile.path)[.size] as? Int ?? 0
    let spent = try nanoseconds {
      try Self.run(
        searched,
        """
        CREATE VIRTUAL TABLE words USING fts5(
          first_name, last_name, phone, email, scope, content = 'contacts', content_rowid = 'id',
          tokenize = 'unicode61 remove_diacritics 2'\(options));
        INSERT INTO words (words) VALUES ('rebuild');
        INSERT INTO words (words, rank) VALUES ('rank', 'bm25(1.0, 1.0, 1.0, 1.0, 0.0)');
        PRAGMA wal_checkpoint(TRUNCATE);
        """)
    }
    let after = try FileManager.default.attributesOfItem(atPath: searchedFile.path)[.size] as? Int ?? 0
    built = IndexBuild(seconds: spent / 1e9, bytes: after - before)
  }

  private static func open(_ path: String) throws -> OpaquePointer {
    var peer: OpaquePointer?
    let code = sqlite_search_open(path, &peer)
    try check(code, peer!)
    try run(
      peer!,
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;
      PRAGMA mmap_size = 17179869184; PRAGMA temp_store = MEMORY;
      """)
    return peer!
  }

  private static func fill(_ peer: OpaquePointer, _ contacts: ContactMaker) throws {
    try run(
      peer,
      """
      CREATE TABLE contacts (
        id INTEGER PRIMARY KEY, workspace_id INTEGER NOT NULL, first_name TEXT, last_name TEXT, phone TEXT, email TEXT,
        created_at INTEGER, deleted_at INTEGER,
        scope TEXT GENERATED ALWAYS AS (iif(deleted_at IS NULL, 'w', 'd') || workspace_id) VIRTUAL);
      BEGIN;
      """)
    var maker = contacts
    for _ in 0..<maker.contacts { try insert(maker.next(), peer, isSearched: false) }
    try run(peer, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")
  }

  private static func insert(_ contact: MadeContact, _ peer: OpaquePointer, isSearched: Bool) throws {
    try contact.withPeerContact { row in
      try check(sqlite_search_insert(peer, row, isSearched ? 1 : 0), peer)
    }
  }

  private static func run(_ peer: OpaquePointer, _ sql: String) throws { try check(sqlite_search_run(peer, sql), peer) }

  private static func check(_ code: Int32, _ peer: OpaquePointer) throws {
    guard code != 0 else { return }
    throw StoreError(.system, "SQLite: \(String(cString: search_peer_message(peer))) (\(code))")
  }

  func ask(_ question: SearchQuestion) throws -> [UInt64] {
    let order = question.isRanked ? "rank" : "rowid"
    let limit = question.limit.map { " LIMIT \($0)" } ?? ""
    let sql =
      "SELECT rowid FROM words WHERE words MATCH 'scope:w1 AND (\(question.match))' ORDER BY \(order)\(limit)"
    try Self.check(sqlite_search_ask(searched, sql, ids), searched)
    return Array(UnsafeBufferPointer(start: ids.pointee.ids, count: ids.pointee.count))
  }

  func insert(_ contacts: [MadeContact], isSearched: Bool) throws {
    let peer = isSearched ? searched : plain
    try Self.run(peer, "BEGIN")
    for contact in contacts { try Self.insert(contact, peer, isSearched: isSearched) }
    try Self.run(peer, "COMMIT")
  }

  func close() throws {
    sqlite_search_close(plain)
    sqlite_search_close(searched)
    free(ids.pointee.ids)
    ids.deallocate()
  }
}

extension MadeContact {
  /// Lends the contact as C has it.
  func withPeerContact<Result>(_ body: (UnsafePointer<peer_contact>) throws -> Result) rethrows -> Result {
    try firstName.withCString { first in
      try lastName.withCString { last in
        try phone.withCString { phone in
          func lend(_ email: UnsafePointer<CChar>?) throws -> Result {
            var row = peer_contact()
            (row.id, row.workspace, row.created_at, row.is_deleted) = (id, workspace, createdAt, isDeleted ? 1 : 0)
            (row.first_name, row.last_name, row.phone, row.email) = (first, last, phone, email)
            return try body(&row)
          }
          return try email.map { try $0.withCString(lend) } ?? lend(nil)
        }
      }
    }
  }
}

import BenchmarkSupport
import CSearchPeers
import Foundation
import TableStore

/// MariaDB with InnoDB's full-text index, by the document's DDL; a server of its own in a folder of its own, reached by
/// a socket. Not waiting for the disk, a buffer pool that has all; asked by text, as an application does.
final class MariaSearcher: SearchPeer {
  let name = "MariaDB"
  private let server = Process()
  private let peer: OpaquePointer
  private let ids = UnsafeMutablePointer<peer_ids>.allocate(capacity: 1)
  private let data: URL
  private(set) var built = IndexBuild(seconds: 0, bytes: 0)

  static let isInstalled = program("mariadbd") != nil && program("mariadb-install-db") != nil

  var version: String { String(cString: maria_search_version(peer)) }

  init(_ folder: URL, contacts: ContactMaker) throws {
    guard Self.isInstalled else {
      throw StoreError(.system, "mariadbd and mariadb-install-db are not both on the path")
    }
    data = folder.appending(path: "mariadb")
    try? FileManager.default.removeItem(at: data)
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    let user = "--user=\(NSUserName())"
    try Self.run(
      "mariadb-install-db",
      ["--no-defaults", "--datadir=\(data.path)", user, "--auth-root-authentication-method=normal"])
    // A socket's path has at most a hundred bytes.
    let socket = "/tmp/blazz-search-\(ProcessInfo.processInfo.processIdentifier).sock"
    server.executableURL = Self.program("mariadbd")
    server.arguments = [
      "--no-defaults", "--datadir=\(data.path)", "--socket=\(socket)", user, "--skip-networking", "--skip-log-bin",
      "--innodb-buffer-pool-size=4G", "--innodb-log-file-size=1G", "--innodb-flush-log-at-trx-commit=0",
      "--innodb-ft-cache-size=80000000", "--innodb-ft-total-cache-size=640000000",
      "--innodb-ft-result-cache-limit=4294967295", "--max-allowed-packet=64M",
    ]
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    do { peer = try Self.connect(socket) } catch {
      server.terminate()
      throw error
    }
    ids.initialize(to: peer_ids())
    do {
      try run("CREATE DATABASE crm CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
      try run("USE crm")
      try fill(contacts)
      try build()
    } catch {
      try close()
      throw error
    }
  }

  private static func program(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders: [Substring] = path.split(separator: ":") + ["/usr/sbin", "/usr/local/sbin"]
    return folders.map { URL(filePath: "\($0)/\(name)") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  private static func run(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = program(name)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw StoreError(.system, "\(name) failed") }
  }

  private static func connect(_ socket: String) throws -> OpaquePointer {
    for _ in 0..<300 {
      var peer: OpaquePointer?
      if maria_search_open(socket, &peer) == 0 { return peer! }
      maria_search_close(peer)
      usleep(100_000)
    }
    throw StoreError(.system, "MariaDB does not answer, or there is no libmariadb")
  }

  private func run(_ sql: String) throws { try check(maria_search_run(peer, sql)) }

  private func check(_ code: Int32) throws {
    guard code != 0 else { return }
    throw StoreError(.system, "MariaDB: \(String(cString: search_peer_message(peer))) (\(code))")
  }

  private func fill(_ contacts: ContactMaker) throws {
    for table in ["contacts", "plain"] {
      try run(
        """
        CREATE TABLE \(table) (
          id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, workspace_id INT NOT NULL, first_name VARCHAR(255),
          last_name VARCHAR(255), phone VARCHAR(255), email VARCHAR(255), created_at TIMESTAMP NULL,
          deleted_at TIMESTAMP NULL, KEY contacts_workspace_id_index (workspace_id)) ENGINE = InnoDB
        """)
      var maker = contacts
      for first in stride(from: 0, to: maker.contacts, by: 10_000) {
        let rows = (first..<min(first + 10_000, maker.contacts)).map { _ in Self.values(maker.next()) }
        try run("INSERT INTO \(table) VALUES \(rows.joined(separator: ","))")
      }
    }
  }

  /// No text of the made-up ones has anything to escape but an apostrophe.
  private static func values(_ contact: MadeContact) -> String {
    func quoted(_ text: String) -> String { "'\(text.replacingOccurrences(of: "'", with: "''"))'" }
    let moment = "FROM_UNIXTIME(\(contact.createdAt))"
    return "(\(contact.id),\(contact.workspace),\(quoted(contact.firstName)),\(quoted(contact.lastName)),"
      + "\(quoted(contact.phone)),\(contact.email.map(quoted) ?? "NULL"),\(moment),\(contact.isDeleted ? moment : "NULL"))"
  }

  private func build() throws {
    // The index makes the table anew, and so without gaps: the same before, for a fair difference.
    try run("ALTER TABLE contacts FORCE")
    let before = Self.bytes(of: data)
    let spent = try nanoseconds {
      try run("ALTER TABLE contacts ADD FULLTEXT KEY idx_contact_fulltext (first_name, last_name, phone, email)")
    }
    built = IndexBuild(seconds: spent / 1e9, bytes: Self.bytes(of: data) - before)
  }

  /// The tables' files; the logs and the pool for undoing are of one size whatever there is.
  private static func bytes(of folder: URL) -> Int {
    let files = FileManager.default.enumerator(
      at: folder.appending(path: "crm"), includingPropertiesForKeys: [.fileSizeKey])
    return (files?.allObjects as? [URL] ?? []).reduce(0) { sum, file in
      sum + ((try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0)
    }
  }

  func ask(_ question: SearchQuestion) throws -> [UInt64] {
    let match = "MATCH (first_name, last_name, phone, email) AGAINST ('\(question.text)' IN BOOLEAN MODE)"
    let order = question.isRanked ? "\(match) DESC, id" : "id"
    let limit = question.limit.map { " LIMIT \($0)" } ?? ""
    let sql =
      "SELECT id FROM contacts WHERE workspace_id = 1 AND deleted_at IS NULL AND \(match) ORDER BY \(order)\(limit)"
    try check(maria_search_ask(peer, sql, ids))
    return Array(UnsafeBufferPointer(start: ids.pointee.ids, count: ids.pointee.count))
  }

  func insert(_ contacts: [MadeContact], isSearched: Bool) throws {
    try run("BEGIN")
    for contact in contacts {
      try run("INSERT INTO \(isSearched ? "contacts" : "plain") VALUES \(Self.values(contact))")
    }
    try run("COMMIT")
  }

  func close() throws {
    maria_search_close(peer)
    server.terminate()
    server.waitUntilExit()
    free(ids.pointee.ids)
    ids.deallocate()
  }
}

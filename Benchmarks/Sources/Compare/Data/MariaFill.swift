import BlazzDB
import CComparePeers
import TableStore

/// Fills a MariaDB database with a store's rows: the document's DDL, inserts of many rows, no checks meanwhile.
struct MariaFill: RowTaker {
  private static let statementBytes = 1 << 20
  private let peer: OpaquePointer
  private var table = ""
  private var statement: [UInt8] = []

  static func make(_ peer: OpaquePointer, of blazz: Blazz, _ report: (String) -> Void) throws {
    var fill = MariaFill(peer: peer)
    for sql in [
      "CREATE DATABASE crm CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", "USE crm", "SET NAMES utf8mb4",
      "SET foreign_key_checks = 0", "SET unique_checks = 0", "SET check_constraint_checks = 0", "SET autocommit = 0",
    ] + SQLTables.maria { try fill.run(sql) }
    _ = try RowWalk.pass(blazz, to: &fill)
    try fill.run("COMMIT")
    report("rows are in MariaDB; our own indexes come next")
    for index in SQLTables.mariaIndexes { try fill.run(index) }
    for schema in SQLTables.schemas { try fill.run("ANALYZE TABLE \(schema.name)") }
    try fill.run("SET foreign_key_checks = 1")
    try fill.run("SET unique_checks = 1")
    try fill.run("SET autocommit = 1")
  }

  static func check(_ code: Int32, _ peer: OpaquePointer) throws {
    guard code != 0 else { return }
    throw failure("MariaDB", "\(String(cString: maria_message(peer))) (\(code))")
  }

  private init(peer: OpaquePointer) { self.peer = peer }

  private func run(_ sql: String) throws { try Self.check(maria_run(peer, sql, sql.utf8.count), peer) }

  mutating func begin(_ table: TableSchema) throws { self.table = table.name }

  mutating func take(_ values: [SQLValue]) throws {
    if statement.isEmpty {
      statement.append(contentsOf: "INSERT INTO \(table) VALUES (".utf8)
    } else {
      statement.append(contentsOf: ",(".utf8)
    }
    for (place, value) in values.enumerated() {
      if place > 0 { statement.append(UInt8(ascii: ",")) }
      append(value)
    }
    statement.append(UInt8(ascii: ")"))
    if statement.count > Self.statementBytes { try send() }
  }

  mutating func end() throws {
    if !statement.isEmpty { try send() }
    try run("COMMIT")
  }

  private mutating func send() throws {
    let code = statement.withUnsafeBytes {
      maria_run(peer, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    try Self.check(code, peer)
    statement.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ value: SQLValue) {
    switch value {
    case .null: statement.append(contentsOf: "NULL".utf8)
    case .bool(let isTrue): statement.append(UInt8(ascii: isTrue ? "1" : "0"))
    case .integer(let number): statement.append(contentsOf: "\(number)".utf8)
    case .text(let text): quote(text.utf8)
    case .bytes(let bytes): quote(bytes)
    }
  }

  private mutating func quote(_ bytes: some Sequence<UInt8>) {
    let (mark, escape) = (UInt8(ascii: "'"), UInt8(ascii: "\\"))
    statement.append(mark)
    for byte in bytes {
      if byte == mark || byte == escape { statement.append(escape) }
      statement.append(byte)
    }
    statement.append(mark)
  }
}

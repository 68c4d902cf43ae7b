import BlazzDB
import CComparePeers
import Foundation
import TableStore

/// Fills an SQLite database with a store's rows, without waiting for the disk, and hashes them on the way.
struct SQLiteFill: RowTaker {
  /// FNV-1a over all columns of all rows.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private let peer: OpaquePointer
  private var columns: [ColumnDefinition] = []
  private var cells: [UInt8] = []

  /// Makes the database whole: rows, indexes, words of contacts, statistics.
  static func make(_ path: String, of blazz: Blazz, _ report: (String) -> Void) throws -> (
    rows: [String: Int], hash: UInt64
  ) {
    var code: Int32 = 0
    let peer = sqlite_open(
      path, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN;", &code)!
    defer { sqlite_close_peer(peer) }
    try check(code, peer)
    var fill = SQLiteFill(peer: peer)
    try fill.run(SQLTables.sqlite)
    let rows = try RowWalk.pass(blazz, to: &fill)
    try fill.run("COMMIT")
    report("rows are in SQLite; its indexes come next")
    for index in SQLTables.sqliteIndexes { try fill.run(index) }
    try fill.run(SQLTables.sqliteWords)
    try fill.run("ANALYZE; PRAGMA journal_mode = WAL;")
    return (rows, fill.hash)
  }

  static func check(_ code: Int32, _ peer: OpaquePointer) throws {
    guard code != 0 else { return }
    throw failure("SQLite", "\(String(cString: sqlite_message(peer))) (\(code))")
  }

  private init(peer: OpaquePointer) { self.peer = peer }

  private func run(_ sql: String) throws { try Self.check(sqlite_run(peer, sql), peer) }

  mutating func begin(_ table: TableSchema) throws {
    columns = table.columns
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    try Self.check(sqlite_prepare_insert(peer, "INSERT INTO \(table.name) VALUES (\(places))"), peer)
  }

  mutating func take(_ values: [SQLValue]) throws {
    cells.removeAll(keepingCapacity: true)
    for (value, column) in zip(values, columns) { put(value, column) }
    for byte in cells { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    try Self.check(sqlite_insert(peer, cells, Int32(columns.count)), peer)
  }

  mutating func end() throws {}

  private mutating func put(_ value: SQLValue, _ column: ColumnDefinition) {
    switch value {
    case .null: cells.append(0)
    case .bool(let isTrue): put(isTrue ? 1 : 0)
    case .integer(let number): put(Int64(truncatingIfNeeded: number))
    case .text(let text):
      if column.type == .timestamp || column.type == .datetime { return put(Moment.seconds(text)) }
      cells.append(2)
      withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { cells.append(contentsOf: $0) }
      cells.append(contentsOf: text.utf8)
    case .bytes(let bytes):
      cells.append(2)
      withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { cells.append(contentsOf: $0) }
      cells.append(contentsOf: bytes)
    }
  }

  private mutating func put(_ number: Int64) {
    cells.append(1)
    withUnsafeBytes(of: number.littleEndian) { cells.append(contentsOf: $0) }
  }
}

/// Times as SQL writes them, in UTC.
enum Moment {
  /// Seconds from 1970 of `YYYY-MM-DD HH:MM:SS`.
  static func seconds(_ text: String) -> Int64 {
    var text = text
    return text.withUTF8 { bytes in
      func number(_ range: Range<Int>) -> Int64 {
        range.reduce(0) { $0 * 10 + Int64(bytes[$1]) - 0x30 }
      }
      let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
      // Years begin in March, so that the day that comes and goes is the last.
      let shifted = month > 2 ? year : year - 1
      let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
      let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
      return days * 86_400 + number(11..<13) * 3_600 + number(14..<16) * 60 + number(17..<19)
    }
  }

  /// `YYYY-MM-DD HH:MM:SS` of seconds from 1970.
  static func text(_ seconds: Int64) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    return String(
      format: "%04d-%02d-%02d %02d:%02d:%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
      parts.tm_min, parts.tm_sec)
  }
}

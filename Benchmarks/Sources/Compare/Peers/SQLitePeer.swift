import CComparePeers
import Foundation

/// SQLite in C: statements prepared once, every column read, texts copied.
final class SQLitePeer: Peer {
  let name = "SQLite"
  let version = String(cString: sqlite_version_text())
  /// What it reads and writes with, here and in GRDB. It maps 2 GiB of a file and no more, as it is built for Debian: of
  /// the rest it keeps a quarter of the memory. Its log is copied back after 64 MiB, not after 4.
  static let settings = """
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 34359738368;
    PRAGMA cache_size = -\(Machine.memoryBytes / 4 / 1024); PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;
    PRAGMA wal_autocheckpoint = 16384;
    """
  let path: String
  let peer: OpaquePointer
  /// The statements of each question.
  private var questions: [String: [OpaquePointer?]] = [:]

  /// - Parameter path: a database that is filled.
  init(_ path: String) throws {
    self.path = path
    var code: Int32 = 0
    peer = sqlite_open(path, Self.settings, &code)!
    try SQLiteFill.check(code, peer)
  }

  private func prepared(_ question: Question) throws -> [OpaquePointer?] {
    if let prepared = questions[question.key] { return prepared }
    let prepared = try prepare(question.statements)
    questions[question.key] = prepared
    return prepared
  }

  /// Statements that are to be finished.
  func prepare(_ statements: [Statement]) throws -> [OpaquePointer?] {
    try statements.map { statement in
      var code: Int32 = 0
      let prepared = sqlite_prepare_question(peer, statement.sql, statement.answer.hashed, &code)!
      guard code == 0 else {
        throw failure(name, "“\(statement.sql)” cannot be prepared: \(String(cString: sqlite_message(peer)))")
      }
      return prepared
    }
  }

  /// Asks, or changes: all statements of a subject in one transaction.
  func ask(_ prepared: [OpaquePointer?], _ series: Series) throws -> Asking {
    let (code, asking) = series.run { series, run in
      prepared.withUnsafeBufferPointer { sqlite_ask(peer, $0.baseAddress, Int32($0.count), series, &run) }
    }
    try SQLiteFill.check(code, peer)
    return asking
  }

  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking? {
    try ask(try prepared(question), Series(question, subjects, limitNanoseconds: limitNanoseconds))
  }

  /// How it answers a question, step by step.
  func plan(_ question: Question) throws -> String {
    try prepared(question).map { statement in
      let plan = sqlite_plan(peer, statement)!
      defer { free(plan) }
      return String(cString: plan)
    }.joined(separator: " | ")
  }

  func run(_ sql: String) throws { try SQLiteFill.check(sqlite_run(peer, sql), peer) }

  func bytes() throws -> (all: Int, chats: Int?) {
    let chats = try number(
      "SELECT SUM(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = 'chats')")
    let pages = try number("PRAGMA page_count") - number("PRAGMA freelist_count")
    return (try pages * number("PRAGMA page_size"), chats)
  }

  /// The first column of the first row.
  func number(_ sql: String) throws -> Int {
    var number: Int64 = 0
    try SQLiteFill.check(sqlite_number(peer, sql, &number), peer)
    return Int(number)
  }

  func close() {
    for statement in questions.values.joined() { sqlite_finish_question(statement) }
    questions = [:]
    sqlite_close_peer(peer)
  }
}

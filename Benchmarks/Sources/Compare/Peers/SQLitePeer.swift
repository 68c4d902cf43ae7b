import CComparePeers
import Foundation

/// SQLite in C: statements prepared once, every column read, texts copied.
final class SQLitePeer: Peer {
  let name = "SQLite"
  let version = String(cString: sqlite_version_text())
  /// What it reads and writes with, here and in GRDB.
  static let settings = """
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 34359738368;
    PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;
    """
  let path: String
  let peer: OpaquePointer
  private var questions: [String: OpaquePointer] = [:]

  /// - Parameter path: a database that is filled.
  init(_ path: String) throws {
    self.path = path
    var code: Int32 = 0
    peer = sqlite_open(path, Self.settings, &code)!
    try SQLiteFill.check(code, peer)
  }

  private func prepared(_ question: Question) throws -> OpaquePointer {
    let key = question.suite + question.name
    if let prepared = questions[key] { return prepared }
    var code: Int32 = 0
    let prepared = sqlite_prepare_question(peer, question.sql, question.answer.hashed, &code)!
    questions[key] = prepared
    guard code == 0 else {
      throw failure(name, "“\(question.name)” cannot be prepared: \(String(cString: sqlite_message(peer)))")
    }
    return prepared
  }

  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking? {
    let prepared = try prepared(question)
    let (code, asking) = Series(question, subjects, limitNanoseconds: limitNanoseconds).run { series, run in
      sqlite_ask(peer, prepared, series, &run)
    }
    try SQLiteFill.check(code, peer)
    return asking
  }

  /// How it answers a question, step by step.
  func plan(_ question: Question) throws -> String {
    let plan = sqlite_plan(peer, try prepared(question))!
    defer { free(plan) }
    return String(cString: plan)
  }

  func run(_ sql: String) throws { try SQLiteFill.check(sqlite_run(peer, sql), peer) }

  func bytes() throws -> (all: Int, chats: Int?) {
    let chats = try number(
      "SELECT SUM(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = 'chats')")
    return (try fileBytes(path), chats)
  }

  /// The first column of the first row.
  func number(_ sql: String) throws -> Int {
    var number: Int64 = 0
    try SQLiteFill.check(sqlite_number(peer, sql, &number), peer)
    return Int(number)
  }

  func close() {
    for question in questions.values { sqlite_finish_question(question) }
    questions = [:]
    sqlite_close_peer(peer)
  }
}

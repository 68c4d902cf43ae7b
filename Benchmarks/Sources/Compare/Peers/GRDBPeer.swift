import CComparePeers
import Foundation
import GRDB

/// SQLite through GRDB: a `DatabasePool`, records, and requests whose statements are kept.
final class GRDBPeer: Peer {
  let name = "GRDB"
  let version = "7.10.0"
  private let path: String
  let pool: DatabasePool

  /// - Parameter path: the database of `SQLitePeer`.
  init(_ path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // What a connection that only reads may not set is set for the file already.
      for pragma in SQLitePeer.settings.split(separator: ";") where !pragma.contains("journal_mode") {
        try db.execute(sql: String(pragma))
      }
    }
    pool = try DatabasePool(path: path, configuration: configuration)
    // A pool begins with NORMAL, which does not wait for the disk at a commit.
    try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
  }

  func ask(_ question: Question, _ subjects: [Subject], limitNanoseconds: Double) throws -> Asking? {
    let statements = question.statements.map { (statement: $0, names: SQLText($0.sql).names) }
    let series = Series(question, subjects, limitNanoseconds: limitNanoseconds)
    return try series.run(statements.last!.statement.answer) { subject, hash in
      func answer(_ subject: Subject, _ db: Database) throws {
        for (statement, names) in statements {
          let request = SQLRequest<Row>(
            sql: statement.sql, arguments: Self.arguments(names, subject), cached: true)
          try Self.answer(statement.answer, request, db, &hash)
        }
      }
      try pool.read { db in
        guard !subject.numbers.isEmpty else { return try answer(subject, db) }
        for number in subject.numbers {
          var one = subject
          one.number = number
          try answer(one, db)
        }
      }
    }
  }

  /// By position: names count once, in the order in which they come first.
  static func arguments(_ names: [String], _ subject: Subject) -> StatementArguments {
    StatementArguments(
      names.map { name -> (any DatabaseValueConvertible)? in
        switch subject.value(named: name) {
        case .number(let number): Int64(number)
        case .time(let seconds): seconds
        case .text(let text): text
        }
      })
  }

  private static func answer(
    _ answer: Question.Answer, _ request: SQLRequest<Row>, _ db: Database, _ hash: inout AnswerHash
  ) throws {
    switch answer {
    case .rows(.chats): hash.add(try ChatRecord.fetchAll(db, request)) { UInt64($0.id) }
    case .rows(.contacts): hash.add(try ContactRecord.fetchAll(db, request)) { UInt64($0.id) }
    case .rows(.logs): hash.add(try CampaignLogRecord.fetchAll(db, request)) { UInt64($0.id) }
    case .rows(.audits): for log in try AuditLogRecord.fetchAll(db, request) { hash.add(log.id) }
    case .rows(.contactsWithChat):
      for row in try ContactWithChatRecord.fetchAll(db, request) {
        hash.add(UInt64(row.contact.id))
        hash.add(row.newest.map { UInt64($0.id) } ?? UInt64(PEER_NULL))
      }
    case .rows(.others): for row in try Row.fetchAll(db, request) { hash.add(number(row[0])) }
    case .joined(let keys):
      for row in try Row.fetchAll(db, request) {
        for place in 0..<keys { hash.add(number(row[place])) }
      }
    case .keys: for id in try Int64.fetchAll(db, request) { hash.add(UInt64(id)) }
    case .nothing: preconditionFailure("questions change nothing")
    case .counts:
      for row in try Row.fetchAll(db, request) { hash.count(all: row.databaseValues.map(number)) }
    }
  }

  private static func number(_ value: DatabaseValue) -> UInt64 {
    switch value.storage {
    case .int64(let number): UInt64(bitPattern: number)
    case .string(let text): AnswerHash.number(of: text)
    default: UInt64(PEER_NULL)
    }
  }

  /// The file is that of `SQLitePeer`.
  func bytes() throws -> (all: Int, chats: Int?) { (try fileBytes(path), nil) }

  func close() throws { try pool.close() }
}

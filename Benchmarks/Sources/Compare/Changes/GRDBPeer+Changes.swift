import CComparePeers
import Foundation
import GRDB

extension GRDBPeer: ChangingPeer {
  func writerBeside() throws -> (any ChangingPeer)? { self }

  private typealias Named = (statement: Statement, names: [String])

  private static func named(_ change: Change) -> [Named] {
    change.statements.map { ($0, SQLText($0.sql).names) }
  }

  private static func execute(_ statements: [Named], _ subject: Subject, _ db: Database) throws {
    for (statement, names) in statements {
      let cached = try db.cachedStatement(sql: statement.sql)
      let arguments = arguments(names, subject)
      if case .nothing = statement.answer {
        try cached.execute(arguments: arguments)
      } else {
        _ = try Row.fetchAll(cached, arguments: arguments)
      }
    }
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    let statements = Self.named(change)
    return try subjects.map { subject in
      try timed { try pool.write { db in try Self.execute(statements, subject, db) } }
    }
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    let statements = Self.named(change)
    return try timed {
      try pool.write { db in for subject in subjects { try Self.execute(statements, subject, db) } }
    }
  }

  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) async throws -> Double? {
    let statements = Self.named(change)
    let start = peer_now()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask { [pool] in
          for place in stride(from: writer, to: subjects.count, by: writers) {
            try await pool.write { db in try Self.execute(statements, subjects[place], db) }
          }
        }
      }
      try await group.waitForAll()
    }
    return peer_now() - start
  }
}

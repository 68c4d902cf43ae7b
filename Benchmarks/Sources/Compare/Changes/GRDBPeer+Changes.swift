import CComparePeers
import Foundation
import GRDB

extension GRDBPeer: ChangingPeer {
  func writerBeside() throws -> (any ChangingPeer)? { self }

  private static func execute(_ change: Change, _ names: [String], _ subject: Subject, _ db: Database) throws {
    try db.cachedStatement(sql: change.sql).execute(arguments: arguments(names, subject))
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    let names = SQLText(change.sql).names
    return try subjects.map { subject in
      try timed { try pool.write { db in try Self.execute(change, names, subject, db) } }
    }
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    let names = SQLText(change.sql).names
    return try timed {
      try pool.write { db in for subject in subjects { try Self.execute(change, names, subject, db) } }
    }
  }

  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) async throws -> Double? {
    let names = SQLText(change.sql).names
    let start = peer_now()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask { [pool] in
          for place in stride(from: writer, to: subjects.count, by: writers) {
            try await pool.write { db in try Self.execute(change, names, subjects[place], db) }
          }
        }
      }
      try await group.waitForAll()
    }
    return peer_now() - start
  }
}

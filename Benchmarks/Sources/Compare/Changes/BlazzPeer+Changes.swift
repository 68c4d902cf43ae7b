import BlazzDB
import CComparePeers
import TableStore

extension BlazzPeer: ChangingPeer {
  func writerBeside() throws -> (any ChangingPeer)? { self }

  /// A row has an entry of its own and one that tells whose it is. Rows of several pages are not looked for.
  func entriesOfChats() throws -> Int? {
    let chats = try blazz.statistics().tables.first { $0.name == "chats" }!
    return chats.indexes.reduce(2 * chats.rows) { $0 + $1.entries }
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    try subjects.map { subject in
      let workspace = change.isOfSystem ? nil : try workspace(subject.workspace)
      return try timed {
        if let workspace {
          try workspace.writeSync { db in try change.blazz(db, subject) }
        } else {
          try blazz.system.writeSync { db in try change.blazz(db, subject) }
        }
      }
    }
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    try timed {
      try blazz.system.writeSync { db in
        if let together = change.blazzTogether { return try together(db, subjects) }
        for subject in subjects { try change.blazz(db, subject) }
      }
    }
  }

  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) async throws -> Double? {
    let start = peer_now()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask { [self] in
          for place in stride(from: writer, to: subjects.count, by: writers) {
            let subject = subjects[place]
            try await workspace(subject.workspace).write { db in try change.blazz(db, subject) }
          }
        }
      }
      try await group.waitForAll()
    }
    return peer_now() - start
  }
}

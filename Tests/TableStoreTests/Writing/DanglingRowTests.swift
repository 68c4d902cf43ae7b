import Testing

@testable import TableStore

/// A branch of a tree, and a leaf that may hang on it.
@Table("branches", id: 62)
private struct Branch: Equatable {
  var id: ID<Branch>
  @Column(foreignKey: "branches_parent_foreign", onDelete: .cascade) var parentID: ID<Branch>?
}

@Table("leaves", id: 63)
private struct Leaf: Equatable {
  var id: ID<Leaf>
  @Column(foreignKey: "leaves_branch_foreign", onDelete: .setNull) var branchID: ID<Branch>?
  var otherID: ID<Branch>?
}

@Suite struct DanglingRowTests {
  private func withTree(_ body: (Store) throws -> Void) throws {
    try withStore([Branch.self, Leaf.self]) { store in
      try store.writeSync(.everything) { db throws in
        // 1 ← 2 ← 3, and 4 ← 5 ← 6 where there is no 4; 7 refers to itself.
        for (id, parent) in [(1, nil), (2, 1), (3, 2), (5, 4), (6, 5), (7, 7)] as [(Int, Int?)] {
          try db.load("branches", ["id": Bytes("\(id)".utf8), "parent_id": parent.map { Bytes("\($0)".utf8) }])
        }
        for (id, branch) in [(1, 3), (2, 6), (3, 9)] {
          try db.load(
            "leaves",
            ["id": Bytes("\(id)".utf8), "branch_id": Bytes("\(branch)".utf8), "other_id": Bytes("99".utf8)])
        }
      }
      try body(store)
    }
  }

  @Test func aRefusedBatchLeavesRowsThatWaitedForItsOwn() throws {
    try withTree { store in
      let before = (try store.rawEntries(Branch.schema), try store.rawEntries(Leaf.schema))
      try store.writeSync(.everything) { db in
        let branches = db.table(Branch.self)
        // 5 refers to 4 with CASCADE, leaf 3 to 9 with SET NULL; 8 refers to one of the batch; 1 is there.
        let drafts: [Branch.Draft] = [.init(id: 4), .init(id: 9), .init(id: 8, parentID: 9), .init(id: 1)]
        let error = storeError { try branches.insert(contentsOf: drafts) }
        #expect(error?.code == .duplicate)
        let count = try branches.count()
        #expect(count == 6)
      }
      #expect(try store.rawEntries(Branch.schema) == before.0)
      #expect(try store.rawEntries(Leaf.schema) == before.1)
    }
  }

  /// Takes rows out of one table and says which.
  private func remove(_ table: String, _ store: Store, limit: Int = 100) throws -> [String] {
    try store.writeSync(.everything) { db throws in
      var keys: [String] = []
      let found = db.table(named: table)
      let count = try #require(found).removeDangling(limit: limit) { error, row in
        #expect(error.code == .missingReference && error.table == table && error.constraint != nil)
        let key = try row.value(0)
        #expect(key == .integer(Int128(error.otherKey ?? "") ?? 0))
        keys.append("\(error.otherKey ?? "")→\(error.value ?? "")")
      }
      #expect(count == keys.count)
      return keys
    }
  }

  /// What refers to a row that goes is found in its turn, however its foreign key is declared.
  @Test func eachRowIsTakenOutForItself() throws {
    try withTree { store throws in
      #expect(try remove("leaves", store) == ["3→9"])
      #expect(try remove("branches", store) == ["5→4"])
      #expect(try remove("branches", store) == ["6→5"])
      #expect(try remove("branches", store) == [])
      #expect(try remove("leaves", store) == ["2→6"])
      try store.read(.everything) { db throws in
        #expect(try db.table(Branch.self).all().map(\.id) == [1, 2, 3, 7])
        #expect(try db.table(Leaf.self).all() == [Leaf(id: 1, branchID: 3, otherID: 99)])
        #expect(db.table(named: "branches")?.referrers == ["branches", "leaves"])
      }
    }
  }

  @Test func noMoreThanTheLimitAtOnce() throws {
    try withTree { store throws in
      #expect(try remove("leaves", store, limit: 1) == ["3→9"])
      #expect(try remove("branches", store, limit: 1) == ["5→4"])
      #expect(try remove("branches", store, limit: 1) == ["6→5"])
    }
  }
}

import Testing

@testable import TableStore

/// A table with indexes that cannot answer everything.
@Table("misused_rows", id: 9)
struct MisusedRow {
  var id: ID<MisusedRow>
  @Column(.varchar(20)) var name: String?
  var size: Int32?

  static let words = Index.fulltext("misused_words", id: 1, on: \.name)
  static let large = Index.own("misused_large", id: 2, on: \.size, where: Self.columns.size > 10)
  static let bySize = Index("misused_size", id: 3, on: \.size)
}

/// What compiles and makes no sense is refused with a sentence, or means something.
@Suite struct MisuseTests {
  private func withRows(_ body: (TableHandle<MisusedRow, Reading>) throws -> Void) throws {
    try withStore([MisusedRow.self]) { store in
      try store.writeSync(.everything) { db in
        for size in 1...20 { try db.table(MisusedRow.self).insert(.init(name: "n\(size)", size: Int32(size))) }
      }
      try store.read(.everything) { db in try body(db.table(MisusedRow.self)) }
    }
  }

  private func refusal(_ body: () throws -> Void) -> String {
    let error = storeError { try body() }
    #expect(error?.code == .invalidValue)
    return error?.description ?? ""
  }

  @Test func indexesThatCannotAnswer() throws {
    try withRows { rows in
      #expect(refusal { _ = try rows.using(MisusedRow.words).all() }.contains("misused_words is a full-text index"))
      #expect(refusal { _ = try rows.using(MisusedRow.large).all() }.contains("misused_large has only rows for which"))
      #expect(refusal { _ = try rows.where { $0.size > 9 }.using(MisusedRow.large).count() }.contains("misused_large"))
      try #expect(rows.where { $0.size > 10 }.using(MisusedRow.large).count() == 10)
      try #expect(rows.where { $0.size > 15 }.using(MisusedRow.large).ids() == [16, 17, 18, 19, 20])
      try #expect(rows.order(by: MisusedRow.words).first()?.name == "n1")
      try #expect(rows.matching(MisusedRow.bySize, Int32(3)).ids() == [3])
      #expect(
        refusal { _ = try rows.matching(MisusedRow.bySize, Int32(3), Int32(4)).ids() }.contains(
          "1 columns, and 2 values"))
      #expect(refusal { _ = try rows.find(MisusedRow.bySize, Int32(3)) }.contains("no unique index"))
      try #expect(rows.matching(MisusedRow.bySize, "three").ids() == [])
    }
  }

  /// A condition on the tenant that no tenant fulfils.
  @Test func noTenant() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in for n in 0..<9 { try db.notes.insert(.init(priority: Int32(n))) } }
      try store.read(.everything) { db in
        try #expect(db.notes.where { $0.workspaceID > 77 && $0.priority > 3 && $0.title == nil }.count() == 0)
        try #expect(db.notes.where { $0.workspaceID == 77 && $0.priority > 3 }.all().isEmpty)
        try #expect(db.notes.where { $0.workspaceID == 1 && $0.priority > 3 }.count() == 5)
      }
      try store.read(.tenant(1)) { db in
        try #expect(db.notes.where { $0.workspaceID == 2 }.count() == 0)
        try #expect(db.notes.where { $0.workspaceID == 1 }.count() == 9)
      }
    }
  }

  @Test func moreConditionsThanAreTracked() throws {
    try withRows { rows in
      let query = (0..<100).reduce(rows.bound) { query, number in query.where { $0.size != Int32(number % 19) } }
      try #expect(query.ids() == [19, 20])
    }
  }

  @Test func questionsToOtherTables() throws {
    try withStore([MisusedRow.self, EveryType.self]) { store in
      try store.read(.everything) { db throws in
        let table = try #require(db.table(named: "every_types"))
        let question = try SQLQuestion(MisusedRow.schema, where: "size = 1")
        #expect(refusal { try table.forEach(question) { _ in } }.contains("is asked of every_types"))
      }
    }
  }
}

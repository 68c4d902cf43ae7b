import Foundation
import Testing

@testable import TableStore

/// A column of every kind that takes no NULL and has no default.
@Table("bare_rows", id: 60)
private struct BareRow: Equatable {
  var id: ID<BareRow>
  var flag: Bool
  var count: Int32
  @Column(.decimal(10, 2)) var price: Decimal
  var seenAt: Date
  @Column(.datetime) var metAt: Date
  var bornOn: CalendarDate
  var colour: Colour
  @Column(.varchar(10)) var short: String
  @Column(.varchar(50)) var slug: String
  var json: JSON<[Int]>
  var blob: [UInt8]

  static let bySlug = Index.unique("bare_rows_slug", id: 1, on: \.slug)
}

/// Rows that nothing but a key or all their values tell apart.
@Table("marks", id: 61)
private struct Mark: Equatable {
  var id: ID<Mark>
  @Column(.char(36), default: .uuid) var uuid: String
  @Column(.varchar(20)) var name: String?
  @Column(default: .currentTimestamp) var madeAt: Date
}

extension [String: Bytes?] {
  /// Values as text.
  fileprivate static func texts(_ values: [String: String]) -> Self { values.mapValues { Bytes($0.utf8) } }
}

extension RowLoader {
  /// A loader of rows with some columns.
  fileprivate convenience init(_ schema: TableSchema, _ columns: [String], firstNewKey: UInt64 = 1) {
    self.init(schema, isGiven: schema.columns.map { columns.contains($0.name) }, firstNewKey: firstNewKey)
  }
}

@Suite struct LoadingTests {
  @Test func columnsWithoutDefaultTakeWhatMySQLFillsIn() throws {
    try withStore([BareRow.self]) { store throws in
      try store.writeSync(.everything) { db throws in
        for id in ["1", "2"] { #expect(try db.load("bare_rows", .texts(["id": id])) == .stored) }
        let rows = try db.table(BareRow.self).all()
        let row = try #require(rows.first)
        #expect(!row.flag && row.count == 0 && row.price == 0 && row.colour == .red && row.short == "")
        #expect(row.seenAt.timeIntervalSince1970 == 1 && row.metAt == row.seenAt && row.bornOn.days == 0)
        #expect(row.json.text == "null" && row.blob.isEmpty)
        // '' could be there but once.
        #expect(row.slug.count == 36 && rows.count == 2 && rows[1].slug != row.slug)
      }
    }
    let loader = RowLoader(BareRow.schema, ["id", "flag"])
    let names = { (columns: [Int]) in columns.map { BareRow.schema.columns[$0].name } }
    #expect(names(loader.uniqueColumns) == ["slug"])
    #expect(
      names(loader.emptyColumns)
        == ["count", "price", "seen_at", "met_at", "born_on", "colour", "short", "json", "blob"])
  }

  @Test(
    arguments: [
      ("red", .red, false), ("RED", .red, true), ("violet", nil, true), ("", nil, true), ("1", nil, true),
    ] as [(String, Colour?, Bool)])
  func namesOffTheListBecomeNULL(_ text: String, _ colour: Colour?, _ isAltered: Bool) throws {
    try withStore([EveryType.self]) { store throws in
      let loader = RowLoader(EveryType.schema, ["id", "colour"])
      try store.writeSync(.everything) { db throws in
        #expect(try db.load(.texts(["id": "1", "colour": text]), with: loader) == .stored)
        #expect(try db.everyTypes.require(1).colour == colour)
        #expect(try db.load(.texts(["id": "1", "colour": text]), with: loader) == .alreadyThere)
      }
      #expect(loader.altered == (isAltered ? [EveryType.columns.colour.ordinal] : []))
    }
  }

  @Test func namesOffTheListAreRefusedWhereNothingStandsIn() throws {
    try withStore([BareRow.self]) { store throws in
      let error = storeError {
        try store.writeSync(.everything) { db in _ = try db.load("bare_rows", .texts(["id": "1", "colour": "violet"])) }
      }
      #expect(error?.code == .invalidValue && error?.column == "colour" && error?.value == "violet")
    }
  }

  @Test(arguments: [
    ("price", "1.50", false), ("price", "1.5000", false), ("price", "1.505", true), ("price", "2", false),
    ("int32", "7.0", false), ("int32", "6.5", true), ("wide_decimal", "0.1234567890", false),
    ("timestamp", "2024-01-01 00:00:00", false), ("timestamp", "2024-01-01 00:00:00.000", false),
    ("timestamp", "2024-01-01 00:00:00.5", true), ("datetime", "2024-01-01", false), ("text", "1.505", false),
  ])
  func roundedValuesAreNoted(_ column: String, _ text: String, _ isAltered: Bool) throws {
    try withStore([EveryType.self]) { store throws in
      let loader = RowLoader(EveryType.schema, ["id", column])
      try store.writeSync(.everything) { db throws in
        #expect(try db.load(.texts(["id": "1", column: text]), with: loader) == .stored)
      }
      #expect(loader.altered == (isAltered ? [EveryType.schema.ordinal(of: column)] : []))
    }
  }

  @Test func aRowWithNewUUIDAndTimeIsRecognized() throws {
    try withStore([Mark.self]) { store throws in
      for outcome in [LoadOutcome.stored, .alreadyThere] {
        try store.writeSync(.everything) { db throws in
          #expect(try db.load("marks", .texts(["id": "1", "name": "a"])) == outcome)
        }
      }
      let error = storeError {
        try store.writeSync(.everything) { db in _ = try db.load("marks", .texts(["id": "1", "name": "b"])) }
      }
      #expect(error?.code == .duplicate)
    }
  }

  /// Two rows alike are two rows, however often they are imported.
  @Test func rowsWithoutKeysAreCountedAndRecognized() throws {
    try withStore([Mark.self]) { store throws in
      for outcome in [LoadOutcome.stored, .alreadyThere, .alreadyThere] {
        try store.writeSync(.everything) { db throws in
          let found = db.table(named: "marks")
          let firstNewKey = try #require(found).storedNextKey()
          #expect(firstNewKey == (outcome == .stored ? 1 : 4))
          let loader = RowLoader(Mark.schema, ["name"], firstNewKey: firstNewKey)
          let keys = try ["a", "b", "a"].map { name throws in
            #expect(try db.load(.texts(["name": name]), with: loader) == outcome)
            return loader.key
          }
          #expect(keys == [1, 2, 3])
        }
      }
      try store.writeSync(.everything) { db throws in
        let loader = RowLoader(Mark.schema, ["name"], firstNewKey: 4)
        let outcomes = try (1...3).map { _ in try db.load(.texts(["name": "a"]), with: loader) }
        #expect(outcomes == [.alreadyThere, .alreadyThere, .stored])
        #expect(loader.key == 4)
      }
    }
  }
}

/// Rows of nobody in a table whose tenant column takes no NULL.
@Suite struct LoadedScopeTests {
  private func withNobodysNotes(_ body: (Store) throws -> Void) throws {
    try withTenants { store in
      try store.writeSync(.everything) { db throws in
        try db.load("notes", ["id": Bytes("1".utf8), "workspace_id": nil, "priority": Bytes("5".utf8)])
        try db.load("notes", .texts(["id": "2", "workspace_id": "0", "code": "c"]))
        try db.load("notes", .texts(["id": "3"]))
        try db.load("notes", .texts(["id": "4", "workspace_id": "1"]))
      }
      try body(store)
    }
  }

  @Test func nobodyIsNULLOr0OrNotThere() throws {
    try withNobodysNotes { store in
      try store.read(.everything) { db throws in
        #expect(try db.notes.all().map(\.workspaceID) == [0, 0, 0, 1])
        #expect(try db.notes.matching(Note.agenda, ID<Tenant>(0)).all().map(\.id) == [2, 3, 1])
        let scopes = try store.rawEntries(Note.schema).filter { $0.key[0] == KeySpace.rows }.map { $0.key[1] }
        #expect(scopes == [0, 0, 0, 0x81])
      }
      #expect(try store.read(.tenant(1)) { db in try db.notes.all().map(\.id) } == [4])
    }
  }

  @Test func nobodysRowsReferToNoTenant() throws {
    try withNobodysNotes { store in
      try store.writeSync(.everything) { db throws in
        let found = db.table(named: "notes")
        _ = try #require(found).removeDangling(limit: 9) { error, _ in Issue.record("\(error)") }
      }
    }
  }

  @Test func nobodysRowsCanBeChangedAndStayNobodys() throws {
    try withNobodysNotes { store in
      try store.writeSync(.everything) { db throws in
        let note = try db.notes.update(2) { $0.priority = 9 }
        #expect(note.workspaceID == 0 && note.priority == 9)
        #expect(storeError { try db.notes.update(2) { $0.workspaceID = 1 } }?.code == .crossesScope)
        #expect(storeError { try db.notes.insert(.init(workspaceID: 0)) }?.code == .missingReference)
      }
    }
  }
}

import Foundation
import Testing

@testable import TableStore

/// A row whose columns the store fills in when they are left out.
@Table("filled_rows", id: 20)
private struct FilledRow: Equatable {
  var id: ID<FilledRow>
  @Column(.char(36), default: .uuid) var uuid: String
  @Column(.varchar(10)) var level: String = "low"
  var weight: Int32 = -7
  var isOpen: Bool = true
  var colour: Colour = .green
  @Column(default: .currentTimestamp, updatesTimestamp: true) var seenAt: Date
  @Column(default: .currentTimestamp) var bornAt: Date
  var createdAt: Date?
  var updatedAt: Date?
}

@Suite struct FilledColumnTests {
  private let past = Date(timeIntervalSince1970: 1_000_000)

  @Test func whatIsLeftOutIsFilled() throws {
    try withStore([FilledRow.self]) { store in
      let (row, other, now) = try store.writeSync(.everything) { db in
        let table = db.table(FilledRow.self)
        return (try table.insert(.init()), try table.insert(.init()), (db.session as? WriteSession)?.now)
      }
      #expect(row.level == "low" && row.weight == -7 && row.isOpen && row.colour == .green)
      #expect([row.seenAt, row.bornAt, row.createdAt, row.updatedAt] == [now, now, now, now])
      #expect(row.uuid != other.uuid)
      #expect(row.uuid == UUID(uuidString: row.uuid)?.uuidString.lowercased())
      #expect(UUID(uuidString: row.uuid).map { $0.uuid.6 >> 4 } == 4)
    }
  }

  @Test func whatIsGivenIsKept() throws {
    try withStore([FilledRow.self]) { store in
      let row = try store.writeSync(.everything) { db in
        try db.table(FilledRow.self).insert(
          .init(
            uuid: "X", level: "high", weight: 1, isOpen: false, colour: .red, seenAt: past, bornAt: past,
            createdAt: past, updatedAt: past))
      }
      #expect(
        row
          == FilledRow(
            id: 1, uuid: "X", level: "high", weight: 1, isOpen: false, colour: .red, seenAt: past, bornAt: past,
            createdAt: past, updatedAt: past))
    }
  }

  @Test func anUpdateTouchesWhatFollowsIt() throws {
    try withStore([FilledRow.self]) { store in
      try store.writeSync(.everything) { db in
        let table = db.table(FilledRow.self)
        let row = try table.insert(.init(seenAt: past, bornAt: past, createdAt: past, updatedAt: past))
        let now = (db.session as? WriteSession)?.now
        // Nothing changes: nothing is touched.
        #expect(try table.update(row) == row)
        let touched = try table.update(row.id) { $0.weight = 3 }
        #expect(touched.seenAt == now && touched.updatedAt == now)
        #expect(touched.bornAt == past && touched.createdAt == past)
        let given = try table.update(row.id) { row in
          row.weight = 4
          row.seenAt = past
          row.updatedAt = nil
        }
        #expect(given.seenAt == past && given.updatedAt == nil)
        #expect(try table.get(row.id) == given)
      }
    }
  }

  @Test func loadedRowsTakeLiteralDefaultsOfMissingColumns() throws {
    try withStore([FilledRow.self]) { store in
      try store.writeSync(.everything) { db in
        #expect(try db.load("filled_rows", ["id": Bytes("9".utf8), "uuid": Bytes("u".utf8)]) == .stored)
        let now = (db.session as? WriteSession)?.now
        let row = try db.table(FilledRow.self).require(9)
        #expect(row.level == "low" && row.weight == -7 && row.isOpen && row.colour == .green && row.uuid == "u")
        #expect(row.seenAt == now && row.bornAt == now)
        // An import fills in what SQL would, and no more.
        #expect(row.createdAt == nil && row.updatedAt == nil)
      }
    }
  }
}

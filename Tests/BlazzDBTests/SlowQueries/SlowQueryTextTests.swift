import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// What is logged of a query: its text, values and counts. The threshold is 0, so that every query counts as slow.
@Suite struct SlowQueryTextTests {
  /// Runs `ask` in workspace 1 and gives what was logged of it.
  private func logged(_ ask: (Tables<Reading>) throws -> Void) throws -> [QueryPerformanceLog] {
    try withLoggingStore { blazz in
      try blazz.workspace(1).read(ask)
      return try blazz.loggedQueries()
    }
  }

  @Test func aRowSaysWhatWasAskedAndWhatItTook() throws {
    let crm = SampleCRM()
    let expected = crm.chats.rows.of(1).live.filter {
      $0["status"]?.lowercased() == "sent" && $0["is_read"] == "0"
    }
    try withLoggingStore { blazz in
      let shop = try blazz.workspace(1)
      let (count, examined) = try shop.read { db in
        let query = db.chats.where { $0.status == "SENT" && $0.isRead == false }
          .order(by: \.createdAt, .descending).limit(5)
        return (try query.all().count, try query.explain().examined)
      }
      let log = try #require(try blazz.loggedQueries().first)
      #expect(
        log.querySQL == "SELECT * FROM chats WHERE workspace_id = ? AND status = ? AND is_read = ?"
          + " AND deleted_at IS NULL ORDER BY created_at DESC LIMIT ?")
      #expect(log.queryHash == "e63767545c7e0e96d27b7d14828a0095", "md5sum of the text")
      #expect(log.queryBindings?.text == #"{"is_read":false,"limit":5,"status":"sent","workspace_id":1}"#)
      #expect(count == min(5, expected.count) && count > 0)
      #expect(Int(log.rowsSent) == count)
      #expect(Int(log.rowsExamined) == examined)
      #expect(log.connectionName == "blazz" && log.controllerAction == nil)
      #expect(log.executionTime >= 0)
    }
  }

  @Test func eachWayOfAskingHasItsText() throws {
    let logs = try logged { db in
      #expect(try db.contacts.where { $0.firstName == "Anna" || $0.lastName == nil }.count() > 0)
      _ = try db.campaignLogs.where { $0.status != .failed }.values(\.id, \.status)
      _ = try db.chats.withDeleted().group(by: \.type).count()
      _ = try db.chats.limit(3).offset(2).count()
      _ = try db.users.where { $0.firstName.like("B%") }.aggregate(.count, .max(\.createdAt))
      _ = try db.chats.where { $0.contactID.in([2, 4, 8]) && $0.id >= 10 }.ids()
    }
    let expected = [
      "SELECT COUNT(*) FROM contacts WHERE workspace_id = ? AND (first_name = ? OR last_name IS NULL)"
        + " AND deleted_at IS NULL",
      "SELECT id, status FROM campaign_logs WHERE campaign_id IN (SELECT id FROM campaigns WHERE workspace_id = ?)"
        + " AND status <> ?",
      "SELECT type, COUNT(*) FROM chats WHERE workspace_id = ? GROUP BY type ORDER BY type",
      "SELECT COUNT(*) FROM (SELECT * FROM chats WHERE workspace_id = ? AND deleted_at IS NULL LIMIT ? OFFSET ?)"
        + " AS found",
      "SELECT COUNT(*), MAX(created_at) FROM users WHERE first_name LIKE ? AND deleted_at IS NULL",
      "SELECT id FROM chats WHERE workspace_id = ? AND contact_id IN (?) AND id >= ? AND deleted_at IS NULL",
    ]
    #expect(logs.map(\.querySQL) == expected)
    let bindings = [
      #"{"first_name":"anna","workspace_id":1}"#, #"{"status":"failed","workspace_id":1}"#, #"{"workspace_id":1}"#,
      #"{"limit":3,"offset":2,"workspace_id":1}"#, #"{"first_name":"B%"}"#,
      #"{"contact_id":[2,4,8],"id_from":10,"workspace_id":1}"#,
    ]
    #expect(logs.compactMap { $0.queryBindings?.text } == bindings)
    let groups = Set(SampleCRM().chats.rows.of(1).map { $0["type"] }).count
    #expect(logs.map(\.rowsSent)[2...4] == [Int32(groups), 1, 1])
  }

  @Test func daysAreSaidAsInSQL() throws {
    let logs = try logged { db in
      _ = try db.chats.withDeleted().group(by: \.type, \.createdAt.day).count()
      _ = try db.chats.withDeleted().group(by: \.createdAt[dayAt: 25_200]).count()
    }
    let days = ["type, DATE(created_at)", "DATE(created_at + INTERVAL 25200 SECOND)"]
    #expect(
      logs.map(\.querySQL)
        == days.map { "SELECT \($0), COUNT(*) FROM chats WHERE workspace_id = ? GROUP BY \($0) ORDER BY \($0)" })
  }

  @Test func timesAreSaidFromAndTo() throws {
    let (from, to) = (try Date(dump: "2025-03-02 00:00:00"), try Date(dump: "2025-03-02 00:00:09"))
    let logs = try logged { db in _ = try db.chats.where { $0.createdAt.between(from, to) }.count() }
    #expect(
      logs.first?.querySQL
        == "SELECT COUNT(*) FROM chats WHERE workspace_id = ? AND created_at >= ? AND created_at <= ?"
        + " AND deleted_at IS NULL")
    #expect(
      logs.first?.queryBindings?.text
        == #"{"created_at_from":"2025-03-02 00:00:00","created_at_to":"2025-03-02 00:00:09","workspace_id":1}"#)
  }

  @Test func oneFormHasOneHash() throws {
    let logs = try logged { db in
      for id in 1...4 { _ = try db.chats.where { $0.contactID == ID(UInt64(id)) && $0.isRead == true }.all() }
      for list in [[1, 2, 3], [5, 60, 700, 8_000]] as [[ID<Contact>]] {
        _ = try db.chats.where { $0.contactID.in(list) }.all()
      }
      for name in ["Zoë", "x y z"] { _ = try db.contacts.where { $0.firstName != name }.all() }
    }
    #expect(logs.count == 8)
    #expect(logs.map(\.queryHash).map { hash in logs.firstIndex { $0.queryHash == hash } } == [0, 0, 0, 0, 4, 4, 6, 6])
  }

  @Test func aPageIsLoggedAsItWasAskedFor() throws {
    let logs = try logged { db in
      let query = Chat.query.order(by: \.createdAt, .descending)
      let first = try db.query(query.page(7)).page()
      #expect(try db.query(query.page(7, after: first.next)).page().rows.count == 7)
    }
    let start = "SELECT * FROM chats WHERE workspace_id = ? AND deleted_at IS NULL"
    #expect(
      logs.map(\.querySQL) == [
        "\(start) ORDER BY created_at DESC LIMIT ?",
        "\(start) AND (created_at, id) < (?, ?) ORDER BY created_at DESC LIMIT ?",
      ])
    #expect(logs.map(\.rowsSent) == [7, 7])
    #expect(logs.compactMap { $0.queryBindings?.text } == Array(repeating: #"{"limit":7,"workspace_id":1}"#, count: 2))
  }

  @Test func questionsInSQLAreLoggedToo() throws {
    let logs = try logged { db in
      let table = try #require(db.table(named: "chats"))
      let question = try SQLQuestion(table.schema, where: "is_read = 1 OR type IS NULL", orderBy: "id DESC", limit: 4)
      try table.forEach(question) { _ in }
      _ = try table.count(SQLQuestion(table.schema, where: "contact_id IS NULL OR id = '7'"))
    }
    #expect(
      logs.first?.querySQL
        == "SELECT * FROM chats WHERE workspace_id = ? AND (is_read = ? OR type IS NULL) ORDER BY id DESC LIMIT ?")
    #expect(logs.first?.rowsSent == 4 && logs.last?.rowsSent == 1 && logs.count == 2)
  }

  @Test func whatIsAskedForEachRowCountsForItself() throws {
    let logs = try logged { db in
      try db.contacts.forEach { contact in _ = try db.chats.where { $0.contactID == contact.id }.count() }
    }
    let contacts = SampleCRM().contacts.rows.of(1)
    #expect(logs.count == contacts.live.count + 1, "the outer one is logged last")
    #expect(logs.last?.rowsExamined == Int32(contacts.count))
  }
}

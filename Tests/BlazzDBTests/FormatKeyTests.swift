import BlazzDB
import Foundation
import LMDB
import TableStore
import Testing

/// docs/format.md against keys of other kinds: text primary keys, rows without a tenant, inherited tenants, prefixes,
/// and unique indexes with NULLs.
@Suite struct FormatKeyTests {
  private static let auditColumns: KeyValuePairs<String, ParsedRow.Column> = [
    "id": .variable, "request_id": .variable, "event_type": .variable, "endpoint": .variable, "method": .variable,
    "url": .variable, "ip_address": .variable, "user_agent": .variable, "user_id": .unsigned(8),
    "session_id": .variable, "request_data": .variable, "status_code": .signed(4), "response_size": .signed(8),
    "execution_time": .signed(16), "memory_usage": .signed(8), "success": .unsigned(1), "event_result": .variable,
    "created_at": .signed(8), "updated_at": .signed(8),
  ]

  @Test func aTextKeyOfNoTenant() throws {
    let time = Date(timeIntervalSince1970: 65_535)
    let store = try RawStore.after { blazz in
      try blazz.system.writeSync { db in
        try db.auditLogs.insert(
          .init(
            id: "req_1-B", eventType: "auth.login", method: "POST", url: "/login", ipAddress: "203.0.113.7",
            userID: 256, statusCode: -1, responseSize: .max, executionTime: Decimal(string: "-0.125"), success: false,
            eventResult: "", createdAt: time, updatedAt: time))
      }
    }
    let id = Format.text("req_1-B")
    let created: Bytes = [0x82, 0xFF, 0xFF]
    let expected: [Bytes] = [
      [0x00, 0x00] + id,
      [0x01, 0x00, 0x82, 0x01, 0x00] + created + id,
      [0x02, 0x00] + created + id,
      [0x03, 0x00] + Format.text("203.0.113.7") + created + id,
      [0x04, 0x00] + Format.text("auth.login") + created + id,
      [0x05, 0x00, 0x80] + created + id,
      [0xFE] + id,
    ]
    #expect(store.keys("audit_logs") == expected)
    #expect(store["audit_logs", [0xFE] + id] == [0x00])
    let key = [0x00, 0x00] + id
    let row = try ParsedRow(store.row("audit_logs", key), key: key, table: 44, columns: Self.auditColumns)
    let values: [String: ParsedRow.Value] = [
      "id": .text("req_1-B"), "request_id": .null, "event_type": .text("auth.login"), "endpoint": .null,
      "method": .text("POST"), "url": .text("/login"), "ip_address": .text("203.0.113.7"), "user_agent": .null,
      "user_id": .integer(256), "session_id": .null, "request_data": .null, "status_code": .integer(-1),
      "response_size": .integer(Int128(Int64.max)), "execution_time": .integer(-125), "memory_usage": .null,
      "success": .integer(0), "event_result": .text(""), "created_at": .integer(65_535),
      "updated_at": .integer(65_535),
    ]
    #expect(row.values == values)
    #expect(store["meta", Bytes("sequence/audit_logs".utf8)] == nil)
  }

  @Test func aTenantThatIsInherited() throws {
    let store = try RawStore.after { blazz in
      try blazz.system.writeSync { db in
        let user = try db.users.insert(.init(firstName: "Dewi", email: "dewi@example.com"))
        try db.workspaces.insert(.init(id: 9, identifier: "kopi", createdBy: user.id))
        let contact = try db.contacts.insert(.init(workspaceID: 9, firstName: "O'Brien & sons", createdBy: user.id))
        let campaign = try db.campaigns.insert(
          .init(workspaceID: 9, name: "Sale", templateID: 1, contactGroupID: 0, metadata: "{}", createdBy: user.id))
        try db.campaignLogs.insert(.init(campaignID: campaign.id, contactID: contact.id, status: .failed))
      }
    }
    // Scope 9, campaign or contact 1, log 1.
    #expect(store.keys("campaign_logs").first == [0x00, 0x81, 9, 0x81, 1])
    #expect(store.keys("campaign_logs").contains([0x01, 0x81, 9, 0x81, 1, 0x81, 1]))
    #expect(store.keys("campaign_logs").contains([0x03, 0x81, 9, 0x81, 3, 0x81, 1]))
    // The first ten units of a name's key, and all of it.
    let units = Format.text("O'Brien & sons").prefix(10)
    #expect(store.keys("contacts").contains([0x03, 0x81, 9] + units + [0x0B, 0x81, 1]))
    #expect(store.keys("contacts").contains([0x06, 0x81, 9] + Format.text("O'Brien & sons") + [0x81, 1]))
    // A global table has no scope and no locator.
    #expect(store.keys("users").map { $0[0] } == [0, 1, 2, 3])
    #expect(store.keys("users")[0] == [0x00, 0x81, 1])
    #expect(store["users", [0x01] + Format.text("DEWI@example.com ")] == [0x81, 1])
  }

  @Test func aUniqueIndexWithNulls() throws {
    let keys = try withStorePath { path in
      let store = try Store(path: path, tables: [Probe.self])
      try store.writeSync(.everything) { db in
        let probes = db.table(Probe.self)
        try probes.insert(.init(code: "b-2", amount: Decimal(string: "-655.36"), level: -129))
        try probes.insert(.init(code: "b-2", amount: nil, level: 0))
        try probes.insert(.init(code: nil, amount: Decimal(string: "0.01"), level: .min))
      }
      try store.close()
      return try RawStore(path).databases["probes", default: []]
    }
    let code = Format.text("b-2")
    // NULL before text and numbers; -65,536 hundredths are two bytes of 65,535, complemented.
    let byCode: [RawStore.Entry] = [
      .init(key: [7, 0x00, 0x81, 0x01, 0x81, 3], value: [0x81, 3]),
      .init(key: [7] + code + [0x00, 0x81, 2], value: [0x81, 2]),
      .init(key: [7] + code + [0x7D, 0x00, 0x00], value: [0x81, 1]),
    ]
    let byLevel: [Bytes] = [
      [9, 0x7B, 0x80, 0x00, 0x00, 0x00, 0x81, 3], [9, 0x7E, 0x7F, 0x81, 1], [9, 0x80, 0x81, 2],
    ]
    #expect(keys.filter { $0.key[0] == 7 } == byCode)
    #expect(keys.filter { $0.key[0] == 9 }.map(\.key) == byLevel)
  }
}

/// A table of the tests' own.
@Table("probes", id: 200)
struct Probe {
  var id: ID<Probe>
  @Column(.varchar(20)) var code: String?
  @Column(.decimal(10, 2)) var amount: Decimal?
  var level: Int32

  static let byCode = Index.unique("probes_code_unique", id: 7, on: \.code, \.amount)
  static let byLevel = Index("probes_level", id: 9, on: \.level)
}

import BlazzDB
import Foundation
import LMDB
import TableStore
import Testing

/// docs/format.md against the bytes in a file: rows and keys are taken apart and put together by the document's rules.
@Suite struct FormatTests {
  private static let workspace: ID<WorkspaceRecord> = 70_000
  private static let scope: Bytes = [0x83, 0x01, 0x11, 0x70]
  private static let chat: ID<Chat> = 300
  private static let chatKey: Bytes = [0x00] + scope + [0x82, 0x01, 0x2C]
  private static let uuid = "0f1e2d3c-4b5a-4678-9abc-def012345678"
  private static let time = Date(timeIntervalSince1970: 1_759_744_233)
  private static let timeElement: Bytes = [0x84, 0x68, 0xE3, 0x90, 0xE9]

  private static let chatColumns: KeyValuePairs<String, ParsedRow.Column> = [
    "uuid": .variable, "wam_id": .variable, "contact_id": .unsigned(8), "user_id": .unsigned(8), "type": .unsigned(1),
    "metadata": .variable, "media_id": .unsigned(8), "status": .variable, "is_read": .unsigned(1),
    "deleted_by": .unsigned(8), "deleted_at": .signed(8), "created_at": .signed(8),
  ]

  /// A store with one workspace and one chat.
  private static func store(uuid: String = uuid, metadata: String, status: MessageStatus? = nil) throws -> RawStore {
    try RawStore.after { blazz in
      try blazz.system.writeSync { db in
        let user = try db.users.insert(.init(firstName: "Dewi", email: "dewi@example.com"))
        try db.workspaces.insert(.init(id: workspace, identifier: "kopi", createdBy: user.id))
        try db.contacts.insert(.init(id: 5, workspaceID: workspace, createdBy: user.id))
        try db.chats.insert(
          .init(
            id: chat, uuid: uuid, workspaceID: workspace, contactID: 5, type: .outbound,
            metadata: JSON(text: metadata), mediaID: 700, status: status, createdAt: time))
      }
    }
  }

  private static func parse(_ store: RawStore) throws -> ParsedRow {
    try ParsedRow(store.row("chats", chatKey), key: chatKey, table: 8, columns: chatColumns)
  }

  @Test func everyColumnOfARow() throws {
    let row = try Self.parse(Self.store(metadata: #"{"content": {"text": "ça va? 🙏"}}"#))
    #expect(!row.isWide)
    let values: [String: ParsedRow.Value] = [
      "uuid": .text(Self.uuid), "wam_id": .null, "contact_id": .integer(5), "user_id": .null, "type": .integer(2),
      "metadata": .text(#"{"content": {"text": "ça va? 🙏"}}"#), "media_id": .integer(700), "status": .null,
      "is_read": .integer(0), "deleted_by": .null, "deleted_at": .null, "created_at": .integer(1_759_744_233),
    ]
    #expect(row.values == values)
  }

  @Test(arguments: [uuid, uuid.uppercased(), "not a uuid", ""])
  func onlyACanonicalUUIDIsPacked(uuid: String) throws {
    let store = try Self.store(uuid: uuid, metadata: "{}")
    #expect(try Self.parse(store).values["uuid"] == .text(uuid))
    let variableBytes = (uuid == Self.uuid ? 16 : uuid.utf8.count) + 2
    // Head 4, fixed part 50, four end offsets, checksum.
    #expect(store["chats", Self.chatKey]?.count == 4 + 50 + 8 + variableBytes + 4)
  }

  @Test func everyKeyOfARow() throws {
    let store = try Self.store(metadata: "{}", status: "sent on")
    let id: Bytes = [0x82, 0x01, 0x2C]
    let media = Format.integer(700)
    #expect(media == [0x82, 0x02, 0xBC])
    let expected: [Bytes] = [
      Self.chatKey,
      [0x01] + Format.text(Self.uuid),
      [0x02] + Self.scope + id,
      [0x03] + Self.scope + [0x81, 0x05] + id,
      [0x04] + Self.scope + Self.timeElement + id,
      [0x05] + Self.scope + Self.timeElement + [0x81, 0x02] + id,
      [0x06] + Self.scope + [0x81, 0x05] + Format.text("sent on") + id,
      [0x07] + Self.scope + media + Self.timeElement + id,
      // Live messages by contact and by direction; it has no id at WhatsApp and is not inbound.
      [0x81] + Self.scope + [0x81, 0x05] + Self.timeElement + id,
      [0x84] + Self.scope + [0x81, 0x02] + Self.timeElement + id,
      [0xFE] + id,
    ]
    #expect(store.keys("chats") == expected)
    #expect(store["chats", expected[1]] == Self.scope + id)
    #expect(store["chats", expected[2]] == [])
    #expect(store["chats", [0xFE] + id] == Self.scope)
  }

  @Test func nullInAnIndex() throws {
    let store = try Self.store(metadata: "{}")
    #expect(store.keys("chats").contains([0x06] + Self.scope + [0x81, 0x05, 0x00, 0x82, 0x01, 0x2C]))
  }

  @Test func aTextThatIsTooLongForAKey() throws {
    let han = String(String.UnicodeScalarView((0..<255).map { Unicode.Scalar(UInt16(0x4E00 + $0))! }))
    let store = try Self.store(metadata: "{}", status: .init(rawValue: han))
    // 511 bytes less key space, scope, primary key and one number.
    let status = Format.cutText(han, budget: 511 - 1 - 9 - 9 - 17)
    #expect(store.keys("chats").contains([0x06] + Self.scope + [0x81, 0x05] + status + [0x82, 0x01, 0x2C]))
  }

  // Head 4, fixed part 50, offsets 8, UUID 16, checksum 4: 82 bytes beside the metadata.
  @Test(arguments: [(1_918, 0), (1_919, 1), (4_080 - 82, 1), (4_081 - 82, 2), (32_751, 9), (32_752, 9), (60_000, 15)])
  func aLongRow(metadataBytes: Int, chunks: Int) throws {
    let metadata = String(repeating: "x", count: metadataBytes)
    let store = try Self.store(metadata: metadata)
    #expect(store.keys("chats").count { $0[0] == 0xFF } == chunks)
    let row = try Self.parse(store)
    #expect(row.isWide == (metadataBytes + 16 > 0x7FFF))
    #expect(row.values["metadata"] == .text(metadata))
    #expect(row.values["uuid"] == .text(Self.uuid))
    #expect(row.values["created_at"] == .integer(1_759_744_233))
  }

  @Test func recordsOfTheFile() throws {
    let store = try Self.store(metadata: String(repeating: "x", count: 9_000))
    #expect(Set(store.databases.keys) == Set(["meta"] + Blazz.tables.map { $0.schema.name }))
    #expect(store["meta", Bytes("format".utf8)] == Bytes("blazz store\n".utf8) + [1, 0, 0, 0])
    #expect(store["meta", Bytes("collation".utf8)] == Bytes("utf8mb4_unicode_ci UCA 4.0.0, key form 1".utf8))
    #expect(store["meta", Bytes("sequence/chats".utf8)] == [0x2D, 0x01, 0, 0, 0, 0, 0, 0])
    #expect(store["meta", Bytes("cursor key".utf8)]?.count == 16)
    #expect(store["meta", Bytes("own/users".utf8)] == [])
    let own = try #require(store["meta", Bytes("own/chats".utf8)])
    #expect(
      String(decoding: own, as: UTF8.self) == """
        128 plain wam_id where wam_id IS NOT NULL
        129 plain contact_id,created_at where deleted_at IS NULL
        130 plain contact_id,created_at where deleted_at IS NULL AND type = 'inbound'
        131 plain contact_id where deleted_at IS NULL AND type = 'inbound' AND is_read = 0
        132 plain type,created_at where deleted_at IS NULL
        """)
    let fingerprint = try #require(store["meta", Bytes("fingerprint/teams".utf8)])
    #expect(
      String(decoding: fingerprint, as: UTF8.self)
        == "3 workspace id | 1 unique uuid; 2 plain workspace_id,user_id,role,created_at | id bigint unsigned not null; "
        + "uuid char(50) not null; workspace_id bigint unsigned not null; user_id bigint unsigned not null; "
        + "role enum('owner','manager') not null; status enum('active','suspended') not null; "
        + "created_by bigint unsigned not null; created_at timestamp null; updated_at timestamp null; "
        + "deleted_at timestamp null")
  }

  @Test(arguments: [20, 9_000])
  func sizesAreWhatIsThere(metadataBytes: Int) throws {
    let store = try Self.store(metadata: String(repeating: "x", count: metadataBytes))
    var expected: Bytes = []
    for space in Bytes(0...0xFE) {
      let entries = store.databases["chats", default: []].filter { $0.key[0] == space }
      guard !entries.isEmpty else { continue }
      // A long row counts with its whole length, and its stub and the keys of its chunks do not.
      let bytes = try entries.reduce(0) {
        try $0 + $1.key.count + (space == 0 ? store.row("chats", $1.key) : $1.value).count
      }
      expected += [space] + Format.littleEndian(1, 8) + Format.littleEndian(UInt128(bytes), 8)
    }
    #expect(store["meta", Bytes("sizes/chats".utf8)] == expected)
  }
}

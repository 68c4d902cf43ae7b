import BenchmarkSupport
import BlazzDB
import CComparePeers
import Foundation
import TableStore

/// A change that all peers make, durably, in one transaction: SQL for those who speak it, the typed API.
struct Change: Sendable {
  let name: String
  /// One behind the other.
  let statements: [Statement]
  /// The same by bare LMDB; `nil` where it takes no part.
  var floor: floor_change?
  /// Whether it reaches past one workspace.
  var isOfSystem = false
  /// What all peers must agree in afterwards, asked of whom it was about; `nil`: the state of all chats.
  var state: Question?
  let blazz: @Sendable (Tables<Writing>, Subject) throws -> Void
  /// The same for many at once; `nil` where there is no such call.
  var blazzTogether: (@Sendable (Tables<Writing>, [Subject]) throws -> Void)?

  /// A new chat of a contact: `number`; its UUID is `text`, its time `from`.
  static let insert = Change(
    name: "insert a chat", statements: [insertion], floor: floor_insert_chat,
    blazz: { db, subject in try insertChat(db, subject) },
    blazzTogether: { db, subjects in try db.chats.insert(contentsOf: subjects.lazy.map(newChat)) })

  static let insertion = Statement(
    .nothing,
    """
    INSERT INTO chats (uuid, workspace_id, wam_id, contact_id, type, metadata, is_read, created_at)
    VALUES (:text, :workspace, 'wamid.' || :text, :number, 'inbound', '\(metadata)', 0, :from)
    """,
    mariaSQL: """
      INSERT INTO chats (uuid, workspace_id, wam_id, contact_id, type, metadata, is_read, created_at)
      VALUES (:text, :workspace, CONCAT('wamid.', :text), :number, 'inbound', '\(metadata)', 0, :from)
      """)

  @discardableResult
  static func insertChat(_ db: Tables<Writing>, _ subject: Subject) throws -> Chat {
    try db.chats.insert(newChat(subject))
  }

  private static func newChat(_ subject: Subject) -> Chat.Draft {
    .init(
      uuid: subject.text, workspaceID: ID(subject.workspace), wamID: "wamid." + subject.text,
      contactID: ID(subject.number), type: .inbound, metadata: JSON(text: metadata), createdAt: subject.fromDate)
  }

  /// A chat was read.
  static let update = Change(
    name: "update is_read and status of a chat",
    statements: [
      Statement(
        .nothing, "UPDATE chats SET is_read = 1, status = 'read' WHERE id = :number AND workspace_id = :workspace")
    ],
    floor: floor_read_chat,
    blazz: { db, subject in
      try db.chats.update(ID(subject.number)) {
        $0.isRead = true
        $0.status = .read
      }
    })

  /// A chat goes for good.
  static let delete = Change(
    name: "delete a chat",
    statements: [Statement(.nothing, "DELETE FROM chats WHERE id = :number AND workspace_id = :workspace")],
    floor: floor_delete_chat, blazz: { db, subject in try db.chats.erase(ID(subject.number)) })

  /// A workspace goes, and by foreign keys what belongs to it.
  static let cascade = Change(
    name: "delete a small workspace, with its rows by foreign keys",
    statements: [Statement(.nothing, "DELETE FROM workspaces WHERE id = :workspace")],
    isOfSystem: true, state: owned, blazz: { db, subject in try db.workspaces.erase(ID(subject.workspace)) })

  /// What belongs to workspaces.
  private static let owned = counts(
    """
    SELECT (SELECT COUNT(*) FROM chats), (SELECT COUNT(*) FROM campaigns), (SELECT COUNT(*) FROM audit_logs),
      (SELECT COUNT(*) FROM teams), (SELECT COUNT(*) FROM subscriptions), (SELECT COUNT(*) FROM authentication_events)
    """
  ) { db, _ in
    [
      try db.chats.withDeleted().count(), try db.campaigns.withDeleted().count(), try db.auditLogs.count(),
      try db.teams.withDeleted().count(), try db.subscriptions.count(), try db.authenticationEvents.count(),
    ]
  }

  private static let metadata =
    #"{"message_type":"text","content":{"text":"Selamat siang, pesanan saya sudah dikirim belum ya? Terima kasih"},"#
    + #""context":{"from":"6281234567890"},"buttons":[],"timestamp":"2025-10-06T10:30:00Z"}"#

  /// What all peers must agree in once a change is made.
  static let allChats = Question(
    suite: "writes", name: "state", subjects: { $0.everything }, answer: .counts,
    sql:
      "SELECT COUNT(*), SUM(is_read), COUNT(CASE WHEN status = 'read' THEN 1 END) FROM chats WHERE deleted_at IS NULL",
    blazz: { peer, _, hash in
      let (all, read, seen) = try peer.readAll { db in
        try db.chats.aggregate(.count, .count { $0.isRead == true }, .count { $0.status == .read })
      }
      hash.count(all: [all, read, seen].map(UInt64.init))
    })
}

/// A peer whose changes are on the disk when they return.
protocol ChangingPeer: Peer {
  /// Makes a change for each subject in a transaction of its own.
  ///
  /// - Returns: the nanoseconds of each; `nil` where this peer takes no part.
  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]?
  /// Makes all changes in one transaction, and gives its nanoseconds.
  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double?
  /// Makes each change in a transaction of its own, from several writers at once, and gives the nanoseconds of all.
  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) async throws -> Double?
  /// Who writes on another thread while this peer is asked; `nil` where that is not measured.
  func writerBeside() throws -> (any ChangingPeer)?
  /// Entries of the table chats, of rows and of all indexes; `nil` where peers cannot be compared by them.
  func entriesOfChats() throws -> Int?
}

extension ChangingPeer {
  func writerBeside() throws -> (any ChangingPeer)? { nil }
  func entriesOfChats() throws -> Int? { nil }
}

/// The nanoseconds that work takes.
func timed(_ work: () throws -> Void) rethrows -> Double {
  let start = peer_now()
  try work()
  return peer_now() - start
}

import BlazzDB
import CQueryPeers
import TableStore

/// What is asked of all peers.
struct Question {
  enum Goal {
    /// Microseconds a question.
    case microseconds(Double)
    /// Millions of rows a second.
    case rate(Double)
  }

  let name: String
  let goal: Goal
  /// How often it is asked in a round; for a scan the rows that it passes over.
  let count: Int
  /// Asks a store, and hashes the answers as the peers do.
  let blazz: (BlazzPeer) throws -> UInt64
  /// What a store says it examines for all answers of a round.
  let explained: (BlazzPeer) throws -> Int
  let lmdb: (OpaquePointer) -> peer_answer
  let sqlite: peer_question
  /// What SQLite is asked of.
  let subjects: [UInt64]
  let sql: String
}

extension Question {
  static func all(_ asked: Asked, chats: Int) -> [Question] {
    [
      latestChats(asked), campaignCounts(asked), scanNumbers(chats), scanText(chats), recentContacts(asked),
      recentContactsIndexed(asked), namedContacts(asked),
    ]
  }

  private static func latestChats(_ asked: Asked) -> Question {
    Question(
      name: "1  latest 50 chats of a workspace, whole rows", goal: .microseconds(12), count: Asked.count,
      blazz: { peer in try peer.ask(asked.latestChats, BlazzPeer.latestChats) },
      explained: { peer in try peer.explain(asked.latestChats, BlazzPeer.latestChats) },
      lmdb: { peer in lmdb_latest_chats(peer, asked.latestChats, asked.latestChats.count) },
      sqlite: peer_latest_chats, subjects: asked.latestChats,
      sql: """
        SELECT * FROM chats WHERE workspace_id = ?1 AND deleted_at IS NULL
        ORDER BY created_at DESC, type DESC, id DESC LIMIT 50
        """)
  }

  private static func campaignCounts(_ asked: Asked) -> Question {
    Question(
      name: "2  status counts of a campaign of 500", goal: .microseconds(25), count: Asked.count,
      blazz: { peer in try peer.countCampaigns(asked) }, explained: { peer in try peer.explainCampaigns(asked) },
      lmdb: { peer in
        lmdb_campaign_counts(peer, asked.campaignWorkspaces, asked.campaigns, asked.campaigns.count)
      },
      sqlite: peer_campaign_counts, subjects: asked.campaigns,
      sql: "SELECT status, COUNT(*) FROM campaign_logs WHERE campaign_id = ?1 GROUP BY status")
  }

  private static func scanNumbers(_ chats: Int) -> Question {
    Question(
      name: "3a scan of all chats: not read, agent from 20 on", goal: .rate(8), count: chats,
      blazz: { peer in try peer.count(BlazzPeer.scanNumbers) },
      explained: { peer in try peer.explainCount(BlazzPeer.scanNumbers) }, lmdb: lmdb_scan_numbers,
      sqlite: peer_scan_numbers, subjects: [0],
      sql: "SELECT COUNT(*) FROM chats WHERE is_read = 0 AND user_id >= \(PEER_FIRST_AGENT) AND deleted_at IS NULL")
  }

  private static func scanText(_ chats: Int) -> Question {
    Question(
      name: "3b scan of all chats: not read, status 'failed'", goal: .rate(8), count: chats,
      blazz: { peer in try peer.count(BlazzPeer.scanText) },
      explained: { peer in try peer.explainCount(BlazzPeer.scanText) }, lmdb: lmdb_scan_text,
      sqlite: peer_scan_text, subjects: [0],
      sql: "SELECT COUNT(*) FROM chats WHERE is_read = 0 AND status = 'failed' AND deleted_at IS NULL")
  }

  private static func recentContacts(_ asked: Asked) -> Question {
    contacts(asked, "4  50 contacts by newest message, whole rows", "contacts", peer_recent_contacts)
  }

  private static func recentContactsIndexed(_ asked: Asked) -> Question {
    contacts(
      asked, "4b the same, SQLite given (workspace_id, latest_chat_created_at)", SQLiteTables.indexedContacts,
      peer_recent_contacts_indexed)
  }

  private static func contacts(_ asked: Asked, _ name: String, _ table: String, _ sqlite: peer_question) -> Question {
    Question(
      name: name, goal: .microseconds(15), count: Asked.count,
      blazz: { peer in try peer.ask(asked.recentContacts, BlazzPeer.recentContacts) },
      explained: { peer in try peer.explain(asked.recentContacts, BlazzPeer.recentContacts) },
      lmdb: { peer in lmdb_recent_contacts(peer, asked.recentContacts, asked.recentContacts.count) },
      sqlite: sqlite, subjects: asked.recentContacts,
      sql: """
        SELECT * FROM \(table) WHERE workspace_id = ?1 AND deleted_at IS NULL
        ORDER BY latest_chat_created_at DESC, id DESC LIMIT 50
        """)
  }

  private static func namedContacts(_ asked: Asked) -> Question {
    Question(
      name: "5  20 contacts LIKE 'Joh%' by first name, whole rows", goal: .microseconds(20), count: Asked.count,
      blazz: { peer in try peer.ask(asked.namedContacts, BlazzPeer.namedContacts) },
      explained: { peer in try peer.explain(asked.namedContacts, BlazzPeer.namedContacts) },
      lmdb: { peer in lmdb_named_contacts(peer, asked.namedContacts, asked.namedContacts.count) },
      sqlite: peer_named_contacts, subjects: asked.namedContacts,
      sql: """
        SELECT * FROM contacts WHERE workspace_id = ?1 AND first_name LIKE 'Joh%' AND deleted_at IS NULL
        ORDER BY first_name, id LIMIT 20
        """)
  }
}

import BlazzDB
import CComparePeers
import TableStore

/// What the application asks with every request and on its first page, each by its number in its list of queries.
extension Question {
  static var requests: [Question] {
    [weekChart, dashboard, autoReplies, request, apiKey, identifiedWorkspace, subscription, limits]
  }

  private static var weekChart: Question {
    Question(
      suite: "application", name: "9 chart: chats of 7 days by type and day", subjects: { $0.lastDays },
      answer: .counts,
      // A count for each day, as the application asks: grouping by a computed day would gather all rows in a table first.
      sql: """
        WITH RECURSIVE days (day) AS (
          SELECT :from / 86400 UNION ALL SELECT day + 1 FROM days WHERE (day + 1) * 86400 < :to)
        SELECT type, day, number FROM (SELECT kinds.column1 AS type, day, (
            SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND type = kinds.column1
              AND created_at >= MAX(:from, day * 86400) AND created_at < MIN(:to, (day + 1) * 86400)
              AND deleted_at IS NULL) AS number
          FROM (VALUES ('inbound'), ('outbound')) kinds, days)
        WHERE number > 0
        """,
      mariaSQL: """
        SELECT type, TO_DAYS(created_at) - 719528 AS day, COUNT(*) FROM chats WHERE workspace_id = :workspace
          AND type IN ('inbound', 'outbound') AND created_at >= :from AND created_at < :to AND deleted_at IS NULL
        GROUP BY type, day
        """,
      floor: floor_week_chart,
      blazz: { peer, subject, hash in
        let counts = try peer.read(subject) { db in
          try db.chats.where {
            $0.type.in([.inbound, .outbound]) && $0.createdAt >= subject.fromDate && $0.createdAt < subject.toDate
          }.group(by: \.type, \.createdAt.day).count()
        }
        for ((type, day), count) in counts {
          let direction = type.map { AnswerHash.number(of: $0.rawValue) } ?? UInt64(PEER_NULL)
          hash.count(direction, UInt64(day.days), UInt64(count))
        }
      })
  }

  private static var dashboard: Question {
    Question(
      suite: "application", name: "10 dashboard: campaigns at work, and four counts", subjects: { $0.workspaces },
      answer: .rows(.others),
      sql: """
        SELECT * FROM campaigns WHERE workspace_id = :workspace AND status IN ('pending', 'processing')
          AND deleted_at IS NULL ORDER BY id LIMIT 5
        """,
      also: [Statement(.counts, dashboardCounts)],
      blazz: { peer, subject, hash in
        try peer.read(subject) { db in
          let campaigns = try db.campaigns.where { $0.status.in([.pending, .processing]) }.orderedByKey().limit(5).all()
          hash.add(campaigns) { $0.id.rawValue }
          let counts = [
            try db.chats.count(), try db.campaigns.count(), try db.contacts.count(), try db.templates.count(),
          ]
          hash.count(all: counts.map(UInt64.init))
        }
      })
  }

  private static let dashboardCounts = """
    SELECT (SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND deleted_at IS NULL),
      (SELECT COUNT(*) FROM campaigns WHERE workspace_id = :workspace AND deleted_at IS NULL),
      (SELECT COUNT(*) FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL),
      (SELECT COUNT(*) FROM templates WHERE workspace_id = :workspace AND deleted_at IS NULL)
    """

  private static var autoReplies: Question {
    Question(
      suite: "application", name: "40 automatic replies of a workspace", subjects: { $0.workspaces },
      answer: .rows(.others),
      sql: "SELECT * FROM auto_replies WHERE workspace_id = :workspace AND deleted_at IS NULL ORDER BY id",
      blazz: rows { db, _ in try db.autoReplies.orderedByKey().all() })
  }

  private static var request: Question {
    Question(
      suite: "application", name: "42 request: workspace, membership, a setting, languages, an add-on",
      subjects: { $0.members }, answer: .rows(.others),
      sql: "SELECT * FROM workspaces WHERE id = :workspace",
      also: [
        Statement(
          .rows(.others),
          "SELECT * FROM teams WHERE workspace_id = :workspace AND user_id = :number AND deleted_at IS NULL ORDER BY id"
        ),
        Statement(.rows(.others), "SELECT * FROM settings WHERE `key` = 'timezone'"),
        Statement(.rows(.others), "SELECT * FROM languages WHERE is_active = 1 ORDER BY id"),
        Statement(.rows(.others), "SELECT * FROM addons WHERE name = 'Google Maps' ORDER BY id"),
      ],
      blazz: { peer, subject, hash in
        try peer.read(subject) { db in
          hash.add(try db.workspaces.withDeleted().get(ID(subject.workspace))?.id.rawValue)
          hash.add(try db.teams.where { $0.userID == ID(subject.number) }.orderedByKey().all()) { $0.id.rawValue }
          hash.add(try db.settings.find(Setting.byKey, "timezone")?.id.rawValue)
          hash.add(try db.languages.where { $0.isActive == true }.orderedByKey().all()) { $0.id.rawValue }
          hash.add(try db.addons.where { $0.name == "Google Maps" }.orderedByKey().all()) { $0.id.rawValue }
        }
      })
  }

  private static var apiKey: Question {
    Question(
      suite: "application", name: "43 API: a key by its hash, of all workspaces", subjects: { $0.keyHashes },
      answer: .rows(.others),
      sql: "SELECT * FROM workspace_api_keys WHERE key_hash = :text AND deleted_at IS NULL ORDER BY id",
      blazz: rows(ofAll: true) { db, subject in
        try db.workspaceAPIKeys.where { $0.keyHash == subject.text }.orderedByKey().all()
      })
  }

  private static var identifiedWorkspace: Question {
    Question(
      suite: "application", name: "43 API: a workspace by its identifier", subjects: { $0.identifiers },
      answer: .rows(.others),
      sql: "SELECT * FROM workspaces WHERE identifier = :text AND deleted_at IS NULL ORDER BY id",
      blazz: rows(ofAll: true) { db, subject in
        try db.workspaces.where { $0.identifier == subject.text }.orderedByKey().all()
      })
  }

  private static var subscription: Question {
    Question(
      suite: "application", name: "48 subscription with its plan", subjects: { $0.workspaces },
      answer: .joined(keys: 2),
      sql: """
        SELECT s.id, p.id, s.*, p.* FROM subscriptions s LEFT JOIN subscription_plans p ON p.id = s.plan_id AND p.deleted_at IS NULL
        WHERE s.workspace_id = :workspace ORDER BY s.id LIMIT 1
        """,
      blazz: { peer, subject, hash in
        let found = try peer.read(subject) { db in
          try db.subscriptions.orderedByKey().including(\.plan).first()
        }
        guard let (subscription, plan) = found else { return }
        hash.add(subscription.id.rawValue)
        hash.add(plan?.id.rawValue)
      })
  }

  private static var limits: Question {
    Question(
      suite: "application", name: "49 limits: five counts of a workspace", subjects: { $0.workspaces },
      answer: .counts,
      sql: """
        SELECT (SELECT COUNT(*) FROM auto_replies WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM contacts WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM campaigns WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM chats WHERE workspace_id = :workspace AND deleted_at IS NULL),
          (SELECT COUNT(*) FROM teams WHERE workspace_id = :workspace AND deleted_at IS NULL)
        """,
      blazz: { peer, subject, hash in
        let counts = try peer.read(subject) { db in
          [
            try db.autoReplies.count(), try db.contacts.count(), try db.campaigns.count(), try db.chats.count(),
            try db.teams.count(),
          ]
        }
        hash.count(all: counts.map(UInt64.init))
      })
  }
}

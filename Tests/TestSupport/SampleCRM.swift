/// A small CRM, made by formulas: users, three workspaces (the third is deleted), and rows of both others in every
/// scoped table, with NULLs, ties in every order, letters of either case and text that needs escapes.
///
/// It is text for an import and, at the same time, the model that what comes back is compared with.
public struct SampleCRM: Sendable {
  /// Who signs in; user 6 is deleted.
  public var users: DumpedTable
  /// The tenants; workspace 3 is deleted.
  public var workspaces: DumpedTable
  /// Who works where.
  public var teams: DumpedTable
  /// People; the workspace of each is `workspace(of:)` its id.
  public var contacts: DumpedTable
  /// Messages, with a contact of their own workspace.
  public var chats: DumpedTable
  /// Six campaigns.
  public var campaigns: DumpedTable
  /// Ten messages a campaign.
  public var campaignLogs: DumpedTable
  /// Requests of both workspaces and of none.
  public var auditLogs: DumpedTable

  /// All of them, campaign_logs before campaigns: parents need not come first.
  public var tables: [DumpedTable] {
    [auditLogs, campaignLogs, campaigns, chats, contacts, teams, users, workspaces]
  }

  /// The whole dump.
  public var sql: String { "SET NAMES utf8mb4;\n" + tables.map(\.sql).joined() }

  /// The same rows every time.
  public init() {
    users = Self.makeUsers()
    workspaces = Self.makeWorkspaces()
    teams = Self.makeTeams()
    contacts = Self.makeContacts()
    chats = Self.makeChats()
    campaigns = Self.makeCampaigns()
    campaignLogs = Self.makeCampaignLogs()
    auditLogs = Self.makeAuditLogs()
  }

  /// The workspace of contact, chat or campaign `number`.
  public static func workspace(of number: Int) -> Int { 1 + number % 2 }

  /// A UUID that tells table and row; every fifth is written in capitals.
  public static func uuid(_ table: Int, _ number: Int) -> String {
    let digits = String(number * 40_503 + 0xABCDEF, radix: 16)
    let padding = String(repeating: "0", count: 12 - digits.count)
    let uuid = "c0ffee0\(table)-0000-4000-8000-\(padding)\(digits)"
    return number.isMultiple(of: 5) ? uuid.uppercased() : uuid
  }

  /// A time in March 2025: 97 different ones, so that rows share them.
  public static func time(_ number: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = number * 7919 % 97 * 431
    return "2025-03-\(two(1 + minutes / 1440)) \(two(minutes / 60 % 24)):\(two(minutes % 60)):\(two(number % 97 % 60))"
  }
}

extension SampleCRM {
  private static func makeUsers() -> DumpedTable {
    var table = DumpedTable(
      "users",
      """
      id bigint unsigned, first_name varchar(128), last_name varchar(128), email varchar(191), avatar varchar(191), \
      role varchar(191), phone varchar(191), address text, email_verified_at timestamp, password varchar(191), \
      status int, meta text, plan text, plan_id bigint unsigned, will_expire date, facebook_id varchar(255), \
      google_id varchar(255), tfa_secret varchar(255), remember_token varchar(100), created_at timestamp, \
      updated_at timestamp, deleted_at timestamp
      """)
    for id in 1...6 {
      table.append([
        "\(id)", ["Ana", "Béla", "Çelik"][id % 3], id == 2 ? nil : "O'Reilly \\ \"q\"\n", "User\(id)@Mail.test", nil,
        id == 1 ? "super_admin" : "user", "", "line one\r\nline two", id.isMultiple(of: 2) ? time(id) : nil, "hash",
        "\(id % 2)", "{\"n\": \"\(id)\"}", nil, "18446744073709551615", "2024-02-29", nil, nil, nil, nil, time(id), nil,
        id == 6 ? time(id) : nil,
      ])
    }
    return table
  }

  private static func makeWorkspaces() -> DumpedTable {
    var table = DumpedTable(
      "workspaces",
      """
      id bigint unsigned, uuid char(50), identifier varchar(128), name varchar(255), address text, metadata longtext, \
      timezone varchar(128), status varchar(20), created_by bigint unsigned, created_at timestamp, \
      updated_at timestamp, deleted_at timestamp
      """)
    for id in 1...3 {
      table.append([
        "\(id)", uuid(2, id), "ws-\(id)", "Workspace \(id)", nil, "{\"k\": \"é\"}", "Asia/Jakarta", "active", "1",
        time(id), nil, id == 3 ? time(id) : nil,
      ])
    }
    return table
  }

  private static func makeTeams() -> DumpedTable {
    var table = DumpedTable(
      "teams",
      """
      id bigint unsigned, uuid char(50), workspace_id bigint unsigned, user_id bigint unsigned, \
      role enum('owner','manager'), status enum('active','suspended'), created_by bigint unsigned, \
      created_at timestamp, updated_at timestamp, deleted_at timestamp
      """)
    for id in 1...6 {
      table.append([
        "\(id)", uuid(3, id), "\(workspace(of: id))", "\(1 + id % 5)", id < 3 ? "owner" : "manager",
        id == 4 ? "suspended" : "active", "1", time(id), nil, id == 5 ? time(id) : nil,
      ])
    }
    return table
  }

  private static func makeContacts() -> DumpedTable {
    var table = DumpedTable(
      "contacts",
      """
      id bigint unsigned, uuid char(50), workspace_id int, first_name varchar(255), last_name varchar(255), \
      phone varchar(255), email varchar(255), avatar varchar(255), address text, metadata text, \
      latest_chat_created_at timestamp, is_favorite tinyint, created_by int, created_at timestamp, \
      updated_at timestamp, deleted_at timestamp
      """)
    let names = ["Anna", "anna", "Annabella Louise", "Annabella Lou", "Zoë", nil, "Bob"]
    for id in 1...14 {
      table.append([
        "\(id)", uuid(4, id), "\(workspace(of: id))", names[id / 2 % names.count], "\(id), \"x\"", "+62812000\(id)",
        nil,
        "", "somewhere 你好", "{\"k\": \"\(id)\"}", id % 4 == 0 ? nil : time(id), "\(id % 3 - 1)", "1", time(id),
        time(id),
        id == 7 ? time(id) : nil,
      ])
    }
    return table
  }

  private static func makeChats() -> DumpedTable {
    var table = DumpedTable(
      "chats",
      """
      id bigint unsigned, uuid char(50), workspace_id bigint unsigned, wam_id varchar(128), contact_id int, \
      user_id bigint unsigned, type enum('inbound','outbound'), metadata text, media_id int, status varchar(255), \
      is_read tinyint(1), deleted_by int, deleted_at datetime, created_at timestamp
      """)
    let statuses = ["sent", "Sent", "read", "failed", nil, "delivered"]
    for id in 1...240 {
      table.append([
        "\(id)", uuid(8, id), "\(workspace(of: id))", id.isMultiple(of: 7) ? nil : "wamid.\(id)",
        "\(workspace(of: id) == 1 ? 2 + id % 8 / 2 * 2 : 1 + id % 8 / 2 * 2)", id.isMultiple(of: 3) ? "2" : nil,
        [nil, "inbound", "outbound"][id % 3],
        "{\"message_type\": \"text\", \"content\": {\"text\": \"№ \(id) ❤️ 😀\"}, \"buttons\": [\(id)]}", nil,
        statuses[id / 2 % statuses.count], "\(id % 2)", nil, id % 10 == 3 ? time(id) : nil, time(id),
      ])
    }
    return table
  }

  private static func makeCampaigns() -> DumpedTable {
    var table = DumpedTable(
      "campaigns",
      """
      id bigint unsigned, uuid char(50), workspace_id bigint unsigned, name varchar(128), template_id int, \
      contact_group_id int, metadata text, status varchar(128), scheduled_at datetime, created_by int, \
      deleted_by int, created_at timestamp, deleted_at timestamp
      """)
    for id in 1...6 {
      table.append([
        "\(id)", uuid(1, id), "\(workspace(of: id))", "Campaign \(id)", "0", "2147483647", "{}",
        id < 3 ? "completed" : "pending", id == 1 ? nil : "9999-12-31 23:59:59", "1", nil, time(id),
        id == 6 ? time(id) : nil,
      ])
    }
    return table
  }

  private static func makeCampaignLogs() -> DumpedTable {
    var table = DumpedTable(
      "campaign_logs",
      """
      id bigint unsigned, campaign_id int, contact_id int, chat_id int, metadata text, \
      status enum('pending','success','failed','ongoing'), retry_count int, created_at timestamp, updated_at timestamp
      """)
    for id in 1...60 {
      let campaign = 1 + id % 6
      let contact = workspace(of: campaign) == 1 ? 2 + id % 5 * 2 : 1 + id % 5 * 2
      table.append([
        "\(id)", "\(campaign)", "\(contact)", nil, nil, ["pending", "success", "failed", "ongoing"][id % 4],
        "\(id % 3)",
        id.isMultiple(of: 9) ? nil : time(id), nil,
      ])
    }
    return table
  }

  private static func makeAuditLogs() -> DumpedTable {
    var table = DumpedTable(
      "audit_logs",
      """
      id varchar(100), request_id varchar(100), event_type varchar(50), endpoint varchar(100), method varchar(10), \
      url text, ip_address varchar(45), user_agent text, user_id bigint unsigned, workspace_id bigint unsigned, \
      session_id varchar(100), request_data json, status_code int, response_size bigint, execution_time decimal(10,3), \
      memory_usage bigint, success tinyint(1), event_result varchar(20), created_at timestamp, updated_at timestamp
      """)
    for number in 1...30 {
      let status = [1: "-2147483648", 2: "2147483647"][number] ?? "200"
      table.append([
        "req_\(number)", nil, ["login", "Login", "export"][number / 3 % 3], nil, "GET", "/a?b=\(number)",
        "10.0.0.\(number % 4)", nil, number.isMultiple(of: 2) ? "1" : nil,
        [nil, "1", "2"][number % 3], "", "{\"a\": [1, 2.50, null]}", status, "-9223372036854775808",
        number == 1 ? "-9999999.999" : "\(number).050", "9223372036854775807", [nil, "0", "1"][number % 4 % 3], nil,
        time(number), nil,
      ])
    }
    return table
  }
}

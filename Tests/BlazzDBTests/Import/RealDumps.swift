/// The rows of made-up dumps in the shapes of real ones.
enum RealDumps {
  private static let nasty = "it's \"q\" \\ /* no; comment */ -- \n\r\t\u{1A}\0 é😀 漢字"

  /// Two organizations: older names, columns that came and went, keys that are missing.
  static let older: [RealTable] = {
    var organizations = RealTable(
      "organizations",
      """
      id bigint unsigned, uuid char(50), identifier varchar(128), name varchar(255), address text, metadata longtext, \
      timezone varchar(128), created_by bigint unsigned, deleted_at timestamp, deleted_by bigint unsigned, \
      created_at timestamp, updated_at timestamp
      """)
    organizations.add(
      "1", "0b7d9c7e-32f6-4c0a-9d2c-0c6d1fd8a001", "o1", nasty, nil, "{\"k\":\"é\"}", "UTC", "1", nil, nil,
      "2024-05-01 10:00:00", nil)
    organizations.add(
      "2", "0b7d9c7e-32f6-4c0a-9d2c-0c6d1fd8a002", "o2", "", nil, nil, nil, "2", "2024-06-01 00:00:00", "1", nil, nil)
    // Its maker is not there.
    organizations.add("3", "x", "o3", "Lost", nil, nil, nil, "77", nil, nil, nil, nil)

    var keys = RealTable(
      "organization_api_keys",
      """
      id bigint unsigned, uuid char(50), organization_id bigint unsigned, token varchar(255), deleted_at timestamp, \
      deleted_by bigint unsigned, created_at timestamp, updated_at timestamp
      """)
    keys.add("1", "k1", "1", "plain-1", nil, nil, "2024-05-01 10:00:00", nil)
    keys.add("2", "k2", "2", "plain-2", nil, nil, nil, nil)

    var users = RealTable(
      "users",
      """
      id bigint unsigned, first_name varchar(128), last_name varchar(128), email varchar(191), avatar varchar(191), \
      role varchar(191), phone varchar(191), address text, email_verified_at timestamp, password varchar(191), \
      status int, meta text, plan text, plan_id bigint unsigned, will_expire date, remember_token varchar(100), \
      created_at timestamp, updated_at timestamp, deleted_at timestamp
      """)
    for (id, email) in [("1", "a@mail.test"), ("2", "b@mail.test"), ("3", "A@mail.test")] {
      // Unique with deleted_at at its side only: a live address may be there twice.
      users.add(
        id, nasty, nil, email, nil, "user", nil, "", nil, "hash", "1", nil, nil, nil, "2024-02-29", nil,
        "2024-05-01 10:00:00", nil, nil)
    }

    var teams = RealTable(
      "teams",
      """
      id bigint unsigned, uuid char(50), organization_id bigint unsigned, user_id bigint unsigned, \
      role enum('owner','manager','agent'), status enum('active','suspended'), created_by bigint unsigned, \
      deleted_at timestamp, deleted_by bigint unsigned, created_at timestamp, updated_at timestamp
      """)
    teams.add("1", "t1", "1", "1", "owner", "active", "1", nil, nil, nil, nil)
    teams.add("2", "t2", "1", "2", "agent", "active", "1", nil, "1", nil, nil)
    teams.add("3", "t3", "3", "1", "agent", "suspended", "1", nil, nil, nil, nil)

    var invites = RealTable(
      "team_invites",
      """
      id bigint unsigned, organization_id bigint unsigned, email varchar(128), code varchar(255), role varchar(128), \
      invited_by bigint unsigned, expire_at timestamp
      """)
    invites.add("1", "1", "x@mail.test", "secret", "agent", "1", "2024-05-01 10:00:00")
    invites.add("2", "2", "y@mail.test", "secret", nil, "1", "2024-05-01 10:00:00")
    invites.add("3", "3", "z@mail.test", "secret", "owner", "1", "2024-05-01 10:00:00")

    return [keys, organizations, invites, teams, users] + olderMessages + olderGlobals
  }()

  private static var olderMessages: [RealTable] {
    var contacts = RealTable(
      "contacts",
      """
      id bigint unsigned, uuid char(50), organization_id int, first_name varchar(128), last_name varchar(128), \
      phone varchar(255), email varchar(255), latest_chat_created_at timestamp, avatar varchar(255), address text, \
      metadata text, contact_group_id int, is_favorite tinyint, ai_assistance_enabled tinyint(1), created_by int, \
      created_at timestamp, updated_at timestamp, deleted_at timestamp
      """)
    for id in 1...40 {
      contacts.add(
        "\(id)", "c\(id)", "\(1 + id % 2)", nasty, nil, "+62\(id)", nil, nil, nil, nil, nil,
        id.isMultiple(of: 3) ? nil : "4", "0", "\(id % 2)", "1", "2024-05-01 10:00:00", nil, nil)
    }
    var chats = RealTable(
      "chats",
      """
      id bigint unsigned, uuid char(50), organization_id int, wam_id varchar(128), contact_id int, \
      user_id bigint unsigned, type enum('inbound','outbound'), metadata text, media_id int, status varchar(255), \
      is_read tinyint(1), deleted_by int, deleted_at datetime, created_at timestamp
      """)
    // Long enough for a line of several windows.
    let long = String(repeating: "{\"text\":\"\(nasty)\"} ", count: 60)
    for id in 1...200 {
      chats.add(
        "\(id)", "m\(id)", "\(1 + id % 2)", nil, "\(1 + id % 40)", nil, id % 3 == 0 ? nil : "inbound", long, nil,
        "sent",
        "\(id % 2)", nil, nil, "2024-05-01 10:00:00")
    }
    var campaigns = RealTable(
      "campaigns",
      """
      id bigint unsigned, uuid char(50), organization_id int, name varchar(128), template_id int, \
      contact_group_id int, metadata text, status varchar(128), scheduled_at datetime, created_by int, \
      deleted_by int, created_at timestamp, deleted_at timestamp
      """)
    campaigns.add(
      "1", "p1", "1", "Launch", "1", "0", "{}", "pending", "2024-05-01 10:00:00", "1", nil, "2024-05-01 10:00:00", nil)
    var logs = RealTable(
      "campaign_logs",
      """
      id bigint unsigned, campaign_id int, contact_id int, chat_id int, metadata text, \
      status enum('pending','success','failed','ongoing','queued'), retry_count int, created_at timestamp, \
      updated_at timestamp
      """)
    logs.add("1", "1", "1", nil, nil, "success", "0", nil, nil)
    logs.add("2", "1", "2", nil, nil, "queued", "0", nil, nil)
    logs.add("3", "9", "2", nil, nil, "failed", "0", nil, nil)
    var fields = RealTable(
      "contact_fields",
      """
      id bigint unsigned, organization_id bigint unsigned, uuid char(50), position bigint unsigned, \
      name varchar(128), type varchar(128), value text, required tinyint unsigned, deleted_at timestamp
      """)
    fields.add("1", "1", "f1", "1", "Size", "input", nil, "1", nil)
    return [logs, campaigns, chats, fields, contacts]
  }

  private static var olderGlobals: [RealTable] {
    var settings = RealTable("settings", "key varchar(255), value text")
    settings.add("name", nasty)
    settings.add("logo", nil)
    var modules = RealTable("modules", "id bigint unsigned, name varchar(255), actions varchar(255)")
    for id in 1...3 { modules.add("\(id)", "Module \(id)", "view, edit") }
    var pages = RealTable(
      "pages", "id bigint unsigned, name varchar(128), content text, updated_at timestamp, created_at timestamp")
    for id in 1...2 { pages.add("\(id)", "Page \(id)", nasty, "2024-05-01 10:00:00", nil) }
    var faqs = RealTable("faqs", "id bigint unsigned, question text, answer text, status int, created_at timestamp")
    faqs.add("1", "Why?", "So.", "1", nil)
    faqs.add("2", nil, "So.", "0", nil)
    var reviews = RealTable(
      "reviews",
      """
      id bigint unsigned, name varchar(255), position varchar(255), review text, rating int, image varchar(255), \
      status int
      """)
    reviews.add("1", "Ana", "CEO", "Good", "5", nil, "1")
    var notifications = RealTable(
      "notifications",
      """
      id bigint unsigned, uuid char(50), user_id bigint unsigned, title varchar(191), comment text, url varchar(191), \
      seen tinyint(1), created_at timestamp, updated_at timestamp
      """)
    notifications.add("7", "n7", "1", "Hello", nil, "/x", "0", nil, nil)
    var tokens = RealTable("password_reset_tokens", "email varchar(255), token varchar(255), created_at timestamp")
    tokens.add("a@mail.test", "one", "2024-05-01 10:00:00")
    tokens.add("a@mail.test", "two", "2024-05-01 11:00:00")
    var coupons = RealTable(
      "coupons",
      """
      id bigint unsigned, name varchar(255), code varchar(255), percentage decimal(5,2), quantity int, \
      quantity_redeemed int, status enum('active','inactive'), created_at timestamp, deleted_at timestamp
      """)
    coupons.add("1", "Ten", "TEN", "10.00", "5", "0", "active", nil, nil)
    coupons.add("2", "Long", String(repeating: "x", count: 60), "10.00", nil, nil, "active", nil, nil)
    var tickets = RealTable(
      "tickets",
      """
      id bigint unsigned, uuid char(50), reference varchar(50), user_id bigint unsigned, category_id int, \
      subject varchar(255), message text, priority enum('critical','high','medium','low'), assigned_to int, \
      status enum('open','pending','resolved','closed'), closed_by int
      """)
    tickets.add("1", "t1", "REF", "1", nil, "Help", nasty, "critical", nil, "pending", nil)
    var templates = RealTable(
      "email_templates",
      """
      id bigint unsigned, name varchar(255), subject varchar(255), body blob, updated_at timestamp, \
      updated_by bigint unsigned
      """)
    templates.add("1", "Welcome", "Hi", "blob:00ff27225c0a1ae9", "2024-05-01 10:00:00", "1")
    templates.add("2", "Text", "Hi", "blob:3c703e", "2024-05-01 10:00:00", "1")
    return [coupons, templates, faqs, modules, notifications, pages, tokens, reviews, settings, tickets]
  }

  /// Workspaces by their name, rows of nobody, and what came later.
  static let later: [RealTable] = {
    var users = RealTable(
      "users", "id bigint unsigned, first_name varchar(128), email varchar(191), full_name varchar(255)")
    users.add("1", "Ana", "ana@mail.test", "Ana O'Reilly")
    var workspaces = RealTable(
      "workspaces",
      """
      id bigint unsigned, uuid char(50), identifier varchar(128), name varchar(255), metadata longtext, \
      created_by bigint unsigned, created_at timestamp
      """)
    workspaces.add("1", "w1", "ws-1", nasty, "{}", "1", "2025-10-01 00:00:00")
    var accounts = RealTable(
      "whatsapp_accounts", "id bigint unsigned, uuid char(50), workspace_id bigint unsigned, session_data blob")
    accounts.add("1", "a1", "1", "blob:ff00")
    accounts.add("2", "a2", nil, nil)
    var unknown = ["contact_accounts", "whatsapp_groups", "workspace_settings", "integrations", "campaign_media"].map {
      RealTable($0, "id bigint unsigned, workspace_id bigint unsigned, value json")
    }
    for index in unknown.indices { unknown[index].add("1", "1", "{\"a\": [1, 2.50]}") }
    var cleanups = RealTable("session_cleanup_logs", "id bigint unsigned, note text")
    cleanups.add("1", nasty)
    var chats = RealTable(
      "chats",
      """
      id bigint unsigned, uuid char(50), workspace_id bigint unsigned, whatsapp_account_id bigint unsigned, \
      wam_id varchar(128), contact_id bigint unsigned, type enum('inbound','outbound'), message_status varchar(20), \
      metadata text, is_read tinyint(1), retry_count int, deleted_at datetime, created_at timestamp, updated_at timestamp
      """)
    for id in 1...60 {
      chats.add(
        "\(id)", "m\(id)", [nil, "1", "0"][id % 3], "1", "wamid.\(id)", "\(id)", "outbound", "delivered", "{}", "1",
        "0",
        nil, "2025-10-01 00:00:\(10 + id % 50)", "2025-10-01 00:00:00")
    }
    // Beyond what the columns hold: refused. And with a fraction of a second, which is cut.
    chats.add(
      "900", String(repeating: "u", count: 51), "1", nil, nil, "1", nil, nil, "{}", "1", "0", nil,
      "2025-10-01 00:00:00", nil)
    chats.add("901", "m901", "1", nil, nil, "1", nil, nil, "{}", "1", "0", nil, "2025-10-01 00:00:00.750", nil)
    var media = RealTable(
      "chat_media",
      """
      id bigint unsigned, name varchar(255), path varchar(255), location enum('local','amazon','s3'), type varchar(255), \
      size varchar(128), created_at timestamp, thumbnail_path varchar(255)
      """)
    media.add("1", "a.jpg", nil, "s3", "image/jpeg", "12", "2025-10-01 00:00:00", "t.jpg")
    var audits = RealTable(
      "audit_logs",
      """
      id varchar(100), event_type varchar(50), method varchar(10), url text, ip_address varchar(45), \
      workspace_id bigint unsigned, execution_time decimal(10,3), success tinyint(1), created_at timestamp, trace text
      """)
    for id in 1...9 {
      audits.add(
        "req_\(id)", "login", "GET", "/", "::1", [nil, "1", "5"][id % 3], "\(id).050", "1", "2025-10-01 00:00:00", nasty
      )
    }
    return [audits, cleanups, media, chats, accounts] + unknown + [users, workspaces]
  }()
}

import Testing

@testable import TableStoreMacros

/// SQL names of Swift properties.
@Suite struct SnakeCaseTests {
  @Test(arguments: [
    ("id", "id"), ("createdAt", "created_at"), ("workspaceID", "workspace_id"), ("wamID", "wam_id"),
    ("userIDHash", "user_id_hash"), ("ipAddress", "ip_address"), ("line1", "line1"), ("isRead", "is_read"),
    ("URL", "url"), ("metaJSONText", "meta_json_text"),
  ])
  func names(swift: String, sql: String) { #expect(swift.snakeCase == sql) }
}

import BlazzDB
import TableStore
import Testing

/// CREATE TABLE of declared tables.
@Suite struct CreateTableTests {
  @Test func aTableWithEverything() {
    let sql = """
      CREATE TABLE `chats` (
        `id` bigint unsigned NOT NULL AUTO_INCREMENT,
        `uuid` char(50) NOT NULL,
        `workspace_id` bigint unsigned NOT NULL,
        `wam_id` varchar(128) NULL DEFAULT NULL,
        `contact_id` int NOT NULL,
        `user_id` bigint unsigned NULL DEFAULT NULL,
        `type` enum('inbound','outbound') NULL DEFAULT NULL,
        `metadata` text NOT NULL,
        `media_id` int NULL DEFAULT NULL,
        `status` varchar(255) NULL DEFAULT NULL,
        `is_read` tinyint(1) NOT NULL DEFAULT 0,
        `deleted_by` int NULL DEFAULT NULL,
        `deleted_at` datetime NULL DEFAULT NULL,
        `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
        PRIMARY KEY (`id`),
        UNIQUE KEY `chats_uuid_unique` (`uuid`),
        KEY `chats_workspace_id_index` (`workspace_id`),
        KEY `chats_contact_id_index` (`contact_id`),
        KEY `chats_created_at_index` (`created_at`),
        KEY `idx_chat_timeline_performance` (`created_at`, `type`),
        KEY `idx_chat_participants_opt` (`contact_id`, `status`),
        KEY `idx_chat_media_timeline` (`media_id`, `created_at`),
        CONSTRAINT `chats_workspace_id_foreign` FOREIGN KEY (`workspace_id`) REFERENCES `workspaces` (`id`) ON DELETE CASCADE
      ) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
      """
    #expect(Chat.schema.createTable(nextKey: 7) == sql)
  }

  @Test(arguments: [
    (Contact.schema, "KEY `idx_contacts_first_name` (`first_name`(10))"),
    (Contact.schema, "FULLTEXT KEY `idx_contact_fulltext` (`first_name`, `last_name`, `phone`, `email`)"),
    (WorkspaceRecord.schema, "`metadata` longtext COLLATE utf8mb4_bin NULL DEFAULT NULL"),
    (WorkspaceRecord.schema, "`status` varchar(20) NULL DEFAULT 'active'"),
    (Campaign.schema, "`created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"),
    (AuditLog.schema, "`id` varchar(100) NOT NULL,"), (AuditLog.schema, "`request_data` json NULL DEFAULT NULL"),
    (User.schema, "`status` int NOT NULL DEFAULT 1"), (User.schema, "`address` text NULL DEFAULT NULL"),
  ])
  func aPart(_ table: TableSchema, _ part: String) {
    #expect(table.createTable().contains(part), "\(table.createTable())")
  }

  @Test func noTableWithATextKeyCounts() {
    #expect(!AuditLog.schema.createTable(nextKey: 5).contains("AUTO_INCREMENT"))
  }

  /// The columns of an index that the document's DDL leaves out are in the key all the same.
  @Test func theIndexItselfKeepsItsColumns() {
    let index = Chat.timeline.definition
    #expect(index.parts.map { Chat.schema.columns[$0.column].name } == ["workspace_id", "created_at", "type"])
    #expect(index.ddlParts?.map { Chat.schema.columns[$0.column].name } == ["created_at", "type"])
  }
}

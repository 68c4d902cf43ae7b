/// The document's tables and indexes as SQLite has them. Times are seconds, enumerations are text. Text compares
/// without case, the nearest that SQLite comes to utf8mb4_unicode_ci; the data is such that both give one answer.
enum SQLiteTables {
  static let chats = """
    CREATE TABLE chats (
      id INTEGER PRIMARY KEY, uuid TEXT NOT NULL COLLATE NOCASE, workspace_id INTEGER NOT NULL,
      wam_id TEXT COLLATE NOCASE, contact_id INTEGER NOT NULL, user_id INTEGER, type TEXT,
      metadata TEXT NOT NULL COLLATE NOCASE, media_id INTEGER, status TEXT COLLATE NOCASE, is_read INTEGER NOT NULL,
      deleted_by INTEGER, deleted_at INTEGER, created_at INTEGER NOT NULL);
    """

  static let campaignLogs = """
    CREATE TABLE campaign_logs (
      id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, chat_id INTEGER,
      metadata TEXT COLLATE NOCASE, status TEXT NOT NULL, retry_count INTEGER NOT NULL, created_at INTEGER,
      updated_at INTEGER);
    """

  static func contacts(_ name: String) -> String {
    """
    CREATE TABLE \(name) (
      id INTEGER PRIMARY KEY, uuid TEXT NOT NULL COLLATE NOCASE, workspace_id INTEGER NOT NULL,
      first_name TEXT COLLATE NOCASE, last_name TEXT COLLATE NOCASE, phone TEXT COLLATE NOCASE,
      email TEXT COLLATE NOCASE, avatar TEXT COLLATE NOCASE, address TEXT COLLATE NOCASE,
      metadata TEXT COLLATE NOCASE, latest_chat_created_at INTEGER, is_favorite INTEGER NOT NULL,
      created_by INTEGER NOT NULL, created_at INTEGER, updated_at INTEGER, deleted_at INTEGER);
    """
  }

  /// Contacts once more, with an index that the document lacks: for question 4b.
  static let indexedContacts = "contacts_indexed"

  static var tables: String { chats + campaignLogs + contacts("contacts") + contacts(indexedContacts) }

  /// Made once the rows are there: quicker, and packed tightly. Full-text indexes are left out.
  static let indexes = """
    CREATE UNIQUE INDEX chats_uuid_unique ON chats (uuid);
    CREATE INDEX chats_workspace_id_index ON chats (workspace_id);
    CREATE INDEX chats_contact_id_index ON chats (contact_id);
    CREATE INDEX chats_created_at_index ON chats (created_at);
    CREATE INDEX idx_chat_timeline_performance ON chats (workspace_id, created_at, type);
    CREATE INDEX idx_chat_participants_opt ON chats (workspace_id, contact_id, status);
    CREATE INDEX idx_chat_media_timeline ON chats (media_id, created_at);
    CREATE UNIQUE INDEX contacts_uuid_unique ON contacts (uuid);
    CREATE INDEX contacts_workspace_id_index ON contacts (workspace_id);
    CREATE INDEX idx_contacts_first_name ON contacts (first_name);
    CREATE INDEX idx_contacts_latest_chat ON contacts (latest_chat_created_at);
    CREATE INDEX idx_workspace_search ON contacts (workspace_id, first_name);
    CREATE INDEX contacts_indexed_latest ON contacts_indexed (workspace_id, latest_chat_created_at);
    CREATE INDEX campaign_logs_campaign_id_index ON campaign_logs (campaign_id);
    CREATE INDEX campaign_logs_contact_id_index ON campaign_logs (contact_id);
    CREATE INDEX campaign_logs_status_index ON campaign_logs (status);
    CREATE INDEX idx_campaign_timeline ON campaign_logs (campaign_id, created_at, status);
    ANALYZE;
    PRAGMA journal_mode = WAL;
    """
}

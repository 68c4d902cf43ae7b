/// What an export writes.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// A dump as mysqldump and mariadb-dump write it: CREATE TABLE and INSERT, for MySQL, MariaDB and `importDump`.
  case sql
  /// An object a line: `{"table":"chats","row":{…}}`.
  case jsonLines = "jsonl"
}

/// What an export wrote.
public struct ExportReport: Hashable, Sendable {
  /// One table's part.
  public struct Table: Hashable, Sendable {
    /// The SQL name.
    public var name: String
    /// Rows that were written.
    public var rows = 0
  }

  /// The tables in the order in which they were written, also those without rows.
  public var tables: [Table] = []
  /// Bytes of text, before it was packed.
  public var bytes = 0

  /// Rows that were written.
  public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}

/// How far an export is.
public struct ExportProgress: Sendable {
  /// Rows that were written.
  public var rowsWritten: Int
  /// Rows there are; `nil` for a workspace, whose rows nobody has counted.
  public var totalRows: Int?
}

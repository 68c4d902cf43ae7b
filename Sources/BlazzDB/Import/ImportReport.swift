public import TableStore

/// What an import did, table by table in the order of the dump.
public struct ImportReport: Hashable, Sendable {
  /// What became of one table's rows.
  public struct Table: Hashable, Sendable {
    /// The table's name in the dump.
    public var name: String
    /// Whether the schema has it; the rows of a table that it lacks are counted and skipped.
    public var isKnown: Bool
    /// Rows in the dump.
    public var rowsRead = 0
    /// Rows that are in the store now and were not before.
    public var rowsStored = 0
    /// Rows that were in the store already, byte for byte.
    public var rowsAlreadyThere = 0
    /// Rows that could not be stored.
    public var rowsRefused = 0
    /// Columns of the dump that the schema lacks: skipped.
    public var unknownColumns: [String] = []
    /// Columns of the schema that the dump lacks: set to their default.
    public var missingColumns: [String] = []
  }

  /// A report of nothing.
  public init() {}

  /// The tables that have rows in the dump.
  public var tables: [Table] = []

  /// Rows that could not be stored.
  public var rowsRefused: Int { tables.reduce(0) { $0 + $1.rowsRefused } }
}

/// A row of a dump that could not be stored.
public struct RefusedRow: Sendable {
  /// The dump.
  public var file: String
  /// The line on which the row begins, from 1; `nil` for a row that was found to refer to nothing at the end.
  public var line: Int?
  /// Why: table, column, value.
  public var error: StoreError

  /// One sentence: file, line, and why.
  public var description: String {
    let key = error.otherKey.map { line == nil ? " (row \($0))" : "" } ?? ""
    return "\(file):\(line.map { "\($0):" } ?? "") \(error)\(key)"
  }
}

/// How far an import is.
public struct ImportProgress: Sendable {
  /// Bytes of the file that were read in this pass over it.
  public var bytesRead: Int
  /// The file's size; `nil` for a pipe.
  public var totalBytes: Int?
  /// The pass, from 0: rows whose tenant is found through other rows come in later ones.
  public var pass: Int
}

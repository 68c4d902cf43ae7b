public import TableStore

/// What an import did, table by table in the order of the dump.
public struct ImportReport: Hashable, Sendable {
  /// What became of one table's rows.
  public struct Table: Hashable, Sendable {
    /// The table's name in the dump.
    public var name: String
    /// The schema's table that the rows go to; `nil` when it lacks the table, whose rows are kept aside.
    public var target: String?
    /// Rows in the dump.
    public var rowsRead = 0
    /// Rows that are in the store now and were not before.
    public var rowsStored = 0
    /// Rows that were in the store already and say the same.
    public var rowsAlreadyThere = 0
    /// Rows that could not be stored.
    public var rowsRefused = 0
    /// Rows of which something was kept aside: all of a table that the schema lacks; otherwise those with values in
    /// columns that it lacks, and those with altered values.
    public var rowsAside = 0
    /// Columns of the dump that the schema lacks: kept aside.
    public var unknownColumns: [String] = []
    /// Columns of the schema that the dump lacks: set to their default or NULL, or counted.
    public var missingColumns: [String] = []
    /// Columns that the dump lacks and that have neither default nor NULL: set to '', 0 or the first of a list.
    public var emptyColumns: [String] = []
    /// Columns of that kind whose values have to differ: set to new UUIDs.
    public var generatedColumns: [String] = []
    /// By column, how many values could not be stored as they came and are kept aside: names that are not on an
    /// enumeration's list, which became NULL or the default, and digits that were rounded away.
    public var alteredValues: [String: Int] = [:]

    /// Whether the schema has the table.
    public var isKnown: Bool { target != nil }
  }

  /// A report of nothing.
  public init() {}

  /// The tables that have rows in the dump.
  public var tables: [Table] = []
  /// The file beside the store that holds the refused rows; `nil` when there is none.
  public var refusedFile: String?
  /// The file beside the store that holds what was kept aside; `nil` when nothing was.
  public var asideFile: String?

  /// Rows that could not be stored.
  public var rowsRefused: Int { tables.reduce(0) { $0 + $1.rowsRefused } }
  /// Rows of which something was kept aside.
  public var rowsAside: Int { tables.reduce(0) { $0 + $1.rowsAside } }
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
  /// Entries of the rows read last that are stored; 0 while rows are read.
  public var storedEntries = 0
  /// How many of these there will be; 0 while rows are read.
  public var entries = 0
}

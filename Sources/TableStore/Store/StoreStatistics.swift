/// What a store's file and tables hold at a moment.
public struct StoreStatistics: Hashable, Sendable {
  /// A table's share.
  public struct Table: Hashable, Sendable {
    /// The SQL name.
    public var name: String
    /// Rows of all tenants, those marked as deleted too.
    public var rows: Int
    /// Bytes of rows with their keys, and of what tells to which tenant each belongs.
    public var rowBytes: Int
    /// The indexes that the store has; our own are left out where the store was made without them.
    public var indexes: [IndexSize]

    /// Bytes of all indexes.
    public var indexBytes: Int { indexes.reduce(0) { $0 + $1.bytes } }
  }

  /// A read under way.
  public struct Reader: Hashable, Sendable {
    /// The number of its process.
    public var process: Int32
    /// The state that it reads: the number of the transaction that committed it.
    public var transaction: UInt64
    /// How many transactions have been committed since.
    public var commitsBehind: UInt64
    /// How long it has lasted, within some milliseconds; `nil` for a read of another process, and for a copy that LMDB
    /// makes: the lock file has no times.
    public var age: Duration?
  }

  /// The file, without symbolic links.
  public var path: String
  /// The length of the file in bytes.
  public var fileBytes: Int
  /// Bytes that the file may grow to.
  public var mapBytes: Int
  /// Bytes of a page.
  public var pageBytes: Int
  /// Pages that were ever in use; the file is so many pages long.
  public var pages: Int
  /// Of these, pages that are free: those that a write may use again, and those that a read may still need.
  public var freePages: Int
  /// The number of the last committed transaction.
  public var lastTransaction: UInt64
  /// Places for readers that are or once were taken since the first process opened the file, over all processes; this
  /// look is one of them.
  public var readers: Int
  /// Places for readers that there are.
  public var maxReaders: Int
  /// The reads under way in all processes, this look left out, oldest state first.
  public var activeReaders: [Reader]
  /// Of `freePages`, those that no write may use again before the oldest of these reads has ended; 0 when there is none.
  public var heldBackPages: Int
  /// The tables that the program knows, in declared order.
  public var tables: [Table]

  /// Pages with something in them.
  public var usedPages: Int { pages - freePages }
  /// Rows of all tables.
  public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
  /// Bytes of all tables' rows.
  public var rowBytes: Int { tables.reduce(0) { $0 + $1.rowBytes } }
  /// Entries of all indexes.
  public var indexEntries: Int { tables.reduce(0) { $0 + $1.indexes.reduce(0) { $0 + $1.entries } } }
  /// Bytes of all indexes.
  public var indexBytes: Int { tables.reduce(0) { $0 + $1.indexBytes } }
}

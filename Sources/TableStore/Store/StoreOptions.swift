/// How a store is opened.
public struct StoreOptions: Sendable {
  /// What a commit waits for. A process that dies loses nothing that it committed, whatever is waited for; these differ in
  /// what a crash of the operating system or a power failure may take.
  public enum Durability: Hashable, Sendable {
    /// Everything is on disk when a write returns: survives a power failure.
    case full
    /// A power failure may undo the last commits, never damage the file.
    case relaxed
    /// A power failure may damage the file: for tests and for loads that can be repeated.
    case none
  }

  /// How writes that wait for each other share a commit.
  ///
  /// All but the first of them keep in memory what they change as it was, so that each can be undone alone: changes of
  /// hundreds of thousands of rows are better made as loads or in parts.
  public struct GroupCommit: Hashable, Sendable {
    /// The most writes that share one commit, with those among them that were undone.
    public var writes = 1_024
    /// A commit takes no further write once so many bytes of keys and values were put.
    public var bytes = 32 << 20
    /// How long a commit waits for as many writes as the last one kept; a lone writer's never does. Only where the disk
    /// is waited for (`Durability.full`).
    public var wait = Duration.microseconds(200)
    /// How many asynchronous writes may wait for their turn; the callers of others are suspended before theirs is taken.
    public var waiting = 4_096

    /// The defaults.
    public init() {}
  }

  /// Which of our own indexes a store is made with; see `TableIndex.own`.
  public enum OwnIndexes: Hashable, Sendable {
    /// All of them.
    case all
    /// None: only SQL's indexes.
    case none
    /// Those with these names.
    case only(Set<String>)
    /// All but those with these names.
    case except(Set<String>)

    func includes(_ name: String) -> Bool {
      switch self {
      case .all: true
      case .none: false
      case .only(let names): names.contains(name)
      case .except(let names): !names.contains(name)
      }
    }
  }

  /// How much of a file is looked through before it is used.
  public enum Checking: Hashable, Sendable {
    /// The meta pages, the file's length and the roots of its trees: damage elsewhere can end the process.
    case roots
    /// Every page, so that no damage ends the process: about a second for a gigabyte that the system has in memory.
    case structure
    /// `structure` for files up to so many bytes, `roots` for others.
    case structureUpTo(bytes: Int)

    var limitBytes: Int {
      switch self {
      case .roots: 0
      case .structure: .max
      case .structureUpTo(let bytes): bytes
      }
    }
  }

  /// Whether writing is refused.
  public var isReadOnly = false
  /// Whether a missing store is made.
  public var createIfMissing = true
  /// What a commit waits for.
  public var durability = Durability.full
  /// How writes that wait for each other share a commit.
  public var groupCommit = GroupCommit()
  /// The most bytes the file may grow to; `nil` sizes it for the disk.
  public var mapSizeBytes: Int?
  /// Which of our own indexes a new store gets; one that is there keeps what it was made with.
  public var ownIndexes = OwnIndexes.all
  /// Our own full-text indexes that the store has, by name: none unless it is said. One that is named for a store with rows
  /// is searched once `Store.buildSearches` has built it.
  public var fulltextIndexes: Set<String> = []
  /// From how long on a query counts as slow, for whoever the store was given to tell; `nil` for never.
  public var slowQueryThreshold: Duration? = .milliseconds(100)
  /// How long a `read` may last; `nil` for as long as it likes. A read that goes on keeps the pages of its state from being
  /// used again, so the file grows under writes.
  ///
  /// What is asked in a read that has lasted longer throws a `StoreError` with code `.readTooLong`; a query that is under way
  /// throws between two rows. The state is let go when the closure returns: a closure cannot be stopped from outside, so
  /// one that asks nothing and does not return is only seen (`StoreStatistics.activeReaders`). Backups, `verify`,
  /// `checkStructure` and loads take as long as they take.
  public var readerLimit: Duration?
  /// How much of the file is looked through first.
  public var checking = Checking.roots
  /// Whether every row that is read is held against its checksum.
  public var verifiesChecksums = true
  /// Whether a file is read into the system's cache in the background, from 0.1 s after opening on, where half of the memory
  /// holds it and what else this process reads so; on Linux. Until it is there, and of larger files, single pages are read as
  /// they are needed.
  public var warmsCache = true
  /// Whether the file is read page by page for as long as it is open; `nil`: by its size
  /// (`EnvironmentOptions.readsPageByPage`).
  package var readsPageByPage: Bool?

  /// The defaults: read and write, made if missing, full durability.
  public init() {}

  /// For looking only: a missing store is an error.
  public static var readOnly: StoreOptions {
    var options = StoreOptions()
    options.isReadOnly = true
    options.createIfMissing = false
    return options
  }
}

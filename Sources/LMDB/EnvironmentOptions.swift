/// How an environment is opened.
package struct EnvironmentOptions: Sendable {
  /// What a commit waits for.
  package enum Durability: Hashable, Sendable {
    /// Data and meta page are on disk when a commit returns.
    case full
    /// Data is on disk; the last commit may be undone by a power failure. The file stays consistent.
    case relaxed
    /// Nothing: a power failure may damage the file. For tests and for loads that can be repeated.
    case none
  }

  /// Whether writing is refused. The lock file beside the file is written all the same.
  package var isReadOnly = false
  /// Whether a missing file is made.
  package var createIfMissing = true
  /// The most bytes the file may grow to, rounded up to pages; only address space is reserved. `nil`: the size of its
  /// disk, between 1 GiB and 16 TiB.
  package var mapSizeBytes: Int?
  /// How long a transaction waits for the others of this process to end, where another process made the file larger than
  /// the map and it has to be mapped anew.
  package var mapPatience = Duration.seconds(5)
  /// The most keyspaces that can be open.
  package var maxKeyspaces = 128
  /// The most read transactions at one time, over all processes. The first process to open the file decides.
  package var maxReaders = 1022
  /// What a commit waits for.
  package var durability = Durability.full
  /// A file up to so many bytes is looked through page by page before it is used: see `Environment.checkStructure`. Of
  /// others only the meta pages, the length and the roots are.
  package var checksStructureUpToBytes = 0
  /// Whether the file is read page by page for as long as it is open, and ahead of walks and writes (`ReadAhead`,
  /// `KeyPrefetch`); on Linux. `nil`: where the file is larger than half of memory.
  package var readsPageByPage: Bool?
  /// How long after opening another file begins to be read into the system's cache in the background (`CacheWarming`), until
  /// when it is read page by page, too; on Linux. `nil`: never.
  package var warmsCacheAfter: Duration?
  /// The rights of a file that is made, less those that the process's mask takes away.
  package var filePermissions: UInt32 = 0o600

  package init() {}

  /// Options that refuse writing and never make a file.
  package static var readOnly: EnvironmentOptions {
    var options = EnvironmentOptions()
    options.isReadOnly = true
    options.createIfMissing = false
    return options
  }
}

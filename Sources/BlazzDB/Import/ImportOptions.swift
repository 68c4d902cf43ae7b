/// How a dump is imported.
public struct ImportOptions: Sendable {
  /// Bytes that an import takes in memory, in the main: half for rows and index entries until they are sorted, half for
  /// the pages that change. Beyond that, sorted runs lie in files beside the store, which end with the import.
  ///
  /// LMDB keeps up to 512 MiB of changed pages in memory, so that less than 1 GiB bounds the first half only.
  public var memoryBytes = 1 << 30

  /// Runs of at least so many rows of one table are loaded; shorter ones are stored row by row.
  var loadedRows = 10_000

  /// The defaults.
  public init() {}
}

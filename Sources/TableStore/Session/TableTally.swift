internal import LMDB

/// What a write keeps in mind about one table until it commits.
///
/// Its properties and those of `TableWriter` are not checked for exclusive access, which costs for every row: one
/// session uses them, and no closure of a user runs while they change.
final class TableTally {
  let table: StoredTable
  /// Entries and bytes of the key spaces.
  @exclusivity(unchecked) var sizes: TableSizes
  /// Whether `sizes` differ from what is stored.
  @exclusivity(unchecked) var isChanged = false
  /// The next AUTO_INCREMENT value; `nil` when it was not asked for.
  @exclusivity(unchecked) var nextKey: UInt64?
  /// Entries of plain indexes that are yet to be put. Nobody sees that they wait: whoever reads the table's indexes, or
  /// takes entries out, has them put first.
  let waiting = KeyBatch()
  /// What is kept in mind about scopes of full-text indexes.
  @exclusivity(unchecked) var searchWorks: [SearchKey: SearchWork] = [:]
  /// Which full-text indexes can be kept up to date, by their ids: others are built from the rows later.
  @exclusivity(unchecked) var readySearches: [UInt8: Bool] = [:]
  /// The buffers for the table's rows.
  lazy var writer = TableWriter(self)

  struct SearchKey: Hashable {
    let index: UInt8
    let scope: Scope
  }

  init(_ table: StoredTable, sizes: TableSizes) {
    self.table = table
    self.sizes = sizes
  }

  /// Counts entries that come, or go where the number is negative.
  func count(_ space: UInt8, entries: Int64, bytes: Int) {
    sizes.count(space, entries: entries, bytes: bytes)
    isChanged = true
  }
}

internal import LMDB

/// What a write keeps in mind about one table until it commits.
final class TableTally {
  let table: StoredTable
  /// Entries and bytes of the key spaces.
  var sizes: TableSizes
  /// Whether `sizes` differ from what is stored.
  var isChanged = false
  /// The next AUTO_INCREMENT value; `nil` when it was not asked for.
  var nextKey: UInt64?
  /// Entries of plain indexes that are yet to be put. Nobody sees that they wait: whoever reads the table's indexes, or
  /// takes entries out, has them put first.
  let waiting = KeyBatch()
  /// The buffers for the table's rows.
  lazy var writer = TableWriter(self)

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

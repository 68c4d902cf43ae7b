public import CLMDB

/// A named, ordered set of entries in an environment: a key of 1…511 bytes, unique and ordered bytewise, with a value
/// of 0…4,080 bytes. Valid for as long as the environment that gave it is open.
@usableFromInline package struct Keyspace: Hashable, Sendable {
  @usableFromInline let index: MDB_dbi

  init(index: MDB_dbi) { self.index = index }
}

/// The size of a keyspace.
package struct KeyspaceStatistics: Hashable, Sendable {
  /// Entries in the keyspace.
  package let entryCount: Int
  /// Levels of the tree; 0 when empty.
  package let depth: Int
  /// Inner pages of the tree.
  package let branchPageCount: Int
  /// Pages that hold entries.
  package let leafPageCount: Int
  /// Pages that hold single long values.
  package let overflowPageCount: Int
  /// All pages together, in bytes.
  package var sizeBytes: Int { (branchPageCount + leafPageCount + overflowPageCount) * Limits.pageBytes }

  init(_ raw: MDB_stat) {
    entryCount = raw.ms_entries
    depth = Int(raw.ms_depth)
    branchPageCount = raw.ms_branch_pages
    leafPageCount = raw.ms_leaf_pages
    overflowPageCount = raw.ms_overflow_pages
  }
}

internal import CLMDB

/// Keys that are about to be looked up or put: has the leaves in which they belong read, those that are not in memory, all at
/// once. The disk answers many questions in the time of one; a key behind the other would wait for each.
///
/// The leaves are those of the last committed state. A writer that changes a leaf copies it from there.
package final class KeyPrefetch {
  /// One key on its way down from a root: where it lies in `bytes`, and its first 16 bytes as a number.
  private struct Search {
    let keyspace: Keyspace
    let head: UInt128
    let start: Int
    let count: Int
    var page: UInt64 = 0
    /// Branches above the leaf, this page among them; -1 at the end.
    var levelsLeft = -1
  }

  private let environment: Environment
  private let bytes = ByteBuffer(capacity: 1 << 10)
  @exclusivity(unchecked) private var searches: [Search] = []

  package init(_ environment: Environment) { self.environment = environment }

  /// Adds a key that is not empty.
  package func add(_ key: RawSpan, in keyspace: Keyspace) {
    let start = bytes.count
    bytes.append(key)
    let head = KeyOrder.head(bytes.base + start, key.byteCount)
    searches.append(Search(keyspace: keyspace, head: head, start: start, count: key.byteCount))
  }

  /// Begins to have the leaves of all keys read, and forgets the keys. Where no read transaction can be had, nothing is read.
  ///
  /// - Returns: how many pages were not in memory.
  package func run() -> Int {
    defer {
      searches.removeAll(keepingCapacity: true)
      bytes.removeAll()
    }
    guard !searches.isEmpty, let transaction = try? environment.beginRead(), let pages = begin(transaction) else {
      return 0
    }
    var missing = 0
    // Neighbors go through the same pages.
    searches.sort { ($0.keyspace.index, $0.head) < ($1.keyspace.index, $1.head) }
    repeat { missing += ask(pages) } while descend(pages)
    _ = consume transaction
    return missing
  }

  /// Sends all searches to the roots of their trees.
  private func begin(_ transaction: borrowing ReadTransaction) -> MappedPages? {
    guard let information = try? environment.information() else { return nil }
    let fileBytes = min(information.fileBytes, information.mapSizeBytes)
    var pages: MappedPages?
    var trees: [Keyspace: TreeRecord] = [:]
    for place in searches.indices {
      let keyspace = searches[place].keyspace
      if trees[keyspace] == nil {
        guard let name = environment.name(of: keyspace),
          // 1 is the unnamed tree, whose entries are the keyspaces' records.
          let record = try? transaction.get(name.utf8.span.bytes, in: Keyspace(index: 1)),
          record.byteCount == TreeRecord.byteCount
        else { continue }
        trees[keyspace] = TreeRecord(record.withUnsafeBytes { Array($0) }, at: 0)
        pages = pages ?? MappedPages(around: record, fileBytes: fileBytes)
      }
      guard let tree = trees[keyspace], !tree.isEmpty, tree.depth <= TreeRecord.maxDepth else { continue }
      (searches[place].page, searches[place].levelsLeft) = (tree.root, Int(tree.depth) - 1)
    }
    return pages
  }

  /// Asks for the pages that searches have come to. Few lie higher than the lowest branches; they are nearly always in memory.
  private func ask(_ pages: MappedPages) -> Int {
    var (missing, last) = (0, UInt64.max)
    for search in searches where (0...1).contains(search.levelsLeft) && search.page != last {
      last = search.page
      guard let address = pages.address(of: last), !Posix.isInMemory(address) else { continue }
      Posix.willNeed(at: address, byteCount: Limits.pageBytes)
      missing += 1
    }
    return missing
  }

  /// Goes one level down; `false` when all are at their leaves.
  private func descend(_ pages: MappedPages) -> Bool {
    var isUnderWay = false
    for place in searches.indices where searches[place].levelsLeft >= 0 {
      let search = searches[place]
      let key = UnsafeRawBufferPointer(start: bytes.base + search.start, count: search.count)
      if search.levelsLeft > 0, let child = pages[search.page]?.child(of: search.page, for: key) {
        (searches[place].page, searches[place].levelsLeft) = (child, search.levelsLeft - 1)
        isUnderWay = true
      } else {
        searches[place].levelsLeft = -1
      }
    }
    return isUnderWay
  }
}

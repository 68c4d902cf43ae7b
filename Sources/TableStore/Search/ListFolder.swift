internal import LMDB

/// Brings changes into the lists of one scope, each block once. What it works in is kept from block to block.
final class ListFolder {
  private let session: WriteSession
  private let tally: TableTally
  private let work: SearchWork
  private let changes: SearchChanges
  private let keyspace: Keyspace
  /// The list at hand: its prefix, and the end of its keys.
  private var lists = KeyRange(prefix: [])
  /// The block at hand; without a key there is none, and all changes become new blocks.
  private var key: [UInt8] = []
  private var block: [UInt8] = []
  /// Whether the block that is written now has the key of the one at hand.
  private var isKept = false
  private var target: [UInt8] = []

  init(_ session: WriteSession, _ work: SearchWork, _ tally: TableTally, _ changes: SearchChanges) throws {
    (self.session, self.work, self.tally, self.changes) = (session, work, tally, changes)
    keyspace = try tally.table.requireKeyspace()
  }

  /// Brings in the changes of one list.
  func fold(_ range: Range<Int>, _ list: SearchLayout.List) throws {
    let reader = SearchReader(session, tally.table, work.index, work.scope, list, SearchBudget(.max))
    lists = reader.range
    var writer = BlockWriter(hasCounts: reader.hasCounts) { [unowned self] in try put($0, $1, $2) }
    var next = range.lowerBound
    while next < range.upperBound {
      let end = try find(next, range.upperBound, reader)
      if !key.isEmpty { tally.count(work.index.id, entries: -1, bytes: -key.count - block.count) }
      isKept = false
      guard try BlockMerger(changes, next..<end, block, list).merge(into: &writer) else { throw reader.damaged }
      if !isKept && !key.isEmpty {
        let key = self.key
        _ = try session.change { raw throws(LMDBError) in try raw.delete(key.span.bytes, in: keyspace) }
      }
      next = end
    }
  }

  /// Finds the block that a change belongs to; gives the end of the changes that belong there.
  private func find(_ first: Int, _ last: Int, _ reader: SearchReader) throws -> Int {
    key.removeAll(keepingCapacity: true)
    block.removeAll(keepingCapacity: true)
    changes.fill(&target, lists.lower, first)
    var end = last
    try reader.blocks(from: target) { found, bytes in
      if key.isEmpty {
        found.withUnsafeBytes { key.append(contentsOf: $0) }
        block.append(contentsOf: bytes)
        return true
      }
      end = first + 1
      while end < last {
        changes.fill(&target, lists.lower, end)
        if target.span.bytes.compare(found) >= 0 { break }
        end += 1
      }
      return false
    }
    return end
  }

  private func put(_ term: [UInt8], _ row: UInt64, _ bytes: [UInt8]) throws {
    target.removeAll(keepingCapacity: true)
    target.append(contentsOf: lists.lower)
    target.append(blockOf: term[...], row: row)
    let target = self.target
    if target == key { isKept = true }
    _ = try session.change { raw throws(LMDBError) in
      try raw.put(bytes.span.bytes, for: target.span.bytes, in: keyspace)
    }
    tally.count(work.index.id, entries: 1, bytes: target.count + bytes.count)
  }
}

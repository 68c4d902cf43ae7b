internal import HeapModule
internal import LMDB

extension Session {
  /// Visits the rows of an index that keeps tenants apart as if it did not: merges their stretches in order.
  final func scanMerging(
    _ table: StoredTable, _ index: IndexLayout, _ request: ScanRequest, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    let descending = request.direction == .descending
    let ranges = try scopes(of: table).map { try request.range(index, table.schema, scope: $0) }
    var heap = Heap<MergedEntry>()
    for (stretch, range) in ranges.enumerated() {
      if let entry = try firstEntry(table, index, range, stretch, descending) { heap.insert(entry) }
    }
    var group = SettlingGroup(table, index, .everything, request)
    while let next = descending ? heap.popMax() : heap.popMin() {
      var range = ranges[next.stretch]
      if descending { range.upper = next.key } else { range.lower = next.key + [0] }
      if let following = try firstEntry(table, index, range, next.stretch, descending) { heap.insert(following) }
      let exact = index.hasText ? try index.exactEnd(of: next.key.span.bytes) : nil
      let exactBytes = exact.map { $0 - next.entry.suffixStart } ?? next.entry.suffix.count
      if group.takes(next.entry, exactBytes + next.entry.suffixStart) { continue }
      guard try visitGroup(&group, visit) else { return }
      group.start(with: next.entry, exactBytes + next.entry.suffixStart)
    }
    _ = try visitGroup(&group, visit)
  }

  /// The scopes that have rows in a table, in order: one seek each.
  final func scopes(of table: StoredTable) throws -> [Scope] {
    guard table.schema.isScoped else { return [.global] }
    var found: [Scope] = []
    var lower: [UInt8] = [KeySpace.rows]
    while true {
      var last: [UInt8]?
      try walk(table.requireKeyspace(), KeyRange(lower: lower, upper: [KeySpace.rows + 1])) { key, _ in
        let (scope, offset) = try self.scope(of: key, table)
        found.append(scope)
        last = key.extracting(first: offset).withUnsafeBytes { Array($0) }
        return false
      }
      guard let last else { return found }
      lower = KeyRange.successor(of: last)
    }
  }

  private final func firstEntry(
    _ table: StoredTable, _ index: IndexLayout, _ range: KeyRange, _ stretch: Int, _ descending: Bool
  ) throws -> MergedEntry? {
    var first: MergedEntry?
    try walk(table.requireKeyspace(), range, descending: descending) { key, value in
      first = MergedEntry(
        entry: try entry(key, value, table, index), key: key.withUnsafeBytes { Array($0) }, stretch: stretch)
      return false
    }
    return first
  }
}

/// The next entry of one tenant's stretch.
private struct MergedEntry: Comparable {
  var entry: IndexEntry
  /// The whole key.
  var key: [UInt8]
  /// Which stretch it came from.
  var stretch: Int

  static func < (left: MergedEntry, right: MergedEntry) -> Bool {
    let order = left.entry.suffix.span.bytes.compare(right.entry.suffix.span.bytes)
    return order != 0 ? order < 0 : left.stretch < right.stretch
  }
}

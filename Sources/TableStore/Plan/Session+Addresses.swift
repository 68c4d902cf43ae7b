internal import HeapModule
internal import LMDB

/// Plans whose rows are known before any is fetched: unions and intersections.
extension Session {
  /// The rows of a union or an intersection, each once, by tenant and primary key.
  final func addresses(_ plan: Plan) throws -> [RowAddress] {
    switch plan.access {
    case .nothing: return []
    case .union(let plans):
      var found: Set<RowAddress> = []
      for plan in plans { try forEachAddress(plan) { found.insert($0) } }
      return sorted(found)
    case .intersection(let plans):
      guard let first = plans.first else { return [] }
      var found: Set<RowAddress> = []
      try forEachAddress(first) { found.insert($0) }
      for plan in plans.dropFirst() {
        var kept: Set<RowAddress> = []
        try forEachAddress(plan) { if found.contains($0) { kept.insert($0) } }
        found = kept
      }
      return sorted(found)
    case .path:
      var found: [RowAddress] = []
      try forEachAddress(plan) { found.append($0) }
      return found
    }
  }

  private final func sorted(_ addresses: Set<RowAddress>) -> [RowAddress] {
    addresses.sorted { left, right in
      let (first, second) = (left.scope.tenant ?? 0, right.scope.tenant ?? 0)
      return first != second ? first < second : left.element.span.bytes.compare(right.element.span.bytes) < 0
    }
  }

  /// Visits the addresses of the rows that a plan finds, in any order; rows are fetched only where something is rechecked.
  private final func forEachAddress(_ plan: Plan, _ body: (RowAddress) throws -> Void) throws {
    guard case .path(let path) = plan.access, plan.recheck.program == nil, plan.recheck.deletedBit == nil else {
      return try rows(plan) { row in
        try body(try address(of: row, plan.table))
        return true
      }
    }
    try settleIndexes(plan.table)
    try walk(path, plan) { _, _, scope, element in
      try body(RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) }))
      return true
    }
  }
}

// MARK: Merging

extension Session {
  /// Visits the rows of several stretches merged by what follows their leading parts, as one order.
  final func mergedRows(
    _ path: AccessPath, _ plan: Plan, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    guard case .merged(let parts) = path.sequence, let index = path.index else {
      preconditionFailure("only stretches of an index are merged")
    }
    var streams = path.ranges.map { MergedStream(range: $0) }
    var heap = Heap<MergedEntry>()
    for stream in streams.indices {
      if let entry = try next(&streams[stream], stream, path, plan, index, parts) { heap.insert(entry) }
    }
    var group = SettlingGroup(plan)
    while let first = path.isDescending ? heap.popMax() : heap.popMin() {
      if let entry = try next(&streams[first.stream], first.stream, path, plan, index, parts) { heap.insert(entry) }
      if let exact = first.entry.exactBytes {
        if group.takes(first.entry, exact) { continue }
        guard try settle(&group, visit) else { return }
        group.start(with: first.entry, exact)
        continue
      }
      guard try settle(&group, visit) else { return }
      guard try row(at: first.entry.address, plan, visit) else { return }
    }
    _ = try settle(&group, visit)
  }

  /// The next entry of a stretch; they are read some at a time, more each time.
  private final func next(
    _ stream: inout MergedStream, _ number: Int, _ path: AccessPath, _ plan: Plan, _ index: IndexLayout, _ parts: Int
  ) throws -> MergedEntry? {
    if stream.entries.isEmpty && !stream.isAtEnd {
      var part = path
      part.ranges = [stream.range]
      part.sequence = .inTurn
      let settles = index.hasText || !plan.table.schema.hasIntegerKey
      var last: [UInt8]?
      var found: [MergedEntry] = []
      try walk(part, plan) { key, _, scope, element in
        let start = try index.scan(key, columns: parts)
        let exact = settles ? try path.exactEnd(of: key, plan.table.schema, from: parts) : nil
        let address = RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) })
        var suffix = key.extracting(droppingFirst: start).withUnsafeBytes { Array($0) }
        if index.isUnique { suffix += address.element }
        found.append(
          MergedEntry(
            entry: SettlingEntry(suffix: suffix, exactBytes: exact.map { max(0, $0 - start) }, address: address),
            stream: number))
        last = key.withUnsafeBytes { Array($0) }
        return found.count < stream.size
      }
      stream.isAtEnd = found.count < stream.size
      stream.size = min(stream.size * 2, 64)
      if let last {
        if path.isDescending { stream.range.upper = last } else { stream.range.lower = last + [0] }
      }
      stream.entries = found.reversed()
    }
    return stream.entries.popLast()
  }
}

/// A stretch that is read some entries at a time, so that no cursor stays open.
private struct MergedStream {
  var range: KeyRange
  /// The entries that were read, the next one last.
  var entries: [MergedEntry] = []
  /// How many are read next.
  var size = 1
  var isAtEnd = false

  init(range: KeyRange) { self.range = range }
}

/// The next entry of one stretch.
private struct MergedEntry: Comparable {
  var entry: SettlingEntry
  var stream: Int

  static func == (left: MergedEntry, right: MergedEntry) -> Bool {
    left.entry.suffix == right.entry.suffix && left.stream == right.stream
  }

  static func < (left: MergedEntry, right: MergedEntry) -> Bool {
    let order = left.entry.suffix.span.bytes.compare(right.entry.suffix.span.bytes)
    return order != 0 ? order < 0 : left.stream < right.stream
  }
}

internal import LMDB

extension Session {
  /// Walks a path's stretches one behind the other: entries of an index, of the locator, or rows. `visit` is lent the
  /// entry's key and value, whose row it is, and the row's primary key; it says whether the walk goes on. An entry
  /// whose value says whose it is may be another tenant's, and is passed over.
  @inline(__always)
  final func walk(
    _ path: AccessPath, _ plan: Plan,
    _ visit: (_ key: RawSpan, _ value: RawSpan, _ scope: Scope, _ element: RawSpan) throws -> Bool
  ) throws {
    let table = plan.table
    switch path.source {
    case .rows:
      try walkEntries(path, table, prefetches: true) { key, value in
        let (scope, offset) = try scope(of: key, table)
        return try visit(key, value, scope, key.extracting(droppingFirst: offset))
      }
    case .locator:
      try walkEntries(path, table) { key, value in
        let (scope, _) = try holder(in: value, table)
        return try visit(key, value, scope, key.extracting(droppingFirst: 1))
      }
    case .index(let index) where index.hasHolder:
      try walkEntries(path, table) { key, value in
        let (scope, offset) = try holder(in: value, table)
        guard plan.reach.includes(scope) else { return true }
        return try visit(key, value, scope, value.extracting(droppingFirst: offset))
      }
    case .index(let index):
      let columns = index.parts.count
      try walkEntries(path, table) { key, value in
        let scope = index.hasScope ? try scopeBehindIndex(key, plan) : .global
        let start = try index.scan(key, columns: columns)
        return try visit(key, value, scope, key.extracting(droppingFirst: start))
      }
    }
  }

  @inline(__always)
  private final func walkEntries(
    _ path: AccessPath, _ table: StoredTable, prefetches: Bool = false,
    _ visit: (_ key: RawSpan, _ value: RawSpan) throws -> Bool
  ) throws {
    let isDescending = path.isDescending
    try requireTime()
    try transaction.withCursor(in: table.requireKeyspace()) { cursor in
      for range in isDescending ? path.ranges.reversed() : path.ranges {
        var isFound =
          isDescending
          ? try cursor.seek(toLastBefore: range.upper.span.bytes)
          : try cursor.seek(toFirstAtOrAfter: range.lower.span.bytes)
        let bound = isDescending ? range.lower : range.upper
        while isFound {
          let key = cursor.key
          let order = key.compare(bound.span.bytes)
          guard isDescending ? order >= 0 : order < 0 else { break }
          if prefetches { cursor.prefetch(isDescending ? .previous : .next) }
          tally.examined &+= 1
          if tally.examined & (Self.entriesPerLook - 1) == 0 { try requireTime() }
          guard try visit(key, cursor.value) else { return }
          isFound = isDescending ? try cursor.previous() : try cursor.next()
        }
      }
    }
  }

  /// The scope in an entry's key; a tenant's walk knows it.
  @inline(__always)
  final func scopeBehindIndex(_ key: RawSpan, _ plan: Plan) throws(StoreError) -> Scope {
    if case .tenant(let tenant) = plan.reach { return .tenant(tenant) }
    var scanner = KeyScanner(at: 1)
    return try scanner.scope(in: key)
  }

  /// The entries of a stretch, counted up to a bound.
  final func countEntries(_ table: StoredTable, _ range: KeyRange, atMost limit: Int) throws -> Int {
    try settleIndexes(table)
    var count = 0
    try walk(table.requireKeyspace(), range) { _, _ in
      count += 1
      return count < limit
    }
    return count
  }

  /// The elements that an index's first column has, found by seeking from one to the next; `nil` when there are more than
  /// `limit`, or when text was cut.
  final func leadingValues(
    of index: IndexLayout, _ table: StoredTable, scopes: [Scope], atMost limit: Int
  ) throws -> [[UInt8]]? {
    try settleIndexes(table)
    guard scopes.count <= 4 else { return nil }
    var found: Set<[UInt8]> = []
    let prefix = ByteBuffer(capacity: 32)
    for scope in scopes {
      index.beginKey(prefix, scope: scope)
      let start = prefix.array
      var lower = start
      let upper = KeyRange.successor(of: start)
      while true {
        var last: [UInt8]?
        try walk(table.requireKeyspace(), KeyRange(lower: lower, upper: upper)) { key, _ in
          var scanner = KeyScanner(at: start.count)
          try scanner.skip(isText: index.parts[0].isText, in: key)
          last = key.extracting(first: scanner.offset).withUnsafeBytes { Array($0) }
          return false
        }
        guard let last else { break }
        if index.parts[0].isText, last.count - start.count > index.exactTextBytes { return nil }
        found.insert(Array(last[start.count...]))
        guard found.count <= limit else { return nil }
        lower = KeyRange.successor(of: last)
      }
    }
    return found.sorted { $0.span.bytes.compare($1.span.bytes) < 0 }
  }
}

internal import HeapModule
internal import LMDB

/// An index entry taken out of the file: its key without key space and scope, and the row that it points to.
private struct IndexEntry: Comparable {
  /// Columns and primary key, as in the key.
  var suffix: [UInt8]
  var address: RowAddress
  /// Which stretch it came from.
  var stretch: Int

  static func < (left: IndexEntry, right: IndexEntry) -> Bool {
    let order = left.suffix.span.bytes.compare(right.suffix.span.bytes)
    return order != 0 ? order < 0 : left.stretch < right.stretch
  }
}

/// Reads that an index's bytes alone cannot order: those that merge the stretches of several tenants, and those over
/// text that is indexed by a prefix or was cut. Where keys agree as far as they are exact, the rows decide.
extension Session {
  final func scanSettling(
    _ table: StoredTable, _ index: IndexLayout, _ reach: Reach, _ request: ScanRequest,
    _ visit: (inout RowReader) throws -> Bool
  ) throws {
    let descending = request.direction == .descending
    let ranges = try scopes(table, index, reach, request).map { try request.range(index, table.schema, scope: $0) }
    var heap = Heap<IndexEntry>()
    for (stretch, range) in ranges.enumerated() {
      if let entry = try firstEntry(table, index, range, stretch, descending) { heap.insert(entry) }
    }
    func next() throws -> IndexEntry? {
      guard let entry = descending ? heap.popMax() : heap.popMin() else { return nil }
      var range = ranges[entry.stretch]
      let key = Array(range.lower.prefix(index.suffixStart(range.lower))) + entry.suffix
      if descending { range.upper = key } else { range.lower = key + [0] }
      if let following = try firstEntry(table, index, range, entry.stretch, descending) { heap.insert(following) }
      return entry
    }
    var pending = try next()
    while let first = pending {
      var group = [first]
      let exact = try index.exactBytes(of: first.suffix)
      pending = try next()
      while let exact, let other = pending, other.suffix.starts(with: first.suffix[..<exact]) {
        group.append(other)
        pending = try next()
      }
      if group.count > 1 { try settle(&group, table, index, descending) }
      for entry in group where try admits(entry, table, reach, request, index) {
        let goesOn = try visitRow(table, entry.address.scope, element: entry.address.element.span.bytes, visit)
        guard goesOn else { return }
      }
    }
  }

  /// The scopes whose stretches a read merges; one for an index without scope in its keys.
  private final func scopes(
    _ table: StoredTable, _ index: IndexLayout, _ reach: Reach, _ request: ScanRequest
  ) throws -> [Scope] {
    guard index.hasScope else { return [.global] }
    if let asked = request.askedScope { return [asked] }
    if case .tenant(let tenant) = reach { return [.tenant(tenant)] }
    return try scopes(of: table)
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
  ) throws -> IndexEntry? {
    var entry: IndexEntry?
    try walk(table.requireKeyspace(), range, descending: descending) { key, value in
      var scanner = KeyScanner(at: 1)
      var scope: Scope = index.hasScope ? try scanner.scope(in: key) : .global
      let suffix = key.extracting(droppingFirst: scanner.offset)
      var element = key.extracting(droppingFirst: try index.scan(key, columns: index.parts.count))
      if index.isUnique {
        let (holder, offset) = try self.holder(in: value, table)
        scope = holder
        element = value.extracting(droppingFirst: offset)
      }
      entry = IndexEntry(
        suffix: suffix.withUnsafeBytes { Array($0) },
        address: RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) }), stretch: stretch)
      return false
    }
    return entry
  }

  /// Orders entries by what their rows hold.
  private final func settle(
    _ group: inout [IndexEntry], _ table: StoredTable, _ index: IndexLayout, _ descending: Bool
  ) throws {
    var keyed: [(key: [UInt8], entry: IndexEntry)] = []
    for entry in group {
      var key: [UInt8] = []
      _ = try visitRow(table, entry.address.scope, element: entry.address.element.span.bytes) { row in
        key = try row.sortKey(index.parts.map { ($0.column, Direction.ascending) })
        return true
      }
      keyed.append((key + entry.address.element, entry))
    }
    keyed.sort { left, right in
      let order = left.key.span.bytes.compare(right.key.span.bytes)
      return descending ? order > 0 : order < 0
    }
    group = keyed.map(\.entry)
  }

  /// Whether the row of an entry is within reach and equals what was asked where the key alone does not tell.
  private final func admits(
    _ entry: IndexEntry, _ table: StoredTable, _ reach: Reach, _ request: ScanRequest, _ index: IndexLayout
  ) throws -> Bool {
    if case .tenant(let tenant) = reach, table.schema.isScoped, entry.address.scope != .tenant(tenant) { return false }
    var isAdmitted = true
    let values = zip(index.parts, request.equal).filter { $0.0.isText }
    let bounded = request.equal.count < index.parts.count ? index.parts[request.equal.count] : nil
    guard !values.isEmpty || bounded?.isText == true else { return true }
    _ = try visitRow(table, entry.address.scope, element: entry.address.element.span.bytes) { row in
      func compare(_ column: Int, _ value: SQLValue) throws -> Int {
        let stored = try row.sortKey([(column, .ascending)])
        let asked = try value.sortKey(table.schema.columns[column])
        return stored.span.bytes.compare(asked.span.bytes)
      }
      for (part, value) in values where try compare(part.column, value) != 0 { isAdmitted = false }
      if let bounded {
        if let lower = request.lower, try compare(bounded.column, lower) < 0 { isAdmitted = false }
        if let upper = request.upper, try compare(bounded.column, upper) > 0 { isAdmitted = false }
      }
      return true
    }
    return isAdmitted
  }
}

extension IndexLayout {
  /// Whether keys alone say how rows are ordered: no text among the columns.
  var isExact: Bool { !parts.contains(where: \.isText) }

  /// Where the columns begin in a key.
  fileprivate func suffixStart(_ key: [UInt8]) -> Int {
    guard hasScope else { return 1 }
    var scanner = KeyScanner(at: 1)
    return (try? scanner.integer(in: key.span.bytes)).map { _ in scanner.offset } ?? 1
  }

  /// How many bytes of an entry can be trusted to order it; `nil` for all.
  fileprivate func exactBytes(of suffix: [UInt8]) throws(StoreError) -> Int? {
    var scanner = KeyScanner(at: 0)
    for part in parts {
      let start = scanner.offset
      try scanner.skip(isText: part.isText, in: suffix.span.bytes)
      guard part.isText else { continue }
      if part.prefix != nil { return scanner.offset }
      if scanner.offset - start > exactTextBytes { return start + exactTextBytes }
    }
    return nil
  }
}

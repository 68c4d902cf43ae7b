internal import LMDB

/// Where a row is, kept beyond the scan that found it.
struct RowAddress: Hashable, Sendable {
  var scope: Scope
  /// The primary key as an element.
  var element: [UInt8]
}

extension StoredTable {
  /// The number in an integer primary key's element; 0 for a text key.
  func integer(_ element: RawSpan) throws(StoreError) -> UInt64 {
    guard schema.hasIntegerKey else { return 0 }
    var scanner = KeyScanner(at: 0)
    return try scanner.id(in: element)
  }

  /// The prefix of the rows that a reach covers.
  func rowPrefix(_ reach: Reach) -> [UInt8] {
    let prefix = ByteBuffer(capacity: 16)
    prefix.append(KeySpace.rows)
    if schema.isScoped, case .tenant(let tenant) = reach { prefix.appendKey(tenant) }
    return prefix.array
  }
}

extension Session {
  /// Visits the rows that a request covers, in its order, until `visit` returns `false`.
  final func scan(
    _ table: StoredTable, _ reach: Reach, _ request: ScanRequest, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    requireOpen()
    var left = request.limit
    guard left > 0 else { return }
    let deletedBit = request.includesDeleted ? nil : table.schema.softDeleteBit
    // A literal, not a nested function: what a function captures is boxed and checked for exclusive access, row by row.
    try scanAll(table, reach, request) { row in
      if let deletedBit, !row.isNull(deletedBit) { return true }
      left -= 1
      return try visit(&row) && left > 0
    }
  }

  /// Visits the rows that a request covers, whatever its limit, and also those that are marked as deleted.
  private final func scanAll(
    _ table: StoredTable, _ reach: Reach, _ request: ScanRequest, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    guard let index = request.index else {
      return try scanPrimaryKey(table, reach, descending: request.direction == .descending, visit)
    }
    try settleIndexes(table)
    if case .tenant(let tenant) = reach, let scope = request.scope, scope != .tenant(tenant) { return }
    if index.isUnique, let key = try request.uniqueKey(index, table.schema) {
      try visitHolder(of: key, table, index, reach, request, visit)
    } else if index.hasScope && reach == .everything && request.scope == nil {
      try scanMerging(table, index, request, visit)
    } else {
      try scanStretch(table, index, reach, request, visit)
    }
  }

  /// Visits rows with their addresses in the order in which they are stored: scope by scope.
  final func scanRows(
    _ table: StoredTable, _ reach: Reach, descending: Bool = false,
    _ visit: (inout RowReader, RowAddress) throws -> Bool
  ) throws {
    let range = KeyRange(prefix: table.rowPrefix(reach))
    try walk(table.requireKeyspace(), range, descending: descending) { key, value in
      let (scope, offset) = try self.scope(of: key, table)
      let element = key.extracting(droppingFirst: offset)
      return try withRow(value, key: key, table, scope: scope, integer: table.integer(element)) { row in
        try visit(&row, RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) }))
      }
    }
  }

  private final func scanPrimaryKey(
    _ table: StoredTable, _ reach: Reach, descending: Bool, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    let keyspace = try table.requireKeyspace()
    guard table.schema.isScoped, reach == .everything else {
      let range = KeyRange(prefix: table.rowPrefix(reach))
      return try walk(keyspace, range, descending: descending) { key, value in
        let (scope, offset) = try self.scope(of: key, table)
        let integer = try table.integer(key.extracting(droppingFirst: offset))
        return try withRow(value, key: key, table, scope: scope, integer: integer, visit)
      }
    }
    // Rows lie tenant by tenant; the locator has all of them in the key's order.
    try walk(keyspace, KeyRange(prefix: [KeySpace.locator]), descending: descending) { key, value in
      var scanner = KeyScanner(at: 0)
      let scope = try scanner.scope(in: value)
      return try visitRow(table, scope, element: key.extracting(droppingFirst: 1), visit)
    }
  }

  /// Visits the rows of an index in one stretch of it.
  private final func scanStretch(
    _ table: StoredTable, _ index: IndexLayout, _ reach: Reach, _ request: ScanRequest,
    _ visit: (inout RowReader) throws -> Bool
  ) throws {
    let reached: Scope = if case .tenant(let tenant) = reach, table.schema.isScoped { .tenant(tenant) } else { .global }
    let scope = request.scope ?? reached
    let range = try request.range(index, table.schema, scope: scope)
    guard !index.hasText && !index.isUnique else {
      return try scanTextStretch(table, index, range, SettlingGroup(table, index, reach, request), visit)
    }
    let descending = request.direction == .descending
    let bound = descending ? range.lower : range.upper
    try transaction.withCursors(in: table.requireKeyspace()) { entries, rows in
      var isFound =
        descending
        ? try entries.seek(toLastBefore: range.upper.span.bytes)
        : try entries.seek(toFirstAtOrAfter: range.lower.span.bytes)
      while isFound {
        let order = entries.key.compare(bound.span.bytes)
        guard descending ? order >= 0 : order < 0 else { return }
        let element = entries.key.extracting(droppingFirst: try index.scan(entries.key, columns: index.parts.count))
        makeRowKey(scope, element: element)
        guard try rows.seek(exactly: keyBuffer.bytes, trying: descending ? .previous : .next) else {
          throw StoreError.missingRow(table.schema)
        }
        let integer = try table.integer(element)
        let goesOn = try withRow(
          rows.value, key: keyBuffer.bytes, table, scope: scope, integer: integer, visit)
        guard goesOn else { return }
        isFound = descending ? try entries.previous() : try entries.next()
      }
    }
  }

  /// Visits the rows of an index whose keys may not say all about the order, or whose values say whose the rows are.
  private final func scanTextStretch(
    _ table: StoredTable, _ index: IndexLayout, _ range: KeyRange, _ empty: SettlingGroup,
    _ visit: (inout RowReader) throws -> Bool
  ) throws {
    var group = empty
    let keyspace = try table.requireKeyspace()
    try walk(keyspace, range, descending: group.request.direction == .descending) { key, value in
      // Text may be cut, or indexed by a prefix: such entries are settled together with their like.
      if let exact = try index.exactEnd(of: key) {
        let entry = try entry(key, value, table, index)
        if group.takes(entry, exact) { return true }
        guard try visitGroup(&group, visit) else { return false }
        group.start(with: entry, exact)
        return true
      }
      guard group.isEmpty ? true : try visitGroup(&group, visit) else { return false }
      let (scope, offset) = index.isUnique ? try holder(in: value, table) : try self.scope(of: key, table)
      if case .tenant(let tenant) = group.reach, table.schema.isScoped, scope != .tenant(tenant) { return true }
      guard index.isUnique else {
        let start = try index.scan(key, columns: index.parts.count)
        return try visitRow(table, scope, element: key.extracting(droppingFirst: start), visit)
      }
      return try visitRow(table, scope, element: value.extracting(droppingFirst: offset), visit)
    }
    _ = try visitGroup(&group, visit)
  }

  /// Visits the one row that can have these values in a unique index.
  private final func visitHolder(
    of key: ByteBuffer, _ table: StoredTable, _ index: IndexLayout, _ reach: Reach, _ request: ScanRequest,
    _ visit: (inout RowReader) throws -> Bool
  ) throws {
    guard let value = try transaction.get(key.bytes, in: table.requireKeyspace()) else { return }
    if index.hasText, try index.exactEnd(of: key.bytes) != nil {
      var group = SettlingGroup(table, index, reach, request)
      group.start(with: try entry(key.bytes, value, table, index), 0)
      _ = try visitGroup(&group, visit)
      return
    }
    let (holder, offset) = try self.holder(in: value, table)
    if case .tenant(let tenant) = reach, table.schema.isScoped, holder != .tenant(tenant) { return }
    _ = try visitRow(table, holder, element: value.extracting(droppingFirst: offset), visit)
  }

  /// Visits the row that an index entry points to.
  @inline(__always)
  final func visitRow(
    _ table: StoredTable, _ scope: Scope, element: RawSpan, _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool {
    makeRowKey(scope, element: element)
    let result = try withRow(table, scope: scope, integer: table.integer(element), visit)
    guard let result else {
      throw StoreError.missingRow(table.schema)
    }
    return result
  }

  /// The scope in a row's key, and where the primary key begins.
  final func scope(of key: RawSpan, _ table: StoredTable) throws(StoreError) -> (Scope, offset: Int) {
    guard table.schema.isScoped else { return (.global, 1) }
    var scanner = KeyScanner(at: 1)
    return (try scanner.scope(in: key), scanner.offset)
  }

  /// The scope in a unique index's value, and where the primary key begins.
  final func holder(in value: RawSpan, _ table: StoredTable) throws(StoreError) -> (Scope, offset: Int) {
    guard table.schema.isScoped else { return (.global, 0) }
    var scanner = KeyScanner(at: 0)
    return (try scanner.scope(in: value), scanner.offset)
  }
}

extension StoreError {
  static func missingRow(_ schema: TableSchema) -> StoreError {
    StoreError(.damaged, "an index entry has no row; run blazz verify", table: schema.name)
  }
}

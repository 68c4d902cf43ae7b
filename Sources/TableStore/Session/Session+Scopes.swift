internal import LMDB

extension TableSchema {
  /// The number in an integer primary key's element; 0 for a text key.
  @inline(__always)
  func integer(_ element: RawSpan) throws(StoreError) -> UInt64 {
    guard hasIntegerKey else { return 0 }
    var scanner = KeyScanner(at: 0)
    return try scanner.id(in: element)
  }
}

extension StoredTable {
  /// The prefix of the rows that a reach covers.
  func rowPrefix(_ reach: Reach) -> [UInt8] {
    let prefix = ByteBuffer(capacity: 16)
    prefix.append(KeySpace.rows)
    if schema.isScoped, case .tenant(let tenant) = reach { prefix.appendKey(tenant) }
    return prefix.array
  }
}

extension Session {
  /// Visits rows with their addresses in the order in which they are stored: scope by scope.
  final func scanRows(
    _ table: StoredTable, _ reach: Reach, descending: Bool = false,
    _ visit: (inout RowReader, RowAddress) throws -> Bool
  ) throws {
    let range = KeyRange(prefix: table.rowPrefix(reach))
    try walk(table.requireKeyspace(), range, descending: descending) { key, value in
      let (scope, offset) = try self.scope(of: key, table)
      let element = key.extracting(droppingFirst: offset)
      return try withRow(
        value, key: key, table.schema, scope: scope, integer: table.schema.integer(element)
      ) { row in
        try visit(&row, RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) }))
      }
    }
  }

  /// The scope in a row's key, and where the primary key begins.
  @inline(__always)
  final func scope(of key: RawSpan, _ table: StoredTable) throws(StoreError) -> (Scope, offset: Int) {
    guard table.schema.isScoped else { return (.global, 1) }
    var scanner = KeyScanner(at: 1)
    return (try scanner.scope(in: key), scanner.offset)
  }

  /// The scope in a value of a unique index, of one across tenants or of a locator, and where the primary key begins behind
  /// it, but in a locator's.
  @inline(__always)
  final func holder(in value: RawSpan, _ table: StoredTable) throws(StoreError) -> (Scope, offset: Int) {
    guard table.schema.isScoped else { return (.global, 0) }
    var scanner = KeyScanner(at: 0)
    return (try scanner.scope(in: value), scanner.offset)
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
}

extension StoreError {
  static func missingRow(_ schema: TableSchema) -> StoreError {
    StoreError(.damaged, "an index entry has no row; run blazz verify", table: schema.name)
  }
}

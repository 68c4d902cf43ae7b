internal import HeapModule
internal import LMDB

/// A table known by its SQL name: rows as SQL values, for tools. It never hides, adds or touches anything.
public struct DynamicTable<Mode: AccessMode> {
  let session: Session
  let table: StoredTable
  let reach: Reach

  /// Columns, indexes and scope.
  public var schema: TableSchema { table.schema }

  /// Visits rows in the order of `terms`, then by primary key; all of them, also those marked as deleted.
  ///
  /// By primary key alone the rows are streamed; any other order keeps a key a row in memory, or `limit` of them. In a
  /// write all keys are read first, so that `body` may change the table that it walks; what it erases is not visited.
  public func forEach(
    order terms: [OrderTerm] = [], limit: Int = .max, _ body: (borrowing RowReader) throws -> Void
  ) throws {
    session.requireOpen()
    let order = terms.prefix { $0.column != schema.primaryKey }
    let last = terms.first { $0.column == schema.primaryKey }
    if order.isEmpty {
      var request = ScanRequest(includesDeleted: true)
      request.direction = last?.direction ?? .ascending
      request.limit = limit
      guard Mode.self == Reading.self else {
        var addresses: [RowAddress] = []
        try session.scan(table, reach, request) { row in
          addresses.append(try session.address(of: row, table))
          return true
        }
        return try lend(addresses, body)
      }
      return try session.scan(table, reach, request) { row in
        try body(row)
        return true
      }
    }
    guard limit > 0 else { return }
    let keyTerms = order.map { ($0.column, $0.direction) }
    let isKeyDescending = last?.direction == .descending
    var smallest = Heap<SortedAddress>()
    try session.scanRows(table, reach) { row, address in
      let key = try row.sortKey(keyTerms) + (isKeyDescending ? address.element.map { ~$0 } : address.element)
      if smallest.count < limit {
        smallest.insert(SortedAddress(key: key, address: address))
      } else if let largest = smallest.max, SortedAddress.isBefore(key, largest.key) {
        smallest.replaceMax(with: SortedAddress(key: key, address: address))
      }
      return true
    }
    try lend(smallest.unordered.sorted().map(\.address), body)
  }

  /// Lends rows one by one, those that are still there; in a write copies of them.
  private func lend(_ addresses: [RowAddress], _ body: (borrowing RowReader) throws -> Void) throws {
    for address in addresses {
      let element = address.element.span.bytes
      session.makeRowKey(address.scope, element: element)
      _ = try session.lendRow(table, scope: address.scope, integer: table.integer(element), asCopy: isWrite) { row in
        try body(row)
        return true
      }
    }
  }

  /// Whether rows may change while they are lent.
  var isWrite: Bool { Mode.self != Reading.self }

  /// Lends the row with this primary key, written as SQL would; `false` when there is none within reach.
  public func get(_ key: String, _ body: (borrowing RowReader) throws -> Void) throws -> Bool {
    try get(self.key(sqlText: key), body)
  }

  /// The number of rows, without a scan; only past the borders of tenants.
  ///
  /// - Throws: `.crossesScope` where a tenant asks: rows are counted over all tenants.
  public func storedSizes() throws -> (rows: Int, bytes: Int, indexes: [IndexSize]) {
    session.requireOpen()
    guard reach == .everything || !schema.isScoped else {
      throw StoreError(.crossesScope, "rows are counted over all workspaces together", table: schema.name)
    }
    let sizes = try session.storedSizes(table)
    let others = [KeySpace.rows, KeySpace.locator].map { Int(sizes[$0].bytes) }.reduce(0, +)
    let indexes = schema.indexes.map { index in
      IndexSize(
        name: index.name, entries: Int(sizes[index.id].entries), bytes: Int(sizes[index.id].bytes),
        state: index.kind == .fulltext ? "not built" : "readable")
    }
    return (Int(sizes[KeySpace.rows].entries), indexes.reduce(others) { $0 + $1.bytes }, indexes)
  }
}

/// A column to order by.
public struct OrderTerm: Hashable, Sendable {
  /// The column's ordinal.
  public var column: Int
  /// Which way.
  public var direction: Direction

  /// Order by a column.
  public init(_ column: Int, _ direction: Direction = .ascending) {
    self.column = column
    self.direction = direction
  }
}

/// What an index holds.
public struct IndexSize: Hashable, Sendable {
  /// The SQL name.
  public var name: String
  /// Entries.
  public var entries: Int
  /// Bytes of keys and values.
  public var bytes: Int
  /// "readable", or "not built" for a full-text index.
  public var state: String
}

/// A row's place in an order.
private struct SortedAddress: Comparable {
  var key: [UInt8]
  var address: RowAddress

  static func isBefore(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.span.bytes.compare(right.span.bytes) < 0
  }

  static func < (left: SortedAddress, right: SortedAddress) -> Bool { isBefore(left.key, right.key) }
}

extension Tables {
  /// A table by its SQL name; `nil` when the program does not know it.
  public func table(named name: String) -> DynamicTable<Mode>? {
    session.requireOpen()
    return session.store.catalog.table(named: name).map { DynamicTable(session: session, table: $0, reach: reach) }
  }
}

extension TableSchema {
  /// A primary key from its SQL text.
  func keyElement(sqlText text: String) throws(StoreError) -> ByteBuffer {
    let element = ByteBuffer(capacity: 32)
    if hasIntegerKey {
      guard let key = UInt64(text) else {
        throw columns[primaryKey].failure(self, "is no \(columns[primaryKey].type.sqlName)", text)
      }
      element.appendKey(key)
    } else {
      text.withUTF8Bytes {
        element.appendKey(text: $0, prefix: nil, budget: KeyLimits.textPrimaryKey)
      }
    }
    return element
  }
}

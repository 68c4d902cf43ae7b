internal import LMDB

extension Session {
  /// The rows of a table whose column refers to a row: by an index that begins with the column, or by a scan where there
  /// is none.
  ///
  /// - Parameters:
  ///   - element: the primary key of the row that is referred to, as an element.
  ///   - limit: how many are enough.
  final func rows(
    of table: StoredTable, whose column: Int, refersTo element: [UInt8], in target: StoredTable, limit: Int = .max
  ) throws -> [RowAddress] {
    var found: [RowAddress] = []
    if column == table.schema.layout.scopeInKey {
      // The tenant's own rows, which lie together.
      try scanRows(table, .tenant(target.schema.integer(element.span.bytes))) { _, address in
        found.append(address)
        return found.count < limit
      }
    } else if table.indexes.contains(where: { $0.begins(with: column) }) {
      let key = try primaryKey(element, of: target).stored(in: table.schema.columns[column])
      var selection = Selection(
        filter: .compare(column, table.schema.columns[column], .equal, key), includesDeleted: true)
      selection.limit = limit
      try select(table, .everything, selection) { row in
        found.append(try address(of: row, table))
        return true
      }
    } else {
      try scanRows(table, .everything) { row, address in
        if try self.element(of: row, column) == element { found.append(address) }
        return found.count < limit
      }
    }
    return found
  }

  /// The rows of a table whose column refers to one of many rows: by an index that begins with the column, text that is too
  /// long for its keys one by one; by a scan where there is no index, of a tenant's own rows where the column is the tenant's.
  final func references(
    of table: StoredTable, _ column: Int, to elements: [[UInt8]], in target: StoredTable
  ) throws -> [ReferringRow] {
    func oneByOne(_ elements: [[UInt8]]) throws -> [ReferringRow] {
      try elements.flatMap { element in
        try rows(of: table, whose: column, refersTo: element, in: target)
          .map { ReferringRow(address: $0, target: element) }
      }
    }
    if column == table.schema.layout.scopeInKey { return try oneByOne(elements) }
    let indexes = table.indexes.filter { $0.begins(with: column) }
    if let index = indexes.max(by: { $0.exactTextBytes < $1.exactTextBytes }) {
      return try references(in: index, of: table, to: elements.filter(index.keeps))
        + oneByOne(elements.filter { !index.keeps($0) })
    }
    let wanted = Set(elements)
    var found: [ReferringRow] = []
    try scanRows(table, .everything) { row, address in
      if let element = try self.element(of: row, column), wanted.contains(element) {
        found.append(ReferringRow(address: address, target: element))
      }
      return true
    }
    return found
  }

  /// A reference as the element of the target's primary key; `nil` for NULL and for what stands in its place in the
  /// tenant's column.
  final func element(of row: borrowing RowReader, _ column: Int) throws -> [UInt8]? {
    guard !row.namesNobody(column) else { return nil }
    let element = ByteBuffer(capacity: 32)
    switch try row.field(column) {
    case .null: return nil
    case .integer(let value): element.appendKey(value)
    case .text(let bytes, let isPacked):
      if isPacked {
        element.appendKey(packedUUID: bytes, prefix: nil, budget: KeyLimits.textPrimaryKey)
      } else {
        element.appendKey(text: bytes, prefix: nil, budget: KeyLimits.textPrimaryKey)
      }
    case .decimal, .bytes: preconditionFailure("a reference is a number or text")
    }
    return element.array
  }

  /// Where a row is.
  final func address(of row: borrowing RowReader, _ table: StoredTable) throws -> RowAddress {
    guard let element = try element(of: row, table.schema.primaryKey) else { throw StoreError.damagedRow(table.schema) }
    return RowAddress(scope: row.keyTenant, element: element)
  }

  /// The primary key that an element stands for; a text's spelling is read from its row.
  private final func primaryKey(_ element: [UInt8], of table: StoredTable) throws -> SQLValue {
    let element = element.span.bytes
    if table.schema.hasIntegerKey { return .integer(Int128(try table.schema.integer(element))) }
    guard let scope = try locate(table, element: element) else { return .null }
    return .text(try keyText(table, scope, element: element))
  }
}

extension IndexLayout {
  /// Whether the whole of a column comes first in the keys.
  fileprivate func begins(with column: Int) -> Bool {
    parts.first.map { $0.column == column && $0.prefix == nil } == true && condition == nil
  }
}

internal import LMDB

extension Session {
  /// Whether another table has a row that belongs to the one at hand.
  final func isTrue<Reader: FieldReading & ~Copyable>(
    _ test: ExistenceTest, of reader: borrowing Reader, _ schema: TableSchema
  ) throws -> Bool {
    let target = store.catalog[test.target.id]
    let key: StoredValue
    let column: Int
    switch test.link {
    case .child(let child):
      key = try reader.field(schema.primaryKey).stored(schema.columns[schema.primaryKey])
      column = child
    case .parent(let parent):
      key = try reader.field(parent).stored(schema.columns[parent])
      column = test.target.primaryKey
    }
    guard key != .null else { return test.isNegated }
    var selection = Selection(
      filter: .compare(column, test.target.columns[column], .equal, key).and(test.filter),
      includesDeleted: test.includesDeleted)
    selection.limit = 1
    var isFound = false
    try select(target, reach, selection) { _ in
      isFound = true
      return false
    }
    return isFound != test.isNegated
  }
}

extension RowReader.Field {
  /// The value, kept beyond the row.
  func stored(_ column: ColumnDefinition) throws(StoreError) -> StoredValue {
    switch self {
    case .null: .null
    case .integer(let number), .decimal(let number): .number(number)
    case .text: .text(try sqlText(column) ?? "")
    case .bytes(let bytes): .bytes([UInt8](bytes))
    }
  }
}

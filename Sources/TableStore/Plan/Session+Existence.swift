internal import LMDB

extension Session {
  /// Whether another table has a row that belongs to the one at hand.
  final func isTrue<Reader: FieldReading & ~Copyable>(
    _ test: ExistenceTest, of reader: borrowing Reader, _ schema: TableSchema
  ) throws -> Bool {
    let target = catalog[test.target.id]
    let column: Int
    let key: StoredValue
    switch test.link {
    case .parent(let parent): return try isTrue(test, target, reader.field(parent).stored(schema.columns[parent]))
    case .child(let child):
      column = child
      key = try reader.field(schema.primaryKey).stored(schema.columns[schema.primaryKey])
    }
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

  /// Whether the row with a primary key is what a test asks for: it is fetched without a plan.
  private final func isTrue(_ test: ExistenceTest, _ target: StoredTable, _ key: StoredValue) throws -> Bool {
    let parts: KeyParts
    switch key {
    case .number(let number):
      guard let integer = UInt64(exactly: number) else { return test.isNegated }
      parts = .integer(integer)
    case .text(let text): parts = .text(text)
    case .null, .above, .bytes: return test.isNegated
    }
    tally.examined &+= 1
    var isFound = false
    try fetch(target, reach, includesDeleted: test.includesDeleted, parts) { row in
      isFound = try test.program.accepts(row, self)
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

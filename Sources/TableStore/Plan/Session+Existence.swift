internal import LMDB

extension Session {
  /// Whether another table has a row that belongs to the one at hand.
  final func isTrue<Reader: FieldReading & ~Copyable>(
    _ test: ExistenceTest, of reader: borrowing Reader, _ schema: TableSchema
  ) throws -> Bool {
    if let link = ParentLink(test) {
      var isFound = false
      try withParent(link, of: reader, schema) { isFound = try test.program.accepts($0, self) }
      return isFound != test.isNegated
    }
    guard case .child(let column) = test.link else { preconditionFailure("a test asks for a parent or for children") }
    let key = try reader.field(schema.primaryKey).stored(schema.columns[schema.primaryKey])
    var selection = Selection(
      filter: .compare(column, test.target.columns[column], .equal, key).and(test.filter),
      includesDeleted: test.includesDeleted)
    selection.limit = 1
    // Nothing is needed of the row, so that an entry may do.
    let plan = try plan(catalog[test.target.id], reach, selection, needs: ColumnSet(), drives: false)
    return (try count(plan) > 0) != test.isNegated
  }

  /// Lends the row that the one at hand refers to, when there is one: it is fetched without a plan.
  final func withParent<Reader: FieldReading & ~Copyable>(
    _ link: ParentLink, of reader: borrowing Reader, _ schema: TableSchema, _ body: (inout RowReader) throws -> Void
  ) throws {
    let parts: KeyParts
    switch try reader.field(link.column) {
    case .integer(let number):
      guard let integer = UInt64(exactly: number) else { return }
      parts = .integer(integer)
    case .text:
      guard case .text(let text) = try reader.field(link.column).stored(schema.columns[link.column]) else { return }
      parts = .text(text)
    case .null, .decimal, .bytes: return
    }
    tally.examined &+= 1
    try fetch(catalog[link.target], reach, includesDeleted: link.includesDeleted, parts, body)
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

internal import LMDB

/// A row's primary key, whatever its type; keys of one table sort as the table does.
package struct RowKey: Hashable, Comparable, Sendable {
  /// The key as an element.
  let element: [UInt8]

  package static func < (left: RowKey, right: RowKey) -> Bool {
    left.element.span.bytes.compare(right.element.span.bytes) < 0
  }
}

extension DynamicTable {
  /// Whether the file has the table: one that was last written before the table was declared has not.
  package var isStored: Bool { table.keyspace != nil }

  /// The next AUTO_INCREMENT value as last committed; `nil` when there is none.
  package var nextKey: UInt64? {
    get throws {
      session.requireOpen()
      return try session.storedNextKey(of: table)
    }
  }

  /// A primary key from its SQL text.
  package func key(sqlText text: String) throws -> RowKey {
    RowKey(element: try schema.keyElement(sqlText: text).array)
  }

  /// The key of the row that a column of one of this table's rows refers to; `nil` for NULL.
  package func key(in row: borrowing RowReader, referredByColumn column: Int) throws -> RowKey? {
    try session.element(of: row, column).map { RowKey(element: $0) }
  }

  /// Lends the row with this primary key; `false` when there is none within reach.
  package func get(_ key: RowKey, _ body: (borrowing RowReader) throws -> Void) throws -> Bool {
    session.requireOpen()
    try session.requireTime()
    let element = key.element.span.bytes
    guard let scope = try session.locate(table, element: element), reach.includes(scope) else { return false }
    session.makeRowKey(scope, element: element)
    return try session.lendRow(table, scope: scope, integer: table.schema.integer(element), asCopy: isWrite) { row in
      try body(row)
      return true
    } != nil
  }
}

internal import TableStore

/// The text of an export in one format, from its first byte to its last.
protocol ExportText {
  /// Appends what stands before everything.
  mutating func begin(_ text: inout [UInt8])
  /// Appends what stands before a table's rows.
  ///
  /// - Parameter nextKey: the next AUTO_INCREMENT value; `nil` where it is not to be named.
  mutating func begin(_ table: TableSchema, nextKey: UInt64?, _ text: inout [UInt8])
  /// Appends a row of the table at hand.
  mutating func append(_ row: borrowing RowReader, _ text: inout [UInt8]) throws
  /// Appends what stands behind a table's rows.
  mutating func endTable(_ text: inout [UInt8])
  /// Appends what stands behind everything.
  mutating func end(_ text: inout [UInt8])
}

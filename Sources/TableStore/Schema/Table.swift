/// A Swift struct that is a table of the store. `@Table` makes the conformance.
public protocol Table: Sendable {
  /// The primary key's type.
  associatedtype Key: PrimaryKeyValue
  /// The table's typed columns.
  associatedtype Columns: Sendable
  /// A row before it is stored: without id, scope and what has a default.
  associatedtype Draft: TableDraft<Self>

  /// The typed columns.
  static var columns: Columns { get }
  /// Everything the engine knows of the table.
  static var schema: TableSchema { get }
  /// The primary key of this row.
  var primaryKey: Key { get }
  /// The scope that the row's own column names; `nil` when the table is global or the scope is inherited.
  var ownScope: Scope? { get }

  /// Reads a stored row, column by column in declared order.
  init(from row: inout RowReader) throws(StoreError)
  /// Writes the stored columns in declared order; key and scope columns that live in the row's key are left out.
  func write(to row: inout RowWriter) throws(StoreError)
}

/// The values of a row that is about to be inserted.
public protocol TableDraft<Row>: Sendable {
  /// The table it belongs to.
  associatedtype Row: Table

  /// The whole row, with what the store gives: the next AUTO_INCREMENT value, the scope's column, the statement's time.
  func row(_ fill: DraftFill) -> Row
}

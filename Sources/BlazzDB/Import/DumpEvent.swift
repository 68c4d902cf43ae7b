/// What `DumpReader.next()` found.
enum DumpEvent: Equatable, Sendable {
  /// A table's definition.
  case createTable(DumpTable)
  /// The head of an INSERT or REPLACE, whose rows `DumpReader.nextRow()` reads; `columns` is nil where the
  /// statement names none, so that the order of the table's definition holds.
  case insert(table: String, columns: [String]?)
}

/// A table as its CREATE TABLE describes it; keys, constraints and options are left out.
struct DumpTable: Equatable, Sendable {
  /// The name without its database.
  var name: String
  /// The columns in the order of the definition.
  var columns: [DumpColumn]
}

/// A column as its definition describes it.
struct DumpColumn: Equatable, Sendable {
  /// The name, in the dump's letter case.
  var name: String
  /// The type with its arguments and sign, lower-case, such as `bigint(20) unsigned` or `enum('A','it''s')`;
  /// the values of an enum or set keep their case.
  var type: String
  /// Whether the definition lets the column hold NULL.
  var isNullable: Bool
  /// The default as SQL text, such as `NULL`, `0`, `'open'` or `current_timestamp()`; nil without a DEFAULT clause.
  var defaultText: String?
  /// The text of the COMMENT clause.
  var comment: String?
  /// Whether the server computes the column (`GENERATED ALWAYS AS`).
  var isGenerated: Bool
}

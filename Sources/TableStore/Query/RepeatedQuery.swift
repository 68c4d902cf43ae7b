/// The same query about one row after another, for the rows that refer to each.
@usableFromInline struct RepeatedQuery<Row: Table> {
  /// The query for the row that `refer(to:)` was last told.
  @usableFromInline var bound: BoundQuery<Row, Reading>
  @usableFromInline let column: Int
  @usableFromInline let whole: Selection

  /// - Parameter column: the column that refers.
  @inlinable init(_ query: Query<Row>, by column: Int, _ session: Session, _ reach: Reach) {
    (self.column, whole) = (column, query.selection)
    bound = BoundQuery(session, session.table(Row.schema), reach, query)
    bound.repetition = Repetition()
  }

  /// Asks for the rows that refer to the one with a primary key.
  @inlinable mutating func refer(to key: some PrimaryKeyValue) {
    bound.query.selection.ask(whole, ofRowsWhere: column, of: Row.schema, is: key.keyParts)
  }
}

/// What one question of many that differ in values alone leaves for the next: its shape need not be found again.
@usableFromInline final class Repetition {
  var pattern: PlanPattern?

  @usableFromInline init() {}
}

extension Selection {
  /// Asks what `other` asks, of the rows whose column has a primary key of another table.
  @usableFromInline mutating func ask(
    _ other: Selection, ofRowsWhere column: Int, of schema: TableSchema, is key: KeyParts
  ) {
    let definition = schema.columns[column]
    let value: StoredValue =
      switch key {
      case .integer(let integer): .number(Int128(integer))
      case .text(let text): SQLValue.text(text).stored(in: definition)
      }
    filter = other.filter.and(.compare(column, definition, .equal, value))
  }
}

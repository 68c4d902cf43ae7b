extension Column {
  /// The column holds this value; `nil` asks for NULL.
  public static func == (column: Column, value: Value) -> Condition<Row> { column.compare(.equal, value) }

  /// The column holds another value; NULL is not another one. `nil` asks for any value.
  public static func != (column: Column, value: Value) -> Condition<Row> { column.compare(.notEqual, value) }

  /// The column's value lies below this one.
  public static func < (column: Column, value: Value) -> Condition<Row> { column.compare(.less, value) }

  /// The column's value lies below this one or is it.
  public static func <= (column: Column, value: Value) -> Condition<Row> { column.compare(.lessOrEqual, value) }

  /// The column's value lies above this one.
  public static func > (column: Column, value: Value) -> Condition<Row> { column.compare(.greater, value) }

  /// The column's value lies above this one or is it.
  public static func >= (column: Column, value: Value) -> Condition<Row> { column.compare(.greaterOrEqual, value) }

  /// Both columns hold the same value, as SQL compares values of their types.
  public static func == <Other>(left: Column, right: Column<Row, Other>) -> Condition<Row> {
    left.compare(.equal, right)
  }

  /// The columns hold different values.
  public static func != <Other>(left: Column, right: Column<Row, Other>) -> Condition<Row> {
    left.compare(.notEqual, right)
  }

  /// The first column's value lies below the second's.
  public static func < <Other>(left: Column, right: Column<Row, Other>) -> Condition<Row> {
    left.compare(.less, right)
  }

  /// The first column's value does not lie above the second's.
  public static func <= <Other>(left: Column, right: Column<Row, Other>) -> Condition<Row> {
    left.compare(.lessOrEqual, right)
  }

  /// The first column's value lies above the second's.
  public static func > <Other>(left: Column, right: Column<Row, Other>) -> Condition<Row> {
    left.compare(.greater, right)
  }

  /// The first column's value does not lie below the second's.
  public static func >= <Other>(left: Column, right: Column<Row, Other>) -> Condition<Row> {
    left.compare(.greaterOrEqual, right)
  }

  /// The column holds one of these values; of no value none is one.
  public func `in`(_ values: some Sequence<Value>) -> Condition<Row> {
    Condition(.among(ordinal, definition, values.map { $0.stored(in: definition) }))
  }

  /// The column, which may be NULL, holds one of these values.
  public func `in`<Wrapped>(_ values: some Sequence<Wrapped>) -> Condition<Row> where Value == Wrapped? {
    Condition(.among(ordinal, definition, values.map { Optional($0).stored(in: definition) }))
  }

  /// The column's value lies between two, both included.
  public func between(_ lower: Value, _ upper: Value) -> Condition<Row> { self >= lower && self <= upper }

  /// The column's text is LIKE the pattern: `%` stands for any characters, `_` for one, a backslash takes their meaning.
  /// Other values are compared as SQL writes them: a time as `2025-01-31 08:00:00`, an enumeration by its name.
  public func like(_ pattern: String) -> Condition<Row> {
    Condition(.like(ordinal, LikeTest(pattern, column: definition)))
  }

  /// The column's text begins so, as LIKE compares: without regard to case and accents.
  public func hasPrefix(_ prefix: String) -> Condition<Row> { like(LikeTest.escaping(prefix) + "%") }

  /// The column's text has this somewhere in it, as LIKE compares.
  public func contains(_ text: String) -> Condition<Row> { like("%" + LikeTest.escaping(text) + "%") }

  /// The column is NULL.
  public var isNil: Condition<Row> { Condition(definition.isNullable ? .isNull(ordinal) : .constant(false)) }

  private func compare(_ comparison: Comparison, _ value: Value) -> Condition<Row> {
    let value = value.stored(in: definition)
    guard value == .null, comparison == .equal || comparison == .notEqual else {
      return Condition(.compare(ordinal, definition, comparison, value))
    }
    return comparison == .equal ? isNil : !isNil
  }

  private func compare<Other>(_ comparison: Comparison, _ other: Column<Row, Other>) -> Condition<Row> {
    Condition(.computed(SQLComputation(.compare(comparison, .column(ordinal), .column(other.ordinal)))))
  }
}

extension Column where Value == Bool {
  /// The column is false.
  public static prefix func ! (column: Column) -> Condition<Row> { column == false }
}

extension LikeTest {
  /// The text with what LIKE gives a meaning escaped.
  static func escaping(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if character == "%" || character == "_" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
  }
}

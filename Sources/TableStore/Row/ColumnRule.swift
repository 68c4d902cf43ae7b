/// What a column's values are held to, without references: it is looked at for every value that is written.
struct ColumnRule: Sendable {
  let storage: ColumnStorage
  let isNullable: Bool
  /// The range of integers; everything for other columns.
  let smallest: Int128
  let largest: Int128
  /// The longest text or blob, in code points or bytes.
  let lengthLimit: Int
  let countsCodePoints: Bool
  /// Whether text is held to more than UTF-8 and its length: JSON, and `char`, which loses the spaces at its end.
  let needsCheck: Bool

  init(_ column: ColumnDefinition) {
    storage = column.storage
    isNullable = column.isNullable
    let range = column.type.integerRange(column.storage)
    smallest = range?.lowerBound ?? .min
    largest = range?.upperBound ?? .max
    lengthLimit = column.type.lengthLimit ?? .max
    countsCodePoints = column.type.countsCodePoints
    let isChar = if case .char = column.type { true } else { false }
    needsCheck = isChar || column.type == .json
  }
}

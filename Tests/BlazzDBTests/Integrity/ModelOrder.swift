import TestSupport

@testable import TableStore

/// An order of rows by some columns: NULL first, then numbers by size, enumerations as declared, texts by the collation.
struct ModelOrder {
  private enum Key {
    case null
    case number(Int128)
    case text([UInt16])
    /// Times and days: their digits stand in the order of their parts.
    case digits(String)
    case bytes([UInt8])
  }

  private let columns: [Int]
  private let schema: TableSchema

  init(_ columns: [Int], _ schema: TableSchema) {
    (self.columns, self.schema) = (columns, schema)
  }

  func sorted(_ rows: [ModelRow]) -> [ModelRow] {
    rows.map { ($0, keys($0)) }.sorted { Self.compare($0.1, $1.1) < 0 }.map(\.0)
  }

  func compare(_ left: ModelRow, _ right: ModelRow) -> Int { Self.compare(keys(left), keys(right)) }

  private func keys(_ row: ModelRow) -> [Key] { columns.map { key(row.values[$0], schema.columns[$0]) } }

  private func key(_ value: SQLValue, _ column: ColumnDefinition) -> Key {
    switch (value, column.type) {
    case (.null, _): .null
    case (.bool(let bool), _): .number(bool ? 1 : 0)
    case (.integer(let number), _): .number(number)
    case (.text(let text), .enumeration(let names)): .number(Int128(names.firstIndex(of: text) ?? -1))
    case (.text(let text), .decimal(_, let scale)): .number(ModelValues.scaled(text, scale) ?? 0)
    case (.text(let text), .timestamp), (.text(let text), .datetime), (.text(let text), .date): .digits(text)
    case (.text(let text), _): .text(ModelText.equalityKey(text))
    case (.bytes(let bytes), _): .bytes(bytes)
    }
  }

  private static func compare(_ left: [Key], _ right: [Key]) -> Int {
    for (left, right) in zip(left, right) {
      let order = compare(left, right)
      if order != 0 { return order }
    }
    return 0
  }

  private static func compare(_ left: Key, _ right: Key) -> Int {
    switch (left, right) {
    case (.null, .null): 0
    case (.null, _): -1
    case (_, .null): 1
    case (.number(let left), .number(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.text(let left), .text(let right)): ReferenceCollation.shared.compare(left, right)
    case (.digits(let left), .digits(let right)): left == right ? 0 : left < right ? -1 : 1
    default: preconditionFailure("a column has one kind of values")
    }
  }
}

import TestSupport

@testable import TableStore

/// A table's rows as the reference knows them: every value replaced by its rank among the column's values, so that
/// comparing and sorting are a matter of small numbers.
final class QueryTable {
  let type: any Table.Type
  let rows: [QueryRow]
  /// By column: its values in order, those that are equal once.
  let values: [[QueryKey]]
  /// By column: some value of each rank as it is stored.
  let samples: [[SQLValue]]
  /// By primary key.
  let places: [SQLValue: Int]
  /// By column and pattern: whether each row matches.
  private var matches: [String: [Bool?]] = [:]

  var schema: TableSchema { type.schema }

  init(_ type: any Table.Type, _ stored: [(values: [SQLValue], scope: Scope)]) {
    self.type = type
    let schema = type.schema
    var ranks = stored.map { _ in [Int](repeating: -1, count: schema.columns.count) }
    var values: [[QueryKey]] = []
    var samples: [[SQLValue]] = []
    for (ordinal, column) in schema.columns.enumerated() {
      let keyed = stored.indices.compactMap { place in
        QueryKey(stored[place].values[ordinal], column).map { (key: $0, place: place) }
      }.sorted { $0.key.compare($1.key) < 0 }
      var distinct: [QueryKey] = []
      var sample: [SQLValue] = []
      for (key, place) in keyed {
        if distinct.last.map({ $0.compare(key) != 0 }) ?? true {
          distinct.append(key)
          sample.append(stored[place].values[ordinal])
        }
        ranks[place][ordinal] = distinct.count - 1
      }
      values.append(distinct)
      samples.append(sample)
    }
    (self.values, self.samples) = (values, samples)
    rows = stored.indices.map { QueryRow(values: stored[$0].values, ranks: ranks[$0], scope: stored[$0].scope) }
    places = Dictionary(uniqueKeysWithValues: stored.indices.map { (stored[$0].values[schema.primaryKey], $0) })
  }

  /// Where a value lies among those of a column: the rank of the first that does not lie before it, and whether that one
  /// is equal.
  func rank(_ key: QueryKey, _ column: Int) -> (rank: Int, isEqual: Bool) {
    var (low, high) = (0, values[column].count)
    while low < high {
      let middle = (low + high) / 2
      if values[column][middle].compare(key) < 0 { low = middle + 1 } else { high = middle }
    }
    return (low, low < values[column].count && values[column][low].compare(key) == 0)
  }

  /// Whether a row's value is LIKE a pattern; `nil` for NULL.
  func matches(_ row: Int, _ column: Int, _ pattern: String) -> Bool? {
    let name = "\(column) \(pattern)"
    if let known = matches[name] { return known[row] }
    let found = rows.map { row -> Bool? in
      guard let text = row.values[column].shown else { return nil }
      let isBinary = schema.columns[column].textCollation == .binary
      // The only pattern that JSON is held against.
      return isBinary ? text.utf8.first == UInt8(ascii: "a") : ReferenceCollation.shared.like(text, pattern)
    }
    if matches.count > 500 { matches = [:] }
    matches[name] = found
    return found[row]
  }
}

/// A row with its values and their ranks; NULL has the rank -1.
struct QueryRow {
  let values: [SQLValue]
  let ranks: [Int]
  let scope: Scope
}

/// A value as the reference compares it.
enum QueryKey {
  /// Twice the number; one more for what lies between two.
  case number(Int128)
  case text([UInt16])
  /// utf8mb4_bin: code points, with blanks behind the end.
  case binary([UInt8])
  /// Times and days: their digits stand in the order of their parts.
  case digits(String)
  case bytes([UInt8])

  /// `nil` for NULL.
  init?(_ value: SQLValue, _ column: ColumnDefinition) {
    switch (value, column.type) {
    case (.null, _): return nil
    case (.bool(let bool), _): self = .number(bool ? 2 : 0)
    case (.integer(let number), _): self = .number(number * 2)
    case (.text(let text), .enumeration(let names)): self = .number(Int128(names.firstIndex(of: text)! + 1) * 2)
    case (.text(let text), .decimal(_, let scale)): self = .number(ModelValues.scaled(text, scale)! * 2)
    case (.text(let text), .timestamp), (.text(let text), .datetime), (.text(let text), .date): self = .digits(text)
    case (.text(let text), _):
      self = column.textCollation == .binary ? .binary(Array(text.utf8)) : .text(ModelText.equalityKey(text))
    case (.bytes(let bytes), _): self = .bytes(bytes)
    }
  }

  /// Below 0, 0 or above it, as this lies before, at or behind another of the same kind.
  func compare(_ other: QueryKey) -> Int {
    switch (self, other) {
    case (.number(let left), .number(let right)): return left == right ? 0 : left < right ? -1 : 1
    case (.digits(let left), .digits(let right)): return left == right ? 0 : left < right ? -1 : 1
    case (.text(let left), .text(let right)): return ReferenceCollation.shared.compare(left, right)
    case (.binary(let left), .binary(let right)):
      for place in 0..<max(left.count, right.count) {
        let (first, second) = (place < left.count ? left[place] : 0x20, place < right.count ? right[place] : 0x20)
        if first != second { return first < second ? -1 : 1 }
      }
      return 0
    case (.bytes(let left), .bytes(let right)):
      return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    default: preconditionFailure("a column has one kind of values")
    }
  }
}

extension SQLValue {
  /// The value as LIKE sees it; `nil` for NULL.
  fileprivate var shown: String? {
    switch self {
    case .null: nil
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

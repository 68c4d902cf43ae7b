internal import LMDB

/// The direction of a read.
public enum Direction: Hashable, Sendable {
  /// `ascending`: the least first, NULL before all else. `descending`: the greatest first.
  case ascending, descending
}

/// What a read visits: a stretch of the primary key or of an index, in which direction, and how much of it.
struct ScanRequest: Sendable {
  /// `nil` for the primary key.
  var index: IndexLayout?
  var direction = Direction.ascending
  /// Values of the leading columns.
  var equal: [SQLValue] = []
  /// The only scope that is asked for, where a value names it; `nil` for all within reach.
  var scope: Scope?
  /// Bounds of the column behind them, both included.
  var lower: SQLValue?
  var upper: SQLValue?
  var limit = Int.max
  /// Whether rows that are marked as deleted are visited too.
  var includesDeleted = false
}

extension ScanRequest {
  /// The stretch of the index's keys that the request covers, within one scope where keys have it.
  func range(_ index: IndexLayout, _ schema: TableSchema, scope: Scope) throws(StoreError) -> KeyRange {
    let key = ByteBuffer()
    index.beginKey(key, scope: scope)
    for (part, value) in zip(index.parts, equal) { try index.append(value, part, schema, to: key) }
    var range = KeyRange(prefix: key.array)
    guard equal.count < index.parts.count else { return range }
    let part = index.parts[equal.count]
    let end = key.count
    func bound(_ value: SQLValue) throws(StoreError) -> [UInt8] {
      key.truncate(to: end)
      try index.append(value, part, schema, to: key)
      // What lies behind says nothing about the order: rows that share so much with the bound are settled one by one.
      if part.isText { key.truncate(to: min(key.count, end + index.exactTextBytes)) }
      return key.array
    }
    if let lower { range.lower = try bound(lower) }
    if let upper { range.upper = KeyRange.successor(of: try bound(upper)) }
    return range
  }
}

extension IndexLayout {
  /// Appends a value as an element of this index's keys.
  func append(_ value: SQLValue, _ part: Part, _ schema: TableSchema, to key: ByteBuffer) throws(StoreError) {
    let column = schema.columns[part.column]
    switch value {
    case .null: key.appendKeyNull()
    case .bool(let bool): key.appendKey(Int128(bool ? 1 : 0))
    case .integer(let integer): key.appendKey(integer)
    case .text(let text):
      if part.isText {
        text.withUTF8Bytes { key.appendKey(text: $0, prefix: part.prefix, budget: textBudget) }
      } else {
        let number = text.withUTF8Bytes { column.number(sqlText: $0) }
        guard let number else { throw column.failure(schema, "is no \(column.type.sqlName)", text) }
        key.appendKey(number)
      }
    case .bytes: throw column.failure(schema, "cannot be compared with bytes", nil)
    }
  }
}

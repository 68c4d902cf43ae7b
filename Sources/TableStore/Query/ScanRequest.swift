internal import LMDB

/// The direction of a read.
public enum Direction: Hashable, Sendable {
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
    if let lower {
      try index.append(lower, part, schema, to: key)
      // Texts beyond a prefix or a cut share their key with smaller ones: the bound is settled on the row.
      range.lower = key.array
    }
    key.truncate(to: end)
    if let upper {
      try index.append(upper, part, schema, to: key)
      range.upper = KeyRange.successor(of: key.array)
    }
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

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
  /// Whose rows the tenant's own column asks for, where the index's keys hold it as their scope; `nil` for all.
  var askedScope: Scope?
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
      range.lower = index.orderedBytes(of: key, elementAt: end, part)
    }
    key.truncate(to: end)
    if let upper {
      try index.append(upper, part, schema, to: key)
      range.upper = KeyRange.successor(of: index.orderedBytes(of: key, elementAt: end, part))
    }
    return range
  }
}

extension IndexLayout {
  /// The bytes of a bound that stand in order: a text that was cut ends in a hash, which does not. Texts that agree so
  /// far are settled on the row.
  fileprivate func orderedBytes(of key: ByteBuffer, elementAt start: Int, _ part: Part) -> [UInt8] {
    part.isText ? Array(key.array.prefix(start + exactTextBytes)) : key.array
  }

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

extension RowWriter {
  /// Writes a column that a loaded row lacks.
  mutating func append(_ filling: RowLoader.Filling, now: Int64) throws(StoreError) {
    switch filling {
    case .standard: try appendDefault(now: now)
    case .unique:
      try DraftFill.newUUID().withUTF8Bytes { utf8 throws(StoreError) in try append(variable: utf8) }
    case .empty:
      let column = column
      switch column.storage {
      case .decimal: try append(scaled: 0)
      case .integer: try append(integer: column.type.firstValue)
      case .text, .bytes:
        let text = column.type == .json ? "null" : ""
        try text.withUTF8Bytes { utf8 throws(StoreError) in try append(variable: utf8) }
      }
    }
  }

  /// Writes a loaded text; says whether the stored value says less than it.
  mutating func append(
    sqlText text: UnsafeRawBufferPointer, as conversion: RowLoader.Conversion
  ) throws(StoreError) -> Bool {
    switch conversion {
    case .enumeration(let names): return try append(name: text, of: names)
    case .exact: break
    case .time where text.count <= 19: break
    case .time, .number:
      try append(sqlText: text)
      return conversion.loses(text)
    }
    try append(sqlText: text)
    return false
  }

  /// Writes an enumeration's value; what is not on the list becomes NULL or the default.
  private mutating func append(name: UnsafeRawBufferPointer, of names: [String]) throws(StoreError) -> Bool {
    if let index = names.firstIndex(where: { $0.utf8.elementsEqual(name) }) {
      try append(integer: Int128(index + 1))
      return false
    }
    let column = column
    if let number = column.number(sqlText: name) {
      try append(integer: number)
    } else if column.isNullable {
      try appendNull()
    } else if column.defaultValue != .none {
      try appendDefault(now: 0)
    } else {
      throw column.failure(schema, "is no \(column.type.sqlName)", String(decoding: name.prefix(80), as: UTF8.self))
    }
    return true
  }
}

extension RowLoader.Conversion {
  /// Whether a text that was read has digits other than 0 where the column has none.
  fileprivate func loses(_ text: UnsafeRawBufferPointer) -> Bool {
    let kept: Int
    switch self {
    case .exact, .enumeration: return false
    case .time: kept = 20
    case .number(let scale):
      guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return false }
      kept = point + 1 + scale
    }
    return text.dropFirst(kept).contains { $0 != UInt8(ascii: "0") }
  }
}

extension ColumnType {
  /// The least value of an integer that is not below 0: enumerations and MySQL's times begin with 1.
  fileprivate var firstValue: Int128 {
    switch self {
    case .enumeration, .timestamp, .datetime: 1
    default: 0
    }
  }
}

internal import UnicodeText

extension RowWriter {
  /// Writes the next column from its SQL text: a literal without quotes and escapes, as a dump holds it.
  ///
  /// - Parameter text: `nil` for NULL.
  public mutating func append(sqlText text: UnsafeRawBufferPointer?) throws(StoreError) {
    guard let text else { return try appendNull() }
    let column = column
    switch column.storage {
    case .text, .bytes: try append(variable: text)
    case .decimal, .integer:
      guard let number = column.number(sqlText: text) else {
        throw column.failure(schema, "is no \(column.type.sqlName)", String(decoding: text.prefix(80), as: UTF8.self))
      }
      if column.storage == .decimal { try append(scaled: number) } else { try append(integer: number) }
    }
  }

  /// Writes what the next column holds when nothing is given.
  ///
  /// - Parameter now: seconds from 1970, for columns that default to the time.
  public mutating func appendDefault(now: Int64) throws(StoreError) {
    let column = column
    switch column.defaultValue {
    case .none:
      // An enumeration that is not NULL has its first name, as in MySQL.
      if case .enumeration = column.type, !column.isNullable { return try append(integer: 1) }
      try appendNull()
    case .literal(let literal): try literal.withUTF8Bytes { utf8 throws(StoreError) in try append(sqlText: utf8) }
    case .currentTimestamp: try append(integer: Int128(now))
    case .uuid:
      try DraftFill.newUUID().withUTF8Bytes { utf8 throws(StoreError) in try append(sqlText: utf8) }
    }
  }
}

extension ColumnDefinition {
  /// The number that stands for a value of this column in a row and in keys; `nil` when the text is none.
  func number(sqlText text: UnsafeRawBufferPointer) -> Int128? {
    switch type {
    case .timestamp, .datetime: SQLText.seconds(text).map { Int128($0) }
    case .date: SQLText.days(text).map { Int128($0) }
    case .decimal(_, let scale): SQLText.scaled(text, scale: scale)
    case .enumeration(let names):
      // As any text: letter case, accents and spaces at the end do not count.
      (names.firstIndex { $0.utf8.elementsEqual(text) }
        ?? names.firstIndex { UnicodeCI.equal($0.utf8Span.span.bytes, text.bytes) }).map { Int128($0 + 1) }
    default: SQLText.scaled(text, scale: 0)
    }
  }
}

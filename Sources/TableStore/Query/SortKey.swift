internal import LMDB
internal import UnicodeText

extension RowReader {
  /// Bytes that order rows as SQL orders the columns' values, NULL first; a descending column is complemented.
  ///
  /// Each element tells its own end, so that complementing one does not disturb the next.
  func sortKey(_ terms: [(column: Int, direction: Direction)]) throws(StoreError) -> [UInt8] {
    var key: [UInt8] = []
    for (column, direction) in terms {
      let element = try sortElement(column)
      key += direction == .ascending ? element : element.map { ~$0 }
    }
    return key
  }

  private func sortElement(_ ordinal: Int) throws(StoreError) -> [UInt8] {
    let element = ByteBuffer(capacity: 64)
    let column = schema._withUnsafeGuaranteedRef { $0.columns[ordinal] }
    switch try field(ordinal) {
    case .null: element.appendKeyNull()
    case .integer(let value), .decimal(let value): element.appendKey(value)
    case .text(let bytes, let isPacked):
      let text = String(field: bytes, isPackedUUID: isPacked)
      return SQLValue.textKey(text, column.collation)
    case .bytes(let bytes): return bytes.flatMap { $0 == 0 ? [0, 0xFF] : [$0] } + [0]
    }
    return element.array
  }
}

extension SQLValue {
  /// The value's bytes among those of `RowReader.sortKey`.
  func sortKey(_ column: ColumnDefinition) throws(StoreError) -> [UInt8] {
    let element = ByteBuffer(capacity: 64)
    switch self {
    case .null: element.appendKeyNull()
    case .bool(let bool): element.appendKey(Int128(bool ? 1 : 0))
    case .integer(let integer): element.appendKey(integer)
    case .text(let text):
      if column.storage == .text { return Self.textKey(text, column.collation) }
      guard let number = text.withUTF8Bytes({ column.number(sqlText: $0) }) else {
        throw StoreError(.invalidValue, "is no \(column.type.sqlName)", column: column.name, value: text)
      }
      element.appendKey(number)
    case .bytes(let bytes): return bytes.flatMap { $0 == 0 ? [0, 0xFF] : [$0] } + [0]
    }
    return element.array
  }

  fileprivate static func textKey(_ text: String, _ collation: Collation) -> [UInt8] {
    switch collation {
    case .unicodeCI: return UnicodeCI.key(of: text)
    case .binary: return binaryKey(Array(text.utf8))
    }
  }

  /// utf8mb4_bin, PAD SPACE: a text goes on with spaces for ever, so what follows a run of spaces, or the end, decides
  /// whether it sorts before (1), as (2) or behind (3) endless spaces.
  private static func binaryKey(_ text: [UInt8]) -> [UInt8] {
    let space: UInt8 = 0x20
    var key: [UInt8] = [0x01]
    var run = 0
    for byte in text {
      if byte == space {
        run += 1
        continue
      }
      for _ in 0..<run { key += [space, byte < space ? 1 : 3] }
      run = 0
      key.append(byte)
    }
    return key + [space, 2]
  }
}

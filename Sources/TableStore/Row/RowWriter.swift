internal import LMDB

/// Puts a row together, column by column in declared order, and holds every value to its column's rules.
///
/// A writer is used again for row after row; it allocates only when a row is larger than any before.
public struct RowWriter: ~Copyable {
  let schema: TableSchema
  /// Of the stored columns, in order.
  private let rules: [ColumnRule]
  private let shape: RowShape
  /// Format byte, column count, NULL bitmap, fixed part.
  private var head: ByteBuffer
  /// The variable bytes.
  private var tail: ByteBuffer
  /// End offsets; bit 31 marks a packed UUID.
  private var ends: [UInt32] = []
  /// The next stored column.
  private var next = 0

  /// A writer for rows of `schema`.
  init(_ schema: TableSchema) {
    self.schema = schema
    rules = schema.layout.stored.map { ColumnRule(schema.columns[$0]) }
    shape = schema.shape
    head = ByteBuffer(capacity: 256)
    tail = ByteBuffer(capacity: 2048)
    ends.reserveCapacity(shape.variableCount)
  }

  /// Starts a new row.
  mutating func begin() {
    next = 0
    ends.removeAll(keepingCapacity: true)
    tail.removeAll()
    head.removeAll()
    head.appendZeros(shape.headerBytes)
    head.store(littleEndian: UInt8(shape.storedCount), at: 1)
  }

  /// Appends the whole row to `row`, without checksum.
  mutating func finish(into row: ByteBuffer) {
    precondition(next == shape.storedCount, "table \(schema.name): a row was written with columns missing")
    let isWide = tail.count > 0x7FFF
    if isWide { head.store(littleEndian: RowFormat.wideOffsets, at: 0) }
    row.append(head.bytes)
    for end in ends {
      if isWide {
        row.append(littleEndian: end)
      } else {
        row.append(littleEndian: UInt16(truncatingIfNeeded: end & 0x7FFF | (end >> 31) << 15))
      }
    }
    row.append(tail.bytes)
  }

  /// The column that the next value is for.
  var column: ColumnDefinition { schema.columns[schema.layout.stored[next]] }

  /// What the next value is held to.
  var rule: ColumnRule { rules[next] }

  /// Writes NULL.
  public mutating func appendNull() throws(StoreError) {
    let rule = rule
    guard rule.isNullable else { throw column.failure(schema, "must not be NULL", nil) }
    let byte = 2 + next >> 3
    head.withMutableBytes { $0[byte] |= 1 << UInt8(next & 7) }
    if let width = rule.storage.fixedWidth {
      head.appendZeros(width)
    } else {
      ends.append((ends.last ?? 0) & 0x7FFF_FFFF)
    }
    next += 1
  }

  /// Writes an integer, a time, a date, a truth value or an enumeration's number.
  public mutating func append(integer value: Int128) throws(StoreError) {
    let rule = rule
    guard value >= rule.smallest && value <= rule.largest else {
      throw column.failure(schema, "is out of the range of \(column.type.sqlName)", column.text(of: value))
    }
    guard case .integer(let width, _) = rule.storage else { preconditionFailure("column \(column.name): no integer") }
    switch width {
    case 1: head.append(littleEndian: UInt8(truncatingIfNeeded: value))
    case 2: head.append(littleEndian: UInt16(truncatingIfNeeded: value))
    case 4: head.append(littleEndian: UInt32(truncatingIfNeeded: value))
    default: head.append(littleEndian: UInt64(truncatingIfNeeded: value))
    }
    next += 1
  }

  /// Writes a decimal as its digits without the point.
  public mutating func append(scaled value: Int128) throws(StoreError) {
    let column = column
    guard case .decimal(let precision, let scale) = column.type else {
      preconditionFailure("column \(column.name): no decimal")
    }
    guard value.magnitude < UInt128.powerOfTen(precision) else {
      throw column.failure(
        schema, "is out of the range of \(column.type.sqlName)", SQLText.decimal(value, scale: scale))
    }
    head.append(littleEndian: value)
    next += 1
  }

  /// Writes text, which must be valid UTF-8 within the column's length, or bytes.
  public mutating func append(variable given: UnsafeRawBufferPointer) throws(StoreError) {
    let rule = rule
    let isText = rule.storage == .text
    let isPlain = !rule.needsCheck && given.count <= rule.lengthLimit && (!isText || UTF8Text.isValid(given))
    let bytes = try isText && !isPlain ? column.fitted(given, schema) : given
    if !rule.countsCodePoints && bytes.count > rule.lengthLimit {
      throw column.failure(schema, "is longer than \(rule.lengthLimit) bytes", "\(bytes.count) bytes")
    }
    guard tail.count + bytes.count < 0x7FFF_FFFF else {
      throw column.failure(schema, "makes the row longer than 2 GiB", "\(bytes.count) bytes")
    }
    var mark: UInt32 = 0
    if isText, let uuid = PackedUUID(canonical: bytes) {
      uuid.withBytes { tail.append(copying: $0) }
      mark = 1 << 31
    } else {
      tail.append(copying: bytes)
    }
    ends.append(UInt32(tail.count) | mark)
    next += 1
  }
}

extension ColumnDefinition {
  /// A failure that names this column.
  func failure(_ schema: TableSchema, _ message: String, _ value: String?) -> StoreError {
    StoreError(.invalidValue, message, table: schema.name, column: name, value: value)
  }

  /// Text as the column stores it. Checks UTF-8, the length in code points, and JSON where the column is of that type;
  /// spaces at the end go where they are too many, and always in `char`, as SQL has it.
  func fitted(
    _ given: UnsafeRawBufferPointer, _ schema: TableSchema
  ) throws(StoreError) -> UnsafeRawBufferPointer {
    var bytes = given
    if case .char = type { bytes = bytes.droppingSpaces(atMost: .max) }
    if !UTF8Text.isValid(bytes) {
      throw failure(schema, "is not valid UTF-8", String(decoding: bytes.prefix(80), as: UTF8.self))
    }
    if let limit = type.lengthLimit, bytes.count > limit {
      let length = type.countsCodePoints ? UTF8Text.codePointCount(bytes) : bytes.count
      let fitting = bytes.droppingSpaces(atMost: max(0, length - limit))
      if type.countsCodePoints && length - (bytes.count - fitting.count) > limit {
        throw failure(
          schema, "has \(length) characters where \(type.sqlName) takes \(limit)",
          String(decoding: bytes.prefix(400), as: UTF8.self))
      }
      bytes = fitting
    }
    if type == .json && !JSONText.isValid(bytes) {
      throw failure(schema, "is not valid JSON", String(decoding: bytes.prefix(400), as: UTF8.self))
    }
    return bytes
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes without the last spaces, of which so many go at most.
  fileprivate func droppingSpaces(atMost count: Int) -> UnsafeRawBufferPointer {
    var end = self.count
    while end > 0, self.count - end < count, self[end - 1] == 0x20 { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: self[..<end])
  }
}

internal import LMDB

/// Puts a row together, column by column in declared order, and holds every value to its column's rules.
///
/// A writer is used again for row after row; it allocates only when a row is larger than any before.
public struct RowWriter: ~Copyable {
  let schema: TableSchema
  private let layout: RowLayout
  private let header: Int
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
    layout = schema.layout
    header = layout.shape.headerBytes
    head = ByteBuffer(capacity: 256)
    tail = ByteBuffer(capacity: 2048)
    ends.reserveCapacity(layout.shape.variableCount)
  }

  /// Starts a new row.
  mutating func begin() {
    next = 0
    ends.removeAll(keepingCapacity: true)
    tail.removeAll()
    head.removeAll()
    head.appendZeros(header)
    head.store(littleEndian: UInt8(layout.stored.count), at: 1)
  }

  /// Appends the whole row to `row`, without checksum.
  mutating func finish(into row: ByteBuffer) {
    precondition(next == layout.stored.count, "table \(schema.name): a row was written with columns missing")
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
  var column: ColumnDefinition { schema.columns[layout.stored[next]] }

  /// Writes NULL.
  public mutating func appendNull() throws(StoreError) {
    let column = column
    guard column.isNullable else { throw column.failure(schema, "must not be NULL", nil) }
    let byte = 2 + next >> 3
    head.withMutableBytes { $0[byte] |= 1 << UInt8(next & 7) }
    if let width = column.storage.fixedWidth {
      head.appendZeros(width)
    } else {
      ends.append((ends.last ?? 0) & 0x7FFF_FFFF)
    }
    next += 1
  }

  /// Writes an integer, a time, a date, a truth value or an enumeration's number.
  public mutating func append(integer value: Int128) throws(StoreError) {
    let column = column
    if let range = column.type.integerRange(column.storage), !range.contains(value) {
      throw column.failure(schema, "is out of the range of \(column.type.sqlName)", column.text(of: value))
    }
    guard case .integer(let width, _) = column.storage else { preconditionFailure("column \(column.name): no integer") }
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
  public mutating func append(variable bytes: UnsafeRawBufferPointer) throws(StoreError) {
    let column = column
    let bytes = try column.storage == .text ? column.fitted(bytes, schema) : bytes
    if let limit = column.type.lengthLimit, !column.type.countsCodePoints, bytes.count > limit {
      throw column.failure(schema, "is longer than \(limit) bytes", "\(bytes.count) bytes")
    }
    guard tail.count + bytes.count < 0x7FFF_FFFF else {
      throw column.failure(schema, "makes the row longer than 2 GiB", "\(bytes.count) bytes")
    }
    var mark: UInt32 = 0
    if column.storage == .text, let uuid = PackedUUID(canonical: bytes) {
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

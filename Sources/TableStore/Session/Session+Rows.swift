internal import LMDB

extension Session {
  /// Puts the key of a row into `keyBuffer`.
  @inline(__always)
  final func makeRowKey(_ scope: Scope, integer key: UInt64) {
    keyBuffer.removeAll()
    keyBuffer.append(KeySpace.rows)
    keyBuffer.appendKey(scope)
    keyBuffer.appendKey(key)
  }

  /// Puts the key of a row into `keyBuffer`.
  ///
  /// - Parameter key: the primary key as an element.
  final func makeRowKey(_ scope: Scope, element key: RawSpan) {
    keyBuffer.removeAll()
    keyBuffer.append(KeySpace.rows)
    keyBuffer.appendKey(scope)
    keyBuffer.append(key)
  }

  /// Lends the row whose key is in `keyBuffer` and passes on what `visit` says; `nil` when there is none.
  ///
  /// Not generic, as all that follow: a generic result is passed through memory, row by row.
  final func withRow(
    _ table: StoredTable, scope: Scope, integer: UInt64, _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool? {
    guard let value = try transaction.get(keyBuffer.bytes, in: table.requireKeyspace()) else { return nil }
    return try withRow(value, key: keyBuffer.bytes, table.schema, scope: scope, integer: integer, visit)
  }

  /// The same, of a copy where the row may change while it is lent.
  final func lendRow(
    _ table: StoredTable, scope: Scope, integer: UInt64, asCopy: Bool, _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool? {
    guard asCopy else { return try withRow(table, scope: scope, integer: integer, visit) }
    guard let value = try transaction.get(keyBuffer.bytes, in: table.requireKeyspace()) else { return nil }
    return try withSpareBuffer { buffer in
      _ = try withRowBytes(value, key: keyBuffer.bytes, table.schema) { row in
        buffer.append(row)
        return true
      }
      return try RowReader.lend(
        buffer.bytes, schema: table.schema, scope: scope, key: integer, texts: texts, isVerified: verifiesChecksums,
        visit)
    }
  }

  /// Lends a reader of a row by its stored value.
  ///
  /// It takes the schema, which a loop holds, and not the table: what is reached through another object is retained and
  /// released row by row.
  ///
  /// - Parameters:
  ///   - value: the value under `key`.
  ///   - integer: the integer primary key, or 0.
  @inline(__always)
  final func withRow(
    _ value: RawSpan, key: RawSpan, _ schema: TableSchema, scope: Scope, integer: UInt64,
    _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool {
    // One closure that is used once is laid out in the loop that it stands in; behind a second use it is called.
    guard try isWhole(value, key: key, schema) else {
      return try withScatteredRow(value, key: key, schema) { row in
        try RowReader.lend(
          row, schema: schema, scope: scope, key: integer, texts: texts, isVerified: verifiesChecksums, visit)
      }
    }
    let row = value.extracting(first: value.byteCount &- RowFormat.checksumBytes)
    return try RowReader.lend(
      row, schema: schema, scope: scope, key: integer, texts: texts, isVerified: verifiesChecksums, visit)
  }

  /// Lends a whole row without its checksum: gathers chunks, holds it against the checksum, brings it up to date.
  final func withRowBytes(
    _ value: RawSpan, key: RawSpan, _ schema: TableSchema, _ body: (RawSpan) throws -> Bool
  ) throws -> Bool {
    guard try isWhole(value, key: key, schema) else { return try withScatteredRow(value, key: key, schema, body) }
    return try body(value.extracting(first: value.byteCount &- RowFormat.checksumBytes))
  }

  /// Whether a row can be read where it lies: it is not in chunks, and has all columns. Its checksum is compared then.
  @inline(__always)
  private final func isWhole(_ value: RawSpan, key: RawSpan, _ schema: TableSchema) throws -> Bool {
    guard value.byteCount > 1 else { throw StoreError.damagedRow(schema) }
    guard value.unsafeLoad(fromByteOffset: 0, as: UInt8.self) & RowFormat.overflow == 0 else { return false }
    try requireSum(value, key: key, schema)
    return Int(value.unsafeLoad(fromByteOffset: 1, as: UInt8.self)) == schema.shape.storedCount
  }

  /// The same as `withRowBytes`, of a row that cannot be read where it lies.
  @inline(never)
  private final func withScatteredRow(
    _ value: RawSpan, key: RawSpan, _ schema: TableSchema, _ body: (RawSpan) throws -> Bool
  ) throws -> Bool {
    guard value.unsafeLoad(fromByteOffset: 0, as: UInt8.self) & RowFormat.overflow != 0 else {
      return try withUpgradedRow(value.extracting(first: value.byteCount - RowFormat.checksumBytes), schema, body)
    }
    return try withSpareBuffer { buffer in
      try gatherChunks(value, key: key, catalog[schema.id], into: buffer)
      try requireSum(buffer.bytes, key: key, schema)
      let row = buffer.bytes.extracting(first: buffer.count - RowFormat.checksumBytes)
      if Int(row.unsafeLoad(fromByteOffset: 1, as: UInt8.self)) == schema.shape.storedCount { return try body(row) }
      return try withUpgradedRow(row, schema, body)
    }
  }

  private final func withUpgradedRow(
    _ row: RawSpan, _ schema: TableSchema, _ body: (RawSpan) throws -> Bool
  ) throws -> Bool {
    try withSpareBuffer { buffer in
      try schema.upgrade(row, into: buffer)
      return try body(buffer.bytes)
    }
  }

  /// Holds a stored row against the checksum behind it, which it has room for.
  @inline(__always)
  private final func requireSum(_ stored: RawSpan, key: RawSpan, _ schema: TableSchema) throws {
    let length = stored.byteCount - RowFormat.checksumBytes
    guard length >= 2 else { throw StoreError.damagedRow(schema) }
    guard verifiesChecksums else { return }
    let sum = UInt32(littleEndian: stored.unsafeLoadUnaligned(fromByteOffset: length, as: UInt32.self))
    guard sum == RowChecksum.of(stored.extracting(first: length), key: key, table: schema.id) else {
      throw StoreError.damagedRow(schema)
    }
  }

  /// The tenant that a primary key's row belongs to; `nil` when there is no such row.
  ///
  /// - Parameter key: the primary key as an element.
  final func locate(_ table: StoredTable, element key: RawSpan) throws -> Scope? {
    makeLocatorKey(table, element: key)
    guard let value = try transaction.get(locatorBuffer.bytes, in: table.requireKeyspace()) else { return nil }
    guard table.schema.isScoped else { return .global }
    var scanner = KeyScanner(at: 0)
    return try scanner.scope(in: value)
  }

  /// Puts the key of the entry that tells where a row is into `locatorBuffer`: the row itself where the table has no scopes.
  ///
  /// - Parameter key: the primary key as an element.
  @inline(__always)
  final func makeLocatorKey(_ table: StoredTable, element key: RawSpan) {
    locatorBuffer.removeAll()
    locatorBuffer.append(table.schema.isScoped ? KeySpace.locator : KeySpace.rows)
    locatorBuffer.append(key)
  }
}

// MARK: Rows in chunks

extension Session {
  /// Gathers the chunks of a long row, checksum included, into an empty buffer.
  ///
  /// - Parameters:
  ///   - stub: what is stored in the row's place: two bytes of format and the length.
  ///   - key: the row's key.
  private final func gatherChunks(
    _ stub: RawSpan, key: RawSpan, _ table: StoredTable, into buffer: ByteBuffer
  ) throws {
    // No checksum covers these two bytes.
    guard stub.byteCount == OverflowStub.byteCount,
      stub.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == RowFormat.overflow,
      stub.unsafeLoad(fromByteOffset: 1, as: UInt8.self) == 0
    else { throw StoreError.damagedRow(table.schema) }
    let length = UInt64(littleEndian: stub.unsafeLoadUnaligned(fromByteOffset: 2, as: UInt64.self))
    guard length < 1 << 32 else { throw StoreError.damagedRow(table.schema) }
    let chunkKey = OverflowStub.firstChunkKey(row: key)
    var cursor = try transaction.cursor(in: table.requireKeyspace())
    var isFound = try cursor.seek(exactly: chunkKey.bytes)
    var number: UInt64 = 0
    while isFound && buffer.count < Int(length) {
      buffer.append(cursor.value)
      number += 1
      OverflowStub.setChunk(number, in: chunkKey, row: key)
      isFound = try cursor.next() && cursor.key.isEqual(to: chunkKey.bytes)
    }
    guard buffer.count == Int(length) else { throw StoreError.damagedRow(table.schema) }
  }
}

/// What stands in the place of a row that lies in chunks, and the keys of the chunks.
enum OverflowStub {
  /// Format byte, a zero, and the length of row and checksum as 8 bytes.
  static let byteCount = 10

  /// How many bytes a stored row takes, checksum included, and whether they lie in chunks.
  static func measure(_ stored: RawSpan) -> (Int, isInChunks: Bool) {
    guard stored.byteCount == byteCount,
      stored.unsafeLoad(fromByteOffset: 0, as: UInt8.self) & RowFormat.overflow != 0
    else { return (stored.byteCount, false) }
    let length = UInt64(littleEndian: stored.unsafeLoadUnaligned(fromByteOffset: 2, as: UInt64.self))
    return (Int(min(length, 1 << 32)), true)
  }

  /// The key of chunk 0 of the row under `row`.
  static func firstChunkKey(row: RawSpan) -> ByteBuffer {
    let key = ByteBuffer(capacity: KeyLimits.key)
    setChunk(0, in: key, row: row)
    return key
  }

  /// Makes the key of a chunk: the row's key in another key space, with the chunk's number behind it.
  static func setChunk(_ number: UInt64, in key: ByteBuffer, row: RawSpan) {
    key.removeAll()
    key.append(KeySpace.overflow)
    key.append(row.extracting(droppingFirst: 1))
    key.appendKey(number)
  }
}

extension RawSpan {
  /// Whether both hold the same bytes.
  func isEqual(to other: RawSpan) -> Bool {
    byteCount == other.byteCount && compare(other) == 0
  }

  /// Whether this begins with all of `other`.
  func starts(with other: RawSpan) -> Bool {
    byteCount >= other.byteCount && extracting(first: other.byteCount).isEqual(to: other)
  }
}

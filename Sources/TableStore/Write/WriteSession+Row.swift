internal import LMDB

extension WriteSession {
  /// Puts `writer.new` with its checksum under the row's key, in chunks when it is long.
  func putRow(_ writer: TableWriter) throws {
    let keyspace = try writer.table.requireKeyspace()
    let bytes = try writer.withStoredEntries { key, value in
      _ = try change { raw throws(LMDBError) in try raw.put(value, for: key, in: keyspace) }
    }
    writer.tally.count(KeySpace.rows, entries: 1, bytes: bytes)
  }

  /// Removes what is stored under the row's key: its chunks, its bytes from the count, and, unless it is about to be
  /// replaced, the entry itself.
  func removeRow(_ writer: TableWriter, replaced: Bool) throws {
    let table = writer.table
    let keyspace = try table.requireKeyspace()
    guard let (length, isInChunks) = try storedLength(writer.rowKey, keyspace) else {
      throw StoreError.damagedRow(table.schema)
    }
    if isInChunks {
      let first = OverflowStub.firstChunkKey(row: writer.rowKey.bytes)
      let last = ByteBuffer()
      OverflowStub.setChunk(.max, in: last, row: writer.rowKey.bytes)
      _ = try change { raw throws(LMDBError) in
        try raw.deleteRange(from: first.bytes, to: last.bytes, in: keyspace)
      }
    }
    if !replaced {
      _ = try change { raw throws(LMDBError) in try raw.delete(writer.rowKey.bytes, in: keyspace) }
    }
    let bytes = writer.rowKey.count + length
    writer.tally.count(KeySpace.rows, entries: -1, bytes: -bytes)
  }

  /// How many bytes a row takes, checksum included, and whether they lie in chunks; `nil` when there is none.
  private func storedLength(_ key: ByteBuffer, _ keyspace: Keyspace) throws -> (Int, isInChunks: Bool)? {
    try transaction.withValue(for: key.bytes, in: keyspace) { OverflowStub.measure($0) }
  }
}

extension Session {
  /// Copies the row under the writer's key into `writer.old`; `false` when there is none.
  final func loadOld(_ writer: TableWriter) throws -> Bool {
    writer.old.removeAll()
    let keyspace = try writer.table.requireKeyspace()
    return try transaction.withValue(for: writer.rowKey.bytes, in: keyspace) { value in
      try withRowBytes(value, key: writer.rowKey.bytes, writer.table.schema) { row in
        writer.old.append(row)
        return true
      }
    } ?? false
  }
}

extension TableWriter {
  /// Lends what is stored of `new`: the row with its checksum under its key or, when it is long, a stub in its place and
  /// its chunks.
  ///
  /// - Returns: the bytes that the row counts with.
  func withStoredEntries(_ body: (_ key: RawSpan, _ value: RawSpan) throws -> Void) throws -> Int {
    let sum = RowChecksum.of(new.bytes, key: rowKey.bytes, table: table.schema.id)
    let rowBytes = new.count
    new.append(littleEndian: sum)
    defer { new.truncate(to: rowBytes) }
    if new.count <= KeyLimits.inlineValue {
      try body(rowKey.bytes, new.bytes)
    } else {
      try withChunks(body)
    }
    return rowKey.count + new.count
  }

  private func withChunks(_ body: (_ key: RawSpan, _ value: RawSpan) throws -> Void) throws {
    let length = new.count
    let stub = ByteBuffer(capacity: OverflowStub.byteCount)
    stub.append(RowFormat.overflow)
    stub.append(0)
    stub.append(littleEndian: UInt64(length))
    try body(rowKey.bytes, stub.bytes)
    let key = OverflowStub.firstChunkKey(row: rowKey.bytes)
    for (number, start) in stride(from: 0, to: length, by: KeyLimits.chunk).enumerated() {
      OverflowStub.setChunk(UInt64(number), in: key, row: rowKey.bytes)
      try body(key.bytes, new.bytes.extracting(start..<min(start + KeyLimits.chunk, length)))
    }
  }

  /// Starts `new` as a copy of `old`.
  func copyOldToNew() {
    new.removeAll()
    new.append(old.bytes)
  }

  /// Puts `old` together anew as `new`, with NULL in one column.
  func copyOldToNew(releasing column: Int, at place: RowPlace) throws {
    new.removeAll()
    rows.begin()
    try RowReader.lend(old.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      for ordinal in table.schema.layout.stored {
        if ordinal == column { try rows.appendNull() } else { try rows.append(field: row.field(ordinal)) }
      }
    }
    rows.finish(into: new)
  }

  /// Overwrites an integer column of `new`, which is in the fixed part.
  func patch(_ column: Int, _ value: Int64) {
    guard case .fixed(let bit, let offset, let width) = table.schema.layout.slots[column] else {
      preconditionFailure("only a number is patched")
    }
    let place = table.schema.shape.headerBytes + offset
    new.withMutableBytes { bytes in
      let mask: UInt8 = 1 << UInt8(bit & 7)
      bytes[2 + bit >> 3] &= ~mask
      withUnsafeBytes(of: value.littleEndian) { digits in
        for index in 0..<width { bytes[place + index] = digits[index] }
      }
    }
  }
}

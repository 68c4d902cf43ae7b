internal import LMDB

extension TableSchema {
  /// Rewrites a row that was stored when the table had fewer columns: those behind it take their defaults.
  ///
  /// - Parameters:
  ///   - row: a row without checksum whose second byte counts fewer stored columns than the table has.
  ///   - scratch: takes the row with all columns.
  func upgrade(_ row: RawSpan, into scratch: ByteBuffer) throws {
    let count = Int(row.unsafeLoad(fromByteOffset: 1, as: UInt8.self))
    guard count < layout.stored.count else { throw StoreError.damagedRow(self) }
    // The older table, as its rows know it: the same columns up to the first one that is missing.
    let known = layout.stored[count]
    let older = TableSchema(
      name: name, id: id, domain: domain, scope: scope, columns: Array(columns[..<known]), primaryKey: primaryKey,
      indexes: [])
    var writer = RowWriter(self)
    writer.begin()
    try RowReader.lend(row, schema: older, scope: .global, key: 0) { reader throws(StoreError) in
      for ordinal in older.layout.stored { try writer.append(field: reader.field(ordinal)) }
    }
    for ordinal in layout.stored[count...] {
      if columns[ordinal].defaultValue == .none && !columns[ordinal].isNullable {
        throw StoreError(
          .incompatible, "a column that rows lack needs a default or NULL", table: name, column: columns[ordinal].name)
      }
      try writer.appendDefault(now: 0)
    }
    writer.finish(into: scratch)
  }
}

extension RowWriter {
  /// Copies a column from another row.
  mutating func append(field: RowReader.Field) throws(StoreError) {
    switch field {
    case .null: try appendNull()
    case .integer(let value): try append(integer: value)
    case .decimal(let value): try append(scaled: value)
    case .bytes(let bytes): try append(variable: bytes)
    case .text(let bytes, let isPacked):
      guard isPacked else { return try append(variable: bytes) }
      let text = String(field: bytes, isPackedUUID: true)
      try text.withUTF8Bytes { utf8 throws(StoreError) in try append(variable: utf8) }
    }
  }
}

internal import CChecksum

/// The checksum at a row's end: CRC-32C over the table's id, the row's key and the row.
enum RowChecksum {
  static func of(_ row: RawSpan, key: RawSpan, table: UInt8) -> UInt32 {
    key.withUnsafeBytes { key in
      row.withUnsafeBytes { row in blazz_row_crc32c(table, key.baseAddress, key.count, row.baseAddress, row.count) }
    }
  }
}

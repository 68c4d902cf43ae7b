internal import CChecksum

/// The checksum at a row's end: CRC-32C over the table's id, the row's key and the row.
enum RowChecksum {
  static func of(_ row: RawSpan, key: RawSpan, table: UInt8) -> UInt32 {
    var table = table
    let seed = blazz_crc32c(0, &table, 1)
    let keyed = key.withUnsafeBytes { blazz_crc32c(seed, $0.baseAddress, $0.count) }
    return row.withUnsafeBytes { blazz_crc32c(keyed, $0.baseAddress, $0.count) }
  }
}

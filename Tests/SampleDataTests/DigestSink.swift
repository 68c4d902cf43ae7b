import TableStore

@testable import SampleData

/// Counts rows and sums up their values, so that two makings can be compared.
struct DigestSink: RowSink {
  /// By table, rows and a sum over all values.
  private(set) var tables: [String: Digest] = [:]

  struct Digest: Equatable {
    var rows = 0
    /// FNV-1a over the descriptions of all rows.
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
  }

  mutating func take<Row: SampleTable>(_ rows: SampleRows<Row>) throws {
    var digest = Digest()
    rows.forEach(in: 0..<rows.count) { row in digest.add(row) }
    tables[Row.schema.name] = digest
  }
}

extension DigestSink.Digest {
  mutating func add<Row>(_ row: SampleRow<Row>) {
    rows += 1
    for byte in "\(row)".utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
